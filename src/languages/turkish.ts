import type { LocaleData } from '../model/locale-data.ts';

/**
 * What the plain forms have in common. "Sayın" is for persons of any gender, and is before the name in the address too.
 * The close speaks for an organisation, as signatures do.
 */
const TURKISH_FORM = {
  inText: 'siz',
  close: 'Saygılarımızla,',
  source:
    'No style guide was found that gives the forms with their marks; they are usual in formal letters, and no native speaker has read them',
} as const;

/** What the plain forms for persons have in common: they are the same for all genders. */
const TURKISH_PERSON = {
  envelope: 'Sayın {name}',
  salutation: 'Sayın {name},',
  familySalutation: undefined,
  withHonorific: {
    envelope: 'Sayın {honorific} {name}',
    salutation: 'Sayın {honorific} {name},',
    familySalutation: 'Sayın {honorific} {name},',
  },
  ...TURKISH_FORM,
} as const;

export const turkish: LocaleData = {
  months: [
    'Ocak',
    'Şubat',
    'Mart',
    'Nisan',
    'Mayıs',
    'Haziran',
    'Temmuz',
    'Ağustos',
    'Eylül',
    'Ekim',
    'Kasım',
    'Aralık',
  ],
  date: '{day} {month} {year}',
  firstDay: undefined,
  numbers: { groupSeparator: '.', minGrouped: 4, decimalSign: ',', amount: '{minus}{currency}\u00A0{digits}' },
  plural: { one: 'n = 1' },
  attachedPrefixes: [],
  placeAndDate: '{place}, {date}',
  pageOf: 'Sayfa {page}/{pages}',
  enclosures: { singular: 'Ek', dual: undefined, plural: 'Ekler' },
  copies: 'Bilgi',
  labels: { ours: 'Referansımız', yours: 'Referansınız', date: 'Tarih' },
  onBehalfOf: '{principal} adına',
  andOthers: { other: '{name} ve {count} imzacı daha' },
  notice: {
    specimen: 'Örnek: adı geçen kuruluşların onaylamadığı bir uyarlamadır; gönderilmeyecektir.',
    draft: 'Taslak: onaylanmamıştır; gönderilmeyecektir.',
  },
  translation: {
    ofEnglish: 'Bilgi amaçlı çeviridir; imzalanan metin İngilizce metindir.',
    ofAnother: 'Bilgi amaçlı çeviridir; imzalanan metin özgün metindir.',
  },
  unsignedAuthor: { specimen: 'Örnek', draft: 'Taslak' },
  demandNumbers: {
    number: '{number}',
    singular: '{published}, {numbers} numaralı talep',
    dual: undefined,
    plural: '{published}, {numbers} numaralı talepler',
  },
  comma: ', ',
  list: '{items} ve {last}',
  // The usual abbreviation of "bakınız"; no native speaker has read the form.
  noteAbove: 'bkz. dipnot\u00A0{note}',
  plainForms: {
    honorifics: ['Dr', 'Prof', 'Prof. Dr', 'Doç. Dr', 'Av'],
    office: { ...TURKISH_FORM, salutation: 'Sayın Yetkili,' },
    person: {
      f: { ...TURKISH_PERSON, courtesyTitles: ['Sayın', 'Sn', 'Bayan'] },
      m: { ...TURKISH_PERSON, courtesyTitles: ['Sayın', 'Sn', 'Bay'] },
      unknown: { ...TURKISH_PERSON, courtesyTitles: ['Sayın', 'Sn'] },
    },
  },
  linkDescription: '{url} bağlantısı',
  markDescription: '{note} numaralı dipnotun işaretine dön',
  quotationMarks: { open: '“', close: '”' },
  writingDirection: 'ltr',
  thinSpaces: undefined,
  keptTogether: {
    beforeWords: [],
    beforeNumbers: [
      'madde',
      'Madde',
      'md.',
      'fıkra',
      'bölüm',
      'kural',
      'No',
      'No.',
      'no.',
      'sayı',
      's.',
      'sayfa',
      'dipnot',
      'talep',
      'tavsiye',
    ],
    beforeNames: ['Sayın', 'Sn.', 'Dr.', 'Prof.', 'Doç.', 'Av.'],
    notCounted: ['ve', 'veya', 'ya', 'ile', 'da', 'de', 'ki', 'için'],
    conjunctions: ['ve', 'veya', 'ile'],
  },
  hyphenation: { patterns: () => import('hyphen/patterns/tr.js'), dividesCapitalised: false },
  workingNotes: { openChoices: ['bay/bayan'], requests: ['kontrol et', 'kontrol edilecek', 'teyit edilecek'] },
  paper: 'a4',
  sources: { pageOf: 'LibreOffice 7.4, wizards/resources_tr.properties' },
  lists: {
    names: 'tr, tur, Turkish, Türkçe, turc, Türkisch, turco, turecki, török, турецкий, τουρκικά, التركية',
    genders: { f: 'bayan, hanım, kadın', m: 'bay, bey, erkek', unknown: 'belirtilmemiş, bilinmiyor, diğer' },
    genderLetters: [{ f: 'k', m: 'e' }],
    honorifics: 'Doç, Av, doktor, profesör, doçent, avukat',
    columns: {
      id: 'kimlik, üye no, üye numarası, müşteri numarası, referans, kayıt numarası',
      number: 'sıra, sıra no, numara, satır',
      given: 'ad, adı, isim',
      middle: 'ikinci ad, göbek adı',
      family: 'soyad, soyadı, soyisim',
      'full-name': 'ad soyad, adı soyadı, ad ve soyad, isim soyisim, ilgili kişi, alıcı',
      sex: 'cinsiyet, hitap, hitap şekli',
      title: 'unvan',
      honorific: 'akademik unvan',
      function: 'görev, görevi, makam, pozisyon, rol',
      organisation: 'kurum, kuruluş, şirket, firma, dernek, kurum adı, şirket adı',
      department: 'bölüm, birim, müdürlük, daire başkanlığı',
      street: 'sokak, cadde, adres, posta adresi, açık adres',
      house: 'kapı no, bina no, kapı numarası',
      line: 'ek adres, adres satırı, bina, kat, daire, posta kutusu',
      postcode: 'posta kodu',
      town: 'şehir, ilçe, kasaba, belde',
      locality: 'posta kodu ve şehir, posta kodu ve ilçe',
      region: 'il, bölge, eyalet',
      country: 'ülke',
      email: 'e-posta, e-posta adresi, elektronik posta',
      language: 'dil, yazışma dili',
    },
  },
};
