/** Files of two languages that the product lacks, as a campaign has them. Basque is also in `docs/`. */
export const BASQUE = `months: [urtarrila, otsaila, martxoa, apirila, maiatza, ekaina, uztaila, abuztua, iraila, urria, azaroa, abendua]
date: '{year}ko {month}ren {day}a'
place-and-date: '{place}, {date}'
numbers: { group-separator: '.', min-grouped: 5, decimal-sign: ',', amount: '{minus}{digits} {currency}' }
plural: { one: n = 1 }
comma: ', '
list: '{items} eta {last}'
quotation-marks: { open: «, close: » }
page-of: '{page}. orria, {pages} orritik'
labels: { ours: Gure erref., yours: Zure erref., date: Data }
on-behalf-of: '{principal} izenean'
and-others: { other: '{name} eta beste {count}' }
enclosures: { singular: Eranskina, plural: Eranskinak }
copies: Kopia
note-above: '{note}. oharrean bezala'
demand-numbers:
  singular: '{published}, {numbers}. eskaera'
  plural: '{published}, {numbers} eskaerak'
notice:
  draft: 'Zirriborroa: onartu gabe; ez bidali.'
  specimen: 'Eredua: aipatutako erakundeek onartu gabea; ez bidali.'
translation:
  of-english: Itzulpena; sinatutako testua ingelesezkoa da.
  of-another: Itzulpena; sinatutako testua jatorrizkoa da.
unsigned-author: { draft: Zirriborroa, specimen: Eredua }
link-description: '{url} helbiderako esteka'
mark-description: 'Itzuli {note}. oharraren deira'
kept-together: { before-words: [eta], before-numbers: [art.], not-counted: [eta, edo] }
plain-forms:
  office: { salutation: 'Jaun-andreok:', in-text: zuek, close: 'Adeitasunez,', source: invented }
  person:
    f: { envelope: '{name} andrea', salutation: 'Andre agurgarria:', in-text: zu, close: 'Adeitasunez,', source: invented }
    m: { envelope: '{name} jauna', salutation: 'Jaun agurgarria:', in-text: zu, close: 'Adeitasunez,', source: invented }
    unknown: { envelope: '{name}', salutation: 'Agur, {name}:', in-text: zu, close: 'Adeitasunez,', source: invented }
`;

/** Persian states no direction of writing, which is that of its months. */
export const PERSIAN = `months: [ژانویه, فوریه, مارس, آوریل, مه, ژوئن, ژوئیه, اوت, سپتامبر, اکتبر, نوامبر, دسامبر]
date: '{day} {month} {year}'
place-and-date: '{place}، {date}'
numbers: { group-separator: '٬', min-grouped: 4, decimal-sign: '٫', amount: '{currency} {minus}{digits}' }
plural: { one: i = 0 or n = 1 }
comma: '، '
list: '{items} و {last}'
quotation-marks: { open: «, close: » }
page-of: 'صفحهٔ {page} از {pages}'
labels: { ours: شمارهٔ ما, yours: شمارهٔ شما, date: تاریخ }
on-behalf-of: 'از طرف {principal}'
and-others: { other: '{name} و {count} نهاد دیگر' }
enclosures: { singular: پیوست, plural: پیوست‌ها }
copies: رونوشت به
note-above: 'همان، یادداشت {note}'
demand-numbers: { singular: '{published}، درخواست {numbers}', plural: '{published}، درخواست‌های {numbers}' }
notice: { draft: پیش‌نویس؛ فرستاده نشود., specimen: نمونه؛ فرستاده نشود. }
translation: { of-english: ترجمه؛ متن امضاشده انگلیسی است., of-another: ترجمه؛ متن امضاشده متن اصلی است. }
unsigned-author: { draft: پیش‌نویس, specimen: نمونه }
link-description: 'پیوند به {url}'
mark-description: 'بازگشت به یادداشت {note}'
`;
