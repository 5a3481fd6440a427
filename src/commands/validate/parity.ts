import { conventionsOf } from '../../languages/languages.ts';
import type { Campaign } from '../../model/campaign.ts';
import { type Diagnostic, type DiagnosticCode, fault, warning } from '../../model/diagnostic.ts';
import type { Language } from '../../model/language.ts';
import { type Message, say } from '../../model/message.ts';
import { fileStart } from '../../model/span.ts';
import type { TextOutline } from '../../model/text-outline.ts';
import type { ParityGap, Term, TermWords } from '../../model/translating.ts';
import type { Plan } from '../../pipeline.ts';
import { tableText } from '../../report/table.ts';
import { textOutline } from '../../template/text-outline.ts';
import type { World } from '../../world.ts';
import {
  type TranslatedText,
  readTranslationRecords,
  originalLanguage,
  translatedTexts,
  translatedLanguages,
} from '../translations/translations.ts';

/** Compares the translations of all letters with their originals. Returns the gaps, and diagnostics that count them. */
export async function validateTranslations(
  world: World,
  plans: readonly Plan[],
): Promise<{ readonly gaps: readonly ParityGap[]; readonly diagnostics: readonly Diagnostic[] }> {
  const gaps: ParityGap[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const plan of plans) {
    const translating = await readTranslationRecords(world, plan.job.letter);
    diagnostics.push(...translating.diagnostics);
    if (!translating.ok) continue;
    const found = parityGaps(plan, translating.value.terms);
    gaps.push(...found);
    diagnostics.push(...translationWarnings(plan.campaign, found, translatedTexts(plan, translating.value.madeFrom)));
  }
  return { gaps, diagnostics };
}

/**
 * At most one diagnostic of each kind for a language, for any number of texts; the table lists the texts. It is a
 * warning if letter.yaml marks the language `unchecked`, as its translation may be unfinished, otherwise a fault.
 */
function translationWarnings(
  { letter }: Campaign,
  gaps: readonly ParityGap[],
  texts: readonly TranslatedText[],
): readonly Diagnostic[] {
  return Object.keys(letter.languages).flatMap((language) => {
    const found: Diagnostic[] = [];
    const createDiagnostic = letter.languages[language] === 'unchecked' ? warning : fault;
    const addDiagnostic = (code: DiagnosticCode, message: Message, hint: Message): void => {
      found.push(createDiagnostic(code, fileStart(`templates/${letter.id}/letter.yaml`), message, { hint }));
    };
    const differing = new Set(gaps.filter((gap) => gap.language === language).map(({ text }) => text)).size;
    if (differing > 0) {
      const message = say`texts in ${language} that are not what they should be: ${differing}`;
      addDiagnostic('translation/differs', message, say`the table lists the differences`);
    }
    const stale = texts.filter((text) => text.language === language && text.state === 'stale').map(({ text }) => text);
    if (stale.length > 0) {
      const message = say`the original has changed since these were translated into ${language}: ${stale.join(', ')}`;
      addDiagnostic('translation/stale', message, say`bring them up to date, then run demarche translations --renew`);
    }
    return found;
  });
}

/**
 * The differences between the translations of a letter and its original: texts, parts, partials, citations, numbers,
 * dates, document symbols and terms. Rules are not compared, as all languages share them.
 */
function parityGaps(plan: Plan, terms: readonly Term[]): readonly ParityGap[] {
  const original = originalLanguage(plan.campaign.letter);
  const originalTexts = plan.templates.parsed.get(original) ?? new Map();
  return [
    ...[...originalTexts].flatMap(([text, template]) =>
      avoidedWords(textOutline(template), terms, { language: original, text, span: fileStart(template.file) }),
    ),
    ...translatedLanguages(plan).flatMap((language) => {
      const translated = plan.templates.parsed.get(language) ?? new Map();
      const folder = `templates/${plan.campaign.letter.id}/${language}`;
      const keys = [...new Set<string>([...originalTexts.keys(), ...translated.keys()])].toSorted();
      return keys.flatMap((text): readonly ParityGap[] => {
        const [from, into] = [originalTexts.get(text), translated.get(text)];
        const location = { language, text, span: fileStart(into?.file ?? `${folder}/${text}.md`) };
        if (from === undefined) return [{ ...location, what: 'text', missing: [], surplus: [text] }];
        if (into === undefined) return [{ ...location, what: 'text', missing: [text], surplus: [] }];
        return compareOutlines(textOutline(from), original, textOutline(into), terms, location);
      });
    }),
  ];
}

/** The language, text key and span of a gap. */
type ParityLocation = Pick<ParityGap, 'language' | 'text' | 'span'>;

/** The differences between an original (`from`) and its translation (`into`). */
function compareOutlines(
  from: TextOutline,
  original: Language,
  into: TextOutline,
  terms: readonly Term[],
  location: ParityLocation,
): readonly ParityGap[] {
  const { language } = location;
  return [
    ...(from.parts.join() === into.parts.join()
      ? []
      : [{ ...location, what: 'parts in order', missing: from.parts, surplus: into.parts }]),
    ...multisetGap('partials', from.partials, into.partials, location),
    ...multisetGap('citations', from.citations, into.citations, location),
    ...multisetGap(
      'numbers and dates',
      numbersAndMonthsIn(from.words, original),
      numbersAndMonthsIn(into.words, language),
      location,
    ),
    ...multisetGap('symbols', documentSymbolsIn(from.words), documentSymbolsIn(into.words), location),
    ...terms.flatMap(({ name, words }): readonly ParityGap[] => {
      const [inOriginal, inTranslation] = [words.get(original), words.get(language)];
      if (inOriginal === undefined || inTranslation === undefined || inTranslation.use.length === 0) return [];
      if (!usesTerm(from.words, inOriginal) || usesTerm(into.words, inTranslation)) return [];
      return [{ ...location, what: `term ${name}`, missing: [inTranslation.use.join(' | ')], surplus: [] }];
    }),
    ...avoidedWords(into, terms, location),
  ];
}

/** Whether the text contains one of the term's words. */
function usesTerm(words: string, { use }: TermWords): boolean {
  return use.some((word) => words.includes(word));
}

/** Gaps for words that the glossary terms forbid in this language and that the text contains. */
function avoidedWords({ words }: TextOutline, terms: readonly Term[], location: ParityLocation): readonly ParityGap[] {
  return terms.flatMap((term) => {
    const surplus = (term.words.get(location.language)?.avoid ?? []).filter((word) => words.includes(word));
    return surplus.length === 0 ? [] : [{ ...location, what: `term ${term.name}`, missing: [], surplus }];
  });
}

/** A gap if the lists differ as multisets, that is, by how often each item occurs; the order does not count. */
function multisetGap(
  what: string,
  from: readonly string[],
  into: readonly string[],
  location: ParityLocation,
): readonly ParityGap[] {
  const [missing, surplus] = [multisetDifference(from, into), multisetDifference(into, from)];
  return missing.length + surplus.length === 0 ? [] : [{ ...location, what, missing, surplus }];
}

/** The multiset difference `all` minus `taken`, in the order of `all`. */
function multisetDifference(all: readonly string[], taken: readonly string[]): readonly string[] {
  const rest = [...taken];
  return all.filter((item) => {
    const index = rest.indexOf(item);
    if (index !== -1) rest.splice(index, 1);
    return index === -1;
  });
}

/** The gaps of translations as a table for a terminal; empty if there are none. */
export function parityText(gaps: readonly ParityGap[]): string {
  if (gaps.length === 0) return '';
  const rows = gaps.map(({ language, text, what, missing, surplus }) => [
    language,
    text,
    what,
    missing.join(', '),
    surplus.join(', '),
  ]);
  return tableText(['language', 'text', 'what', 'missing', 'not in the original, or to be avoided'], rows);
}

/** A number in a text: digits with separators inside, such as 2271/96, 1,000 or 1 000. */
const NUMBER = /\d{1,3}(?:\s\d{3})+(?!\d)|\d+(?:[/.,]\d+)*/gu;

/**
 * A document symbol: a capital first, letters and digits joined by slashes, full stops or hyphens: ICC-ASP/20/Res.5.
 */
const SYMBOL = /\p{Lu}[\p{L}\p{N}]*(?:[-/.][\p{L}\p{N}]+)*\/[\p{L}\p{N}.]*\d[\p{L}\p{N}./-]*/gu;

/**
 * The maximum distance between the name of a month and a number of the same date, in UTF-16 units. It leaves room for a
 * word such as Spanish "de".
 */
const MONTH_DISTANCE = 6;

/** The numbers of a text, and the months of its dates in the form `month 12`, sorted. Comparable across languages. */
export function numbersAndMonthsIn(words: string, language: Language): readonly string[] {
  const numbers = [...words.matchAll(NUMBER)].map(([number]) => normalisedNumber(number));
  return [...numbers, ...monthsIn(words, language)].toSorted();
}

/** The document symbols in a text, sorted. They are the same in every language. */
export function documentSymbolsIn(words: string): readonly string[] {
  return [...words.matchAll(SYMBOL)].map(([symbol]) => symbol.replace(/[.,/-]+$/u, '')).toSorted();
}

/** A number without thousands separators, so that "1,000", "1.000" and "1 000" are equal; others are unchanged. */
function normalisedNumber(number: string): string {
  return /^\d{1,3}(?:[.,\s]\d{3})+$/u.test(number) ? number.replaceAll(/\D/gu, '') : number;
}

/** The months in a text. A month's name counts only with a digit nearby, as it may be another word (May, آب). */
function monthsIn(words: string, language: Language): readonly string[] {
  const { months, attachedPrefixes: prefixes } = conventionsOf(language);
  const prefix = `(?:${prefixes.join('|')})?`;
  return months.flatMap((month, index) => {
    const pattern = new RegExp(`(?<!\\p{L}|\\p{L}\\p{M})${prefix}${month}(?![\\p{L}\\p{M}])`, 'gu');
    return [...words.matchAll(pattern)].flatMap(({ index: start, 0: { length } }) => {
      const before = words.slice(Math.max(0, start - MONTH_DISTANCE), start);
      const after = words.slice(start + length, start + length + MONTH_DISTANCE);
      return /\d/u.test(before) || /\d/u.test(after) ? [`month ${index + 1}`] : [];
    });
  });
}
