import { joinNumbers, type Conventions } from './conventions.ts';

/**
 * The months have their Levantine names, and digits are Western (0–9). One thing is in the singular, two in the dual.
 * The conjunction "and" has no space after it.
 */
export const arabic: Conventions = {
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
  date: (day, month, year) => `${day} ${month} ${year}`,
  dateConnectors: { ordinalSuffix: undefined, wordBeforeMonth: undefined },
  // "And", "so", "in" and "for".
  attachedPrefixes: ['و', 'ف', 'ب', 'ل'],
  pageOf: (page, pages) => `الصفحة ${page} من ${pages}`,
  enclosures: (count) => byNumber(count, 'مرفق', 'مرفقان', 'مرفقات'),
  copies: 'نسخة إلى',
  notice: {
    specimen: 'نموذج: نص معاد الصياغة لم تعتمده المنظمات المذكورة؛ ليس للإرسال.',
    draft: 'مسودة: لم تُعتمد؛ ليست للإرسال.',
  },
  translation: {
    ofEnglish: 'ترجمة غير رسمية؛ النص الموقَّع هو النص الإنجليزي.',
    ofAnother: 'ترجمة غير رسمية؛ النص الموقَّع هو النص الأصلي.',
  },
  unsignedAuthor: { specimen: 'نموذج', draft: 'مسودة' },
  demandNumbers: (published, numbers) =>
    `${published}، ${byNumber(numbers.length, 'المطلب', 'المطلبان', 'المطالب')} ${joinNumbers(numbers, ' و').replaceAll(',', '،')}`,
  // With the Arabic comma and semicolon.
  pinpoints: (places) => (places.length === 0 ? '' : `، ${places.join('؛ ')}`),
  linkDescription: (url) => `رابط إلى ${url}`,
  writingDirection: 'rtl',
  thinSpaces: undefined,
  keptTogether: {
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
      'الأمر التنفيذي',
      'ص',
    ],
    beforeNames: ['السيدة?', 'الدكتورة?', 'د\\.'],
    notCounted: ['من', 'في', 'إلى', 'على', 'عن'],
    conjunctions: ['أو'],
  },
  // Arabic words are not hyphenated.
  hyphenation: undefined,
  draftMarks: {
    openChoices: /(?<!\p{L})(?:السيد\/السيدة|السيدة\/السيد)(?!\p{L})/gu,
    requests: ['للتحقق'],
  },
};

/** Selects the form for one, two or several. From eleven on the noun would be singular, but no letter counts so far. */
function byNumber(count: number, one: string, two: string, several: string): string {
  if (count === 1) return one;
  return count === 2 ? two : several;
}
