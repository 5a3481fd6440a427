import type { LocaleData } from '../model/locale-data.ts';

/** What the plain forms have in common: words in the plural of respect, which fit any gender. */
const ARABIC_FORM = {
  inText: 'سيادتكم',
  close: 'وتفضلوا بقبول فائق الاحترام والتقدير.',
  source:
    'Correspondencia y redacción de cartas en árabe (تحية طيبة وبعد); no style guide was found for the other words, and no native speaker has read the forms',
} as const;

/**
 * The months have their Levantine names, and digits are Western (0–9). Nouns are in the singular for one, in the dual
 * for two, and in the plural for more. The conjunction "and" is written without a space after it.
 */
export const arabic: LocaleData = {
  months: [
    'كانون الثاني',
    'شباط',
    'آذار',
    'نيسان',
    'أيار',
    'حزيران',
    'تموز',
    'آب',
    'أيلول',
    'تشرين الأول',
    'تشرين الثاني',
    'كانون الأول',
  ],
  date: '{day} {month} {year}',
  firstDay: undefined,
  // The code is typed before the digits, so that the amount is one left-to-right phrase. On the page, it is to the left
  // of the digits, where a reader of Arabic comes to it after them. CLDR has the same order with a right-to-left mark.
  numbers: {
    groupSeparator: ',',
    minGrouped: 4,
    decimalSign: '.',
    amount: '{currency}\u00A0{minus}{digits}',
  },
  plural: { zero: 'n = 0', one: 'n = 1', two: 'n = 2', few: 'n % 100 = 3..10', many: 'n % 100 = 11..99' },
  // The words for "and", "so", "in" and "for".
  attachedPrefixes: ['و', 'ف', 'ب', 'ل'],
  placeAndDate: '{place}، {date}',
  pageOf: 'الصفحة {page} من {pages}',
  // From 11 on, Arabic has the singular again, but no letter has so many enclosures or demands.
  enclosures: { singular: 'مرفق', dual: 'مرفقان', plural: 'مرفقات' },
  copies: 'نسخة إلى',
  attachedLetter: 'تجدون طيه رسالتنا المؤرخة {date}.',
  labels: { ours: 'مرجعنا', yours: 'مرجعكم', date: 'التاريخ' },
  onBehalfOf: 'نيابةً عن {principal}',
  andOthers: { few: '{name} و{count} جهات أخرى', other: '{name} و{count} جهة أخرى' },
  notice: {
    specimen: 'نموذج: نص معاد الصياغة لم تعتمده المنظمات المذكورة؛ ليس للإرسال.',
    draft: 'مسودة: لم تُعتمد؛ ليست للإرسال.',
  },
  translation: {
    ofEnglish: 'ترجمة غير رسمية؛ النص الموقَّع هو النص الإنجليزي.',
    ofAnother: 'ترجمة غير رسمية؛ النص الموقَّع هو النص الأصلي.',
  },
  unsignedAuthor: { specimen: 'نموذج', draft: 'مسودة' },
  demandNumbers: {
    heading: 'المطالب',
    number: '{number}',
    singular: '{published}، المطلب {numbers}',
    dual: '{published}، المطلبان {numbers}',
    plural: '{published}، المطالب {numbers}',
  },
  comma: '، ',
  list: '{items} و{last}',
  // "Note 1 above", as from memory in documents of the United Nations; no native speaker has read the form.
  noteAbove: 'الحاشية {note} أعلاه',
  // Arabic letters greet by the full name, whose written form no case changes.
  plainForms: {
    honorifics: [],
    office: { salutation: 'تحية طيبة وبعد،', ...ARABIC_FORM },
    person: {
      f: {
        envelope: 'السيدة {name}',
        salutation: 'السيدة {name} المحترمة،',
        familySalutation: undefined,
        courtesyTitles: ['السيدة'],
        withHonorific: undefined,
        ...ARABIC_FORM,
      },
      m: {
        envelope: 'السيد {name}',
        salutation: 'السيد {name} المحترم،',
        familySalutation: undefined,
        courtesyTitles: ['السيد'],
        withHonorific: undefined,
        ...ARABIC_FORM,
      },
      unknown: {
        envelope: '{name}',
        salutation: 'تحية طيبة وبعد،',
        familySalutation: undefined,
        courtesyTitles: [],
        withHonorific: undefined,
        ...ARABIC_FORM,
      },
    },
  },
  linkDescription: 'رابط إلى {url}',
  markDescription: 'العودة إلى موضع الحاشية {note} في النص',
  quotationMarks: { open: '«', close: '»' },
  writingDirection: 'rtl',
  thinSpaces: undefined,
  noBreakSpaces: undefined,
  raisedEndings: undefined,
  keptTogether: {
    beforeWords: [],
    beforeNumbers: [
      'المادة',
      'المادتين',
      'المواد',
      'الفقرة',
      'القاعدة',
      'المطلب',
      'المطلبان',
      'المطالب',
      'رقم',
      'الرقم',
      'المجلد',
      'الجزء',
      'الصفحة',
      'التوصية',
      'الحاشية',
      'الأمر التنفيذي',
      'ص',
    ],
    beforeNames: ['السيد', 'السيدة', 'الدكتور', 'الدكتورة', 'د.'],
    notCounted: ['من', 'في', 'إلى', 'على', 'عن'],
    conjunctions: ['أو'],
  },
  // Arabic words are not hyphenated.
  hyphenation: undefined,
  workingNotes: {
    openChoices: ['السيد/السيدة'],
    requests: ['للتحقق'],
  },
  paper: 'a4',
  sources: {},
  lists: {
    names: 'ar, ara, Arabic, العربية, عربي, arabe, Arabisch, árabe, arabski, arab, арабский, αραβικά',
    genders: { f: 'السيدة, سيدة, الآنسة, آنسة, أنثى, امرأة, مؤنث', m: 'السيد, سيد, ذكر, رجل, مذكر', unknown: '' },
    genderLetters: [],
    honorifics: 'دكتور, الدكتور, دكتورة, الدكتورة, د, أستاذ, الأستاذ, الأستاذة',
    columns: {
      id: 'المعرف, رقم العضوية, رقم العضو, المرجع',
      number: 'رقم, الرقم, م',
      given: 'الاسم الأول, الاسم الشخصي',
      middle: 'اسم الأب, الاسم الأوسط',
      family: 'اسم العائلة, اللقب العائلي, الكنية, النسب',
      name: 'الاسم, اسم',
      'full-name': 'الاسم الكامل, جهة الاتصال, المرسل إليه',
      sex: 'الجنس, النوع, صيغة المخاطبة, المخاطبة',
      title: 'اللقب',
      honorific: 'اللقب العلمي, الدرجة العلمية',
      function: 'الوظيفة, المنصب, الصفة, الدور',
      organisation: 'المنظمة, المؤسسة, الشركة, الجهة, الهيئة, الجمعية',
      department: 'القسم, الإدارة, الدائرة',
      street: 'الشارع, العنوان, العنوان البريدي',
      house: 'رقم المنزل, رقم البيت',
      line: 'العنوان الإضافي, تكملة العنوان, المبنى, الطابق, صندوق البريد, ص.ب',
      postcode: 'الرمز البريدي',
      town: 'المدينة, البلدة, البلدية',
      region: 'المنطقة, المحافظة, الولاية, الإقليم',
      country: 'البلد, الدولة',
      email: 'البريد الإلكتروني, البريد الالكتروني, الإيميل',
      language: 'اللغة, لغة المراسلة',
    },
  },
};
