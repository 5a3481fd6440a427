import type { LocaleData } from '../model/locale-data.ts';

/** What the plain forms have in common. Names in a salutation stay in the nominative. */
const RUSSIAN_FORM = { inText: 'Вы', close: 'С уважением,' } as const;

/** The sources of the plain forms. */
const RUSSIAN_SOURCES =
  'klerk.ru, Деловая переписка, article 209884 (Уважаемый господин Онегин!); Росжелдор, Инструкция по делопроизводству, Приказ № 129 of 28 May 2007 (С уважением)';

/** In a date, the abbreviation of "year" (г.) follows the year after a narrow no-break space. */
export const russian: LocaleData = {
  months: [
    'января',
    'февраля',
    'марта',
    'апреля',
    'мая',
    'июня',
    'июля',
    'августа',
    'сентября',
    'октября',
    'ноября',
    'декабря',
  ],
  date: '{day} {month} {year}\u202Fг.',
  firstDay: undefined,
  numbers: { groupSeparator: '\u00A0', minGrouped: 4, decimalSign: ',', amount: '{minus}{digits}\u00A0{currency}' },
  plural: {
    one: 'v = 0 and i % 10 = 1 and i % 100 != 11',
    few: 'v = 0 and i % 10 = 2..4 and i % 100 != 12..14',
    many: 'v = 0 and i % 10 = 0 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 11..14',
  },
  attachedPrefixes: [],
  placeAndDate: '{place}, {date}',
  pageOf: 'Страница {page} из {pages}',
  enclosures: { singular: 'Приложение', dual: undefined, plural: 'Приложения' },
  copies: 'Копия',
  labels: { ours: 'Наш номер', yours: 'Ваш номер', date: 'Дата' },
  // The rules of official documents do not allow "за" before the title of an office.
  onBehalfOf: 'от имени {principal}',
  notice: {
    specimen: 'Образец: пересказ, не утверждённый названными организациями; не для отправки.',
    draft: 'Проект: не утверждён; не для отправки.',
  },
  translation: {
    ofEnglish: 'Неофициальный перевод; подписан английский текст.',
    ofAnother: 'Неофициальный перевод; подписан текст оригинала.',
  },
  unsignedAuthor: { specimen: 'Образец', draft: 'Проект' },
  demandNumbers: {
    number: '{number}',
    singular: '{published}, требование {numbers}',
    dual: undefined,
    plural: '{published}, требования {numbers}',
  },
  comma: ', ',
  list: '{items} и {last}',
  // From memory of documents of the United Nations; no native speaker has read the form.
  noteAbove: 'см. сноску\u00A0{note}',
  // "Господину" and "госпоже" in an address need the dative of the name, so that the envelope has the name alone.
  plainForms: {
    honorifics: [],
    office: {
      salutation: 'Уважаемые дамы и господа!',
      ...RUSSIAN_FORM,
      source:
        'Росжелдор, Инструкция по делопроизводству, Приказ № 129 of 28 May 2007 (С уважением). No style guide was found for the salutation, which is usual for an unknown addressee',
    },
    person: {
      f: {
        envelope: '{name}',
        salutation: 'Уважаемая {name}!',
        familySalutation: 'Уважаемая госпожа {family}!',
        ...RUSSIAN_FORM,
        source: RUSSIAN_SOURCES,
        courtesyTitles: ['г-жа', 'госпожа', 'Г-жа', 'Госпожа'],
        withHonorific: undefined,
      },
      m: {
        envelope: '{name}',
        salutation: 'Уважаемый {name}!',
        familySalutation: 'Уважаемый господин {family}!',
        ...RUSSIAN_FORM,
        source: RUSSIAN_SOURCES,
        courtesyTitles: ['г-н', 'господин', 'Г-н', 'Господин'],
        withHonorific: undefined,
      },
      unknown: {
        envelope: '{name}',
        salutation: 'Здравствуйте, {name}!',
        familySalutation: undefined,
        ...RUSSIAN_FORM,
        source:
          'No style guide was found for a person whose gender is not known: "уважаемый" has a gender, so that a greeting without one is used',
        courtesyTitles: [],
        withHonorific: undefined,
      },
    },
  },
  linkDescription: 'Ссылка на {url}',
  markDescription: 'Назад к знаку сноски {note}',
  quotationMarks: { open: '«', close: '»' },
  writingDirection: 'ltr',
  thinSpaces: undefined,
  // No words have been collected for Russian, because the sample campaign has no Russian letter.
  keptTogether: undefined,
  // The licence of the Russian patterns does not allow redistribution with the program: see docs/typography.md.
  hyphenation: undefined,
  // No patterns have been collected for Russian, for the same reason.
  workingNotes: { openChoices: [], requests: [] },
  paper: 'a4',
  sources: { pageOf: 'LibreOffice 7.4, wizards/resources_ru.properties' },
  lists: {
    names: 'ru, rus, Russian, русский, russe, Russisch, ruso, rosyjski, orosz, ρωσικά, الروسية',
    genders: { f: 'госпожа, г-жа, женский, жен, женщина', m: 'господин, г-н, мужской, муж, мужчина', unknown: '' },
    genderLetters: [{ f: 'ж', m: 'м' }],
    honorifics: 'д-р, проф, доктор, профессор',
    columns: {
      id: 'идентификатор, номер участника, код, артикул',
      number: '№, номер, № п/п',
      given: 'имя',
      middle: 'отчество',
      family: 'фамилия',
      'full-name':
        'фио, ф.и.о., полное имя, имя и фамилия, фамилия и имя, фамилия имя отчество, контактное лицо, получатель, адресат',
      sex: 'пол, обращение',
      title: 'титул',
      honorific: 'учёная степень, ученое звание',
      function: 'должность, пост, функция, роль',
      organisation: 'организация, компания, учреждение, предприятие, фирма, общество, ведомство, название организации',
      department: 'отдел, управление, департамент, подразделение',
      street: 'улица, адрес, почтовый адрес, улица и дом, улица дом',
      house: 'дом, номер дома',
      line: 'квартира, корпус, этаж, офис, абонентский ящик, а/я',
      postcode: 'индекс, почтовый индекс',
      town: 'город, населённый пункт, посёлок',
      locality: 'индекс и город, индекс город',
      region: 'регион, область, край, республика',
      country: 'страна',
      email: 'e-mail, электронная почта, эл. почта, адрес электронной почты, почта',
      language: 'язык, язык переписки',
    },
  },
};
