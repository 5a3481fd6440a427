import { conventionsOf } from '../../languages/languages.ts';
import type { Campaign } from '../../model/campaign.ts';
import { type Diagnostic, type DiagnosticCode, fault, warning } from '../../model/diagnostic.ts';
import { type Language, lookUp, lookupTags } from '../../model/language.ts';
import type { Locales } from '../../model/locale-data.ts';
import { type Message, say } from '../../model/message.ts';
import { fileStart } from '../../model/span.ts';
import type { TextOutline } from '../../model/text-outline.ts';
import type { ParityGap, Term, TermWords } from '../../model/translating.ts';
import type { Plan } from '../../plan.ts';
import { tableText } from '../../report/table.ts';
import { textOutline } from '../../template/text-outline.ts';
import type { World } from '../../world.ts';
import { documentSymbolsIn, numbersAndMonthsIn } from './numbers-in-text.ts';
import {
  type TranslatedText,
  ownTexts,
  readTranslationRecords,
  originalLanguage,
  translatedTexts,
  translatedLanguages,
} from '../translations/translations.ts';

/**
 * Compares the translations of all letters with their originals. Returns the gaps, and diagnostics that sum them up.
 */
export async function validateTranslations(
  world: World,
  plans: readonly Plan[],
): Promise<{ readonly gaps: readonly ParityGap[]; readonly diagnostics: readonly Diagnostic[] }> {
  const gaps: ParityGap[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const plan of plans) {
    const records = await readTranslationRecords(world, plan.job.letter);
    diagnostics.push(...records.diagnostics);
    if (!records.ok) continue;
    const letterGaps = parityGaps(plan, records.value.terms);
    gaps.push(...letterGaps);
    diagnostics.push(
      ...translationDiagnostics(plan.campaign, letterGaps, translatedTexts(plan, records.value.madeFrom)),
    );
  }
  return { gaps, diagnostics };
}

/**
 * Returns at most one diagnostic of each kind for a language; the table lists the single texts. The diagnostics are
 * warnings if `letter.yaml` marks the language `unchecked`, because its translation may be unfinished, and otherwise
 * faults.
 */
function translationDiagnostics(
  { letter }: Campaign,
  gaps: readonly ParityGap[],
  texts: readonly TranslatedText[],
): readonly Diagnostic[] {
  return Object.keys(letter.languages).flatMap((language) => {
    const diagnostics: Diagnostic[] = [];
    const createDiagnostic = letter.languages[language] === 'unchecked' ? warning : fault;
    const addDiagnostic = (code: DiagnosticCode, message: Message, hint: Message): void => {
      diagnostics.push(createDiagnostic(code, fileStart(`templates/${letter.id}/letter.yaml`), message, { hint }));
    };
    const differingCount = new Set(gaps.filter((gap) => gap.language === language).map(({ text }) => text)).size;
    if (differingCount > 0) {
      const message = say`texts in ${language} that are not what they should be: ${differingCount}`;
      addDiagnostic('translation/differs', message, say`the table lists the differences`);
    }
    const staleTexts = texts
      .filter((text) => text.language === language && text.state === 'stale')
      .map(({ text }) => text);
    if (staleTexts.length > 0) {
      const message = say`the original has changed since these were translated into ${language}: ${staleTexts.join(', ')}`;
      addDiagnostic('translation/stale', message, say`bring them up to date, then run demarche translations --renew`);
    }
    return diagnostics;
  });
}

/**
 * Returns the differences between the translations of a letter and its original: texts, parts, partials, citations,
 * numbers, dates, document symbols and terms. Rules are not compared, because all languages share them.
 */
function parityGaps(plan: Plan, terms: readonly Term[]): readonly ParityGap[] {
  const sourceLanguage = originalLanguage(plan.campaign.letter);
  const originalTexts = plan.templates.parsed.get(sourceLanguage) ?? new Map();
  return [
    ...[...originalTexts].flatMap(([text, template]) =>
      avoidedWordGaps(textOutline(template), terms, { language: sourceLanguage, text, span: fileStart(template.file) }),
    ),
    ...translatedLanguages(plan).flatMap((language) => {
      const translated = plan.templates.parsed.get(language) ?? new Map();
      const folder = `templates/${plan.campaign.letter.id}/${language}`;
      // What a variant has from its language is compared there, and what is missing is missing there.
      const isVariant = lookupTags(language).some((tag, index) => index > 0 && plan.templates.parsed.has(tag));
      const keys = isVariant
        ? ownTexts(plan, language)
        : [...new Set<string>([...originalTexts.keys(), ...translated.keys()])].toSorted();
      return keys.flatMap((text): readonly ParityGap[] => {
        const [originalTemplate, translatedTemplate] = [originalTexts.get(text), translated.get(text)];
        const location = { language, text, span: fileStart(translatedTemplate?.file ?? `${folder}/${text}.md`) };
        if (originalTemplate === undefined) return [{ ...location, what: 'text', missing: [], surplus: [text] }];
        if (translatedTemplate === undefined) return [{ ...location, what: 'text', missing: [text], surplus: [] }];
        return compareOutlines(
          textOutline(originalTemplate),
          sourceLanguage,
          textOutline(translatedTemplate),
          terms,
          location,
          plan.campaign.locales,
        );
      });
    }),
  ];
}

/** The part of a gap that says where it is: language, key of the text, and span. */
type ParityLocation = Pick<ParityGap, 'language' | 'text' | 'span'>;

/** Returns the differences between an original and its translation. `sourceLanguage`: that of the original. */
function compareOutlines(
  originalOutline: TextOutline,
  sourceLanguage: Language,
  translatedOutline: TextOutline,
  terms: readonly Term[],
  location: ParityLocation,
  locales: Locales,
): readonly ParityGap[] {
  const { language } = location;
  return [
    ...(originalOutline.parts.join() === translatedOutline.parts.join()
      ? []
      : [{ ...location, what: 'parts in order', missing: originalOutline.parts, surplus: translatedOutline.parts }]),
    ...multisetGap('partials', originalOutline.partials, translatedOutline.partials, location),
    ...multisetGap('citations', originalOutline.citations, translatedOutline.citations, location),
    ...multisetGap(
      'numbers and dates',
      numbersAndMonthsIn(originalOutline.words, conventionsOf(sourceLanguage, locales)),
      numbersAndMonthsIn(translatedOutline.words, conventionsOf(language, locales)),
      location,
    ),
    ...multisetGap(
      'symbols',
      documentSymbolsIn(originalOutline.words),
      documentSymbolsIn(translatedOutline.words),
      location,
    ),
    ...terms.flatMap(({ name, words }): readonly ParityGap[] => {
      const [inOriginal, inTranslation] = [sourceLanguage, language].map((each) =>
        lookUp(each, (tag) => words.get(tag)),
      );
      if (inOriginal === undefined || inTranslation === undefined || inTranslation.use.length === 0) return [];
      if (!usesTerm(originalOutline.words, inOriginal) || usesTerm(translatedOutline.words, inTranslation)) return [];
      return [{ ...location, what: `term ${name}`, missing: [inTranslation.use.join(' | ')], surplus: [] }];
    }),
    ...avoidedWordGaps(translatedOutline, terms, location),
  ];
}

/** Whether a text contains one of the words that its language uses for a term. */
function usesTerm(words: string, { use }: TermWords): boolean {
  return use.some((word) => words.includes(word));
}

/** Returns a gap for each term of the glossary of which the text contains forbidden words in its language. */
function avoidedWordGaps(
  { words }: TextOutline,
  terms: readonly Term[],
  location: ParityLocation,
): readonly ParityGap[] {
  return terms.flatMap((term) => {
    const surplus = (lookUp(location.language, (tag) => term.words.get(tag))?.avoid ?? []).filter((word) =>
      words.includes(word),
    );
    return surplus.length === 0 ? [] : [{ ...location, what: `term ${term.name}`, missing: [], surplus }];
  });
}

/** Returns a gap if the lists differ as multisets, that is, in how often an item occurs. Their order does not count. */
function multisetGap(
  what: string,
  originalItems: readonly string[],
  translatedItems: readonly string[],
  location: ParityLocation,
): readonly ParityGap[] {
  const [missing, surplus] = [
    multisetDifference(originalItems, translatedItems),
    multisetDifference(translatedItems, originalItems),
  ];
  return missing.length + surplus.length === 0 ? [] : [{ ...location, what, missing, surplus }];
}

/** Returns the multiset difference `items` minus `removedItems`, in the order of `items`. */
function multisetDifference(items: readonly string[], removedItems: readonly string[]): readonly string[] {
  const remaining = [...removedItems];
  return items.filter((item) => {
    const index = remaining.indexOf(item);
    if (index !== -1) remaining.splice(index, 1);
    return index === -1;
  });
}

/** Formats the gaps of translations as a table for a terminal; empty if there are none. */
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
