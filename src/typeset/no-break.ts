import { furnitureOf } from '../model/furniture.ts';
import type { Language } from '../model/language.ts';

/** What a language keeps on one line with the word or the number after it. */
interface Companions {
  /** Before a number: "art. 70", "recommendation 169". */
  readonly numbered: readonly string[];
  /** Before a name: "Ms Őry". */
  readonly titles: readonly string[];
  /** After a number, but no thing that it counts: "2 and". */
  readonly small: readonly string[];
  /** Between the last numbers of a list: "6 and 2". */
  readonly joins: readonly string[];
}

const ENGLISH: Companions = {
  numbered: [
    'Articles?',
    'articles?',
    'arts?\\.',
    'Nos?\\.?',
    'pp?\\.',
    'paras?\\.',
    'paragraphs?',
    'Parts?',
    'Rules?',
    'rules?',
    'sections?',
    'chapters?',
    'demands?',
    'vol\\.',
    '[Rr]ecommendations?',
    'Orders?',
  ],
  titles: ['Mrs?\\.?', 'Ms\\.?', 'Drs?\\.?', 'Prof\\.', 'Sir', 'H\\.E\\.', 'St\\.?'],
  small: ['and', 'or', 'of', 'to', 'in', 'at', 'on', 'is', 'are', 'as'],
  joins: ['and', 'or'],
};
const FRENCH: Companions = {
  numbered: [
    'Articles?',
    'articles?',
    'arts?\\.',
    'n[o°]s?',
    'N[o°]s?',
    'pp?\\.',
    'par\\.',
    'paragraphes?',
    'points?',
    'règles?',
    'chapitres?',
    'demandes?',
    'vol\\.',
    '[Rr]ecommandations?',
    'Order\\)',
  ],
  titles: ['MM?\\.', 'Mmes?', 'Mlles?', 'Dr', 'Me', 'Pr', 'S\\.E\\.'],
  small: ['et', 'ou', 'de', 'du', 'des', 'à', 'au', 'en', 'est', 'sont'],
  joins: ['et', 'ou'],
};
const SPANISH: Companions = {
  numbered: [
    'Artículos?',
    'artículos?',
    'arts?\\.',
    'núms?\\.',
    'n\\.[oº]',
    'pp?\\.',
    'págs?\\.',
    'párrs?\\.',
    'párrafos?',
    'reglas?',
    'capítulos?',
    'demandas?',
    'peticiones',
    'petición',
    'vol\\.',
    '[Rr]ecomendaci(?:ón|ones)',
    'Orden Ejecutiva',
  ],
  titles: ['Sr(?:es|as?)?\\.', 'Dra?s?\\.', 'D\\.ª?', 'Dña\\.', 'Excm[oa]\\.', 'S\\.E\\.'],
  small: ['y', 'o', 'de', 'del', 'a', 'al', 'en', 'es', 'son'],
  joins: ['y', 'e', 'o', 'u'],
};
const ARABIC: Companions = {
  numbered: [
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
  titles: ['السيدة?', 'الدكتورة?', 'د\\.'],
  small: ['من', 'في', 'إلى', 'على', 'عن'],
  joins: ['أو'],
};
const GERMAN: Companions = {
  numbered: ['Artikels?', 'Art\\.', 'Abs\\.', 'Nr\\.', 'S\\.', 'Ziff\\.', 'Regeln?', 'Kapitel'],
  titles: ['Herrn?', 'Frau', 'Dr\\.', 'Prof\\.', 'S\\.E\\.'],
  small: ['und', 'oder', 'von', 'vom', 'zu', 'zum', 'in', 'im', 'an', 'am', 'ist', 'sind'],
  joins: ['und', 'oder'],
};

const COMPANIONS: ReadonlyMap<Language, Companions> = new Map([
  ['en', ENGLISH],
  ['fr', FRENCH],
  ['es', SPANISH],
  ['ar', ARABIC],
  ['de', GERMAN],
]);

/** Made when a language is first asked for. */
const patterns = new Map<Language, RegExp>();

/** The places (UTF-16) after spaces at which no line may end, as the language has it. */
export function keptSpaces(text: string, language: Language): ReadonlySet<number> {
  const pattern = patterns.get(language) ?? patternOf(language);
  patterns.set(language, pattern);
  const kept = new Set<number>();
  let wordStart = 0;
  for (let space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', space + 1)) {
    pattern.lastIndex = space;
    if (mayBeKept(text, wordStart, space) && pattern.test(text)) kept.add(space + 1);
    wordStart = space + 1;
  }
  return kept;
}

/** No language keeps a space before a small Latin letter, but in dates; to see that costs much less than to try. */
function mayBeKept(text: string, wordStart: number, space: number): boolean {
  const next = text.charCodeAt(space + 1);
  if (!(next >= SMALL_A && next <= SMALL_Z)) return true;
  if (text.startsWith('de ', wordStart)) return true;
  for (let at = wordStart; at < space; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= DIGIT_0 && unit <= DIGIT_9) return true;
  }
  return false;
}

const [SMALL_A, SMALL_Z, DIGIT_0, DIGIT_9] = [0x61, 0x7a, 0x30, 0x39];

/** Each alternative is one space, with what must stand on both sides of it. */
function patternOf(language: Language): RegExp {
  const companions = COMPANIONS.get(language);
  const months = furnitureOf(language).months.join('|');
  return new RegExp(
    [
      ...(companions === undefined ? [] : companionPatterns(companions)),
      // J. S. Bach
      String.raw`(?<=(?<!\p{L})\p{Lu}\.) (?=\p{Lu})`,
      // 4 September, 1er décembre, 4 de diciembre
      String.raw`(?<=(?<!\d)\d{1,2}(?:er|\.|º)?(?: de)?) (?=${months})`,
      String.raw`(?<=(?<!\d)\d{1,2}) (?=de (?:${months}))`,
      String.raw`(?<=\d) (?=[%€$£])`,
      String.raw`(?<=[§€$£]) (?=\d)`,
    ].join('|'),
    'uy',
  );
}

function companionPatterns({ numbered, titles, small, joins }: Companions): readonly string[] {
  const numbering = numbered.join('|');
  return [
    String.raw`(?<=(?<!\p{L})(?:${numbering})) (?=\p{Nd}|[IVXLC]+\b)`,
    String.raw`(?<=(?<!\p{L})(?:${titles.join('|')})) (?=\p{Lu}|\p{Lo})`,
    String.raw`(?<=\d (?:${joins.join('|')})) (?=\d{1,3}(?!\d))`,
    // 125 States, 12.4 million; but the year 2025 counts nothing, nor does article 112
    String.raw`(?<=(?<!(?:${numbering}) [\d(),]*)(?<![\p{L}\d.,/:])(?:\d{1,3}(?:[.,]\d+)*|\d{1,3}(?:[\u00a0\u202f]\d{3})+)) (?=\p{L})(?!(?:${small.join('|')})(?!\p{L}))`,
  ];
}
