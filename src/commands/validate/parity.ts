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
  findTranslating,
  originalOf,
  translatedTexts,
  translationsOf,
} from '../translations/translations.ts';

/** What the translations of letters lack, and the diagnostics of it. */
export async function validateTranslations(
  world: World,
  plans: readonly Plan[],
): Promise<{ readonly gaps: readonly ParityGap[]; readonly diagnostics: readonly Diagnostic[] }> {
  const gaps: ParityGap[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const plan of plans) {
    const translating = await findTranslating(world, plan.job.letter);
    diagnostics.push(...translating.diagnostics);
    if (!translating.ok) continue;
    const found = parityGaps(plan, translating.value.terms);
    gaps.push(...found);
    diagnostics.push(...translationWarnings(plan.campaign, found, translatedTexts(plan, translating.value.madeFrom)));
  }
  return { gaps, diagnostics };
}

/**
 * One sentence for each language, however many texts are concerned: the table has the rest. A translation that letters
 * go out in must be what its original is; one that nobody has checked may still be on its way.
 */
function translationWarnings(
  { letter }: Campaign,
  gaps: readonly ParityGap[],
  texts: readonly TranslatedText[],
): readonly Diagnostic[] {
  return Object.keys(letter.languages).flatMap((language) => {
    const found: Diagnostic[] = [];
    const severe = letter.languages[language] === 'unchecked' ? warning : fault;
    const tell = (code: DiagnosticCode, message: Message, hint: Message): void => {
      found.push(severe(code, fileStart(`templates/${letter.id}/letter.yaml`), message, { hint }));
    };
    const differing = new Set(gaps.filter((gap) => gap.language === language).map(({ text }) => text)).size;
    if (differing > 0) {
      const message = say`texts in ${language} that are not what they should be: ${differing}`;
      tell('translation/differs', message, say`the table says in what`);
    }
    const stale = texts.filter((text) => text.language === language && text.state === 'stale').map(({ text }) => text);
    if (stale.length > 0) {
      const message = say`the original has changed since these were translated into ${language}: ${stale.join(', ')}`;
      tell('translation/stale', message, say`bring them up to date, then run demarche translations --renew`);
    }
    return found;
  });
}

/**
 * Where the translations of a letter are not what the original is: texts, parts, citations, numbers, dates, symbols,
 * and the words of the trade. Who gets which text is the same in every language by construction.
 */
function parityGaps(plan: Plan, terms: readonly Term[]): readonly ParityGap[] {
  const original = originalOf(plan.campaign.letter);
  const ofOriginal = plan.templates.texts.get(original) ?? new Map();
  return [
    ...[...ofOriginal].flatMap(([text, template]) =>
      avoided(textOutline(template), terms, { language: original, text, span: fileStart(template.file) }),
    ),
    ...translationsOf(plan).flatMap((language) => {
      const translated = plan.templates.texts.get(language) ?? new Map();
      const folder = `templates/${plan.campaign.letter.id}/${language}`;
      const keys = [...new Set<string>([...ofOriginal.keys(), ...translated.keys()])].toSorted();
      return keys.flatMap((text): readonly ParityGap[] => {
        const [from, into] = [ofOriginal.get(text), translated.get(text)];
        const place = { language, text, span: fileStart(into?.file ?? `${folder}/${text}.md`) };
        if (from === undefined) return [{ ...place, what: 'text', missing: [], surplus: [text] }];
        if (into === undefined) return [{ ...place, what: 'text', missing: [text], surplus: [] }];
        return compareOutlines(textOutline(from), original, textOutline(into), terms, place);
      });
    }),
  ];
}

type ParityLocation = Pick<ParityGap, 'language' | 'text' | 'span'>;

function compareOutlines(
  from: TextOutline,
  original: Language,
  into: TextOutline,
  terms: readonly Term[],
  place: ParityLocation,
): readonly ParityGap[] {
  const { language } = place;
  return [
    ...(from.parts.join() === into.parts.join()
      ? []
      : [{ ...place, what: 'parts in order', missing: from.parts, surplus: into.parts }]),
    ...difference('partials', from.partials, into.partials, place),
    ...difference('citations', from.citations, into.citations, place),
    ...difference('numbers and dates', figuresIn(from.words, original), figuresIn(into.words, language), place),
    ...difference('symbols', symbolsIn(from.words), symbolsIn(into.words), place),
    ...terms.flatMap(({ name, words }): readonly ParityGap[] => {
      const [said, say] = [words.get(original), words.get(language)];
      if (said === undefined || say === undefined || say.use.length === 0) return [];
      if (!holdsOne(from.words, said) || holdsOne(into.words, say)) return [];
      return [{ ...place, what: `term ${name}`, missing: [say.use.join(' | ')], surplus: [] }];
    }),
    ...avoided(into, terms, place),
  ];
}

function holdsOne(words: string, { use }: TermWords): boolean {
  return use.some((word) => words.includes(word));
}

/** Words that stand in no text of their language. */
function avoided({ words }: TextOutline, terms: readonly Term[], place: ParityLocation): readonly ParityGap[] {
  return terms.flatMap((term) => {
    const surplus = (term.words.get(place.language)?.avoid ?? []).filter((word) => words.includes(word));
    return surplus.length === 0 ? [] : [{ ...place, what: `term ${term.name}`, missing: [], surplus }];
  });
}

/** What one list has more often than the other. */
function difference(
  what: string,
  from: readonly string[],
  into: readonly string[],
  place: ParityLocation,
): readonly ParityGap[] {
  const [missing, surplus] = [without(from, into), without(into, from)];
  return missing.length + surplus.length === 0 ? [] : [{ ...place, what, missing, surplus }];
}

function without(all: readonly string[], taken: readonly string[]): readonly string[] {
  const rest = [...taken];
  return all.filter((item) => {
    const index = rest.indexOf(item);
    if (index !== -1) rest.splice(index, 1);
    return index === -1;
  });
}

/** The gaps of translations as a table; empty if there are none. */
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

/** Numbers as texts write them: digits, and what binds them: 2271/96, 1,000, 1 000. */
const NUMBER = /\d{1,3}(?:\s\d{3})+(?!\d)|\d+(?:[/.,]\d+)*/gu;

/** Symbols of documents: letters and digits that are bound by slashes, stops or hyphens: ICC-ASP/20/Res.5. */
const SYMBOL = /\p{Lu}[\p{L}\p{N}]*(?:[-/.][\p{L}\p{N}]+)*\/[\p{L}\p{N}.]*\d[\p{L}\p{N}./-]*/gu;

/** How far from a number a word stands that is the month of a date: "de", and the like. */
const NEAR = 6;

/** The numbers of a text, and the months of its dates as `month 12`, whatever the language writes. */
export function figuresIn(words: string, language: Language): readonly string[] {
  const numbers = [...words.matchAll(NUMBER)].map(([number]) => normal(number));
  return [...numbers, ...monthsIn(words, language)].toSorted();
}

/** The symbols of documents in a text: the same in every language. */
export function symbolsIn(words: string): readonly string[] {
  return [...words.matchAll(SYMBOL)].map(([symbol]) => symbol.replace(/[.,/-]+$/u, '')).toSorted();
}

/** "1,000", "1.000" and "1 000" are one number. */
function normal(number: string): string {
  return /^\d{1,3}(?:[.,\s]\d{3})+$/u.test(number) ? number.replaceAll(/\D/gu, '') : number;
}

/** A month counts where a number stands near it: elsewhere it may be another word (May, آب). */
function monthsIn(words: string, language: Language): readonly string[] {
  const { months, prefixes } = conventionsOf(language);
  const prefix = `(?:${prefixes.join('|')})?`;
  return months.flatMap((month, index) => {
    const pattern = new RegExp(`(?<!\\p{L}|\\p{L}\\p{M})${prefix}${month}(?![\\p{L}\\p{M}])`, 'gu');
    return [...words.matchAll(pattern)].flatMap(({ index: at, 0: { length } }) => {
      const before = words.slice(Math.max(0, at - NEAR), at);
      const after = words.slice(at + length, at + length + NEAR);
      return /\d/u.test(before) || /\d/u.test(after) ? [`month ${index + 1}`] : [];
    });
  });
}
