import type { LanguageStatus, LetterSettings, TemplateFiles } from '../model/campaign.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { type Language, inLanguage, coversLanguage } from '../model/language.ts';
import { say } from '../model/message.ts';
import { type Span, fileStart } from '../model/span.ts';
import { joinNames } from './hints.ts';

/** The templates of a letter by language, as they are in its folder. */
export type TemplatesByLanguage = Readonly<Record<Language, TemplateFiles>>;

/**
 * Returns the languages of a letter: those that `letter.yaml` states or, if it states none, those that have texts. Of
 * these, the first in sorted order is the original, and the others are unchecked. A variant that has texts of its own,
 * as "pt-BR" beside "pt", is a language of the letter too. If it is not stated, it has the status of its language.
 */
export function languagesOfLetter(
  stated: LetterSettings['languages'] | undefined,
  templates: TemplatesByLanguage,
): LetterSettings['languages'] {
  const withTexts = Object.keys(templates)
    .filter((language) => (templates[language]?.size ?? 0) > 0)
    .toSorted();
  const isVariant = (tag: Language): boolean =>
    withTexts.some((language) => language !== tag && coversLanguage(language, tag));
  const roots = stated ?? statusesOf(withTexts.filter((language) => !isVariant(language)));
  const variants = withTexts.flatMap((tag): readonly (readonly [Language, LanguageStatus])[] => {
    const status = inLanguage(roots, tag);
    return status === undefined || Object.hasOwn(roots, tag) ? [] : [[tag, status]];
  });
  return { ...roots, ...Object.fromEntries(variants) };
}

function statusesOf(languages: readonly Language[]): LetterSettings['languages'] {
  return Object.fromEntries(
    languages.map((language, index): [Language, LanguageStatus] => [language, index === 0 ? 'original' : 'unchecked']),
  );
}

/** Returns the names of the wordings that a language has for the body, sorted. */
export function bodyWordings(templates: TemplateFiles = new Map()): readonly string[] {
  return [...templates.keys()]
    .filter((key) => key.startsWith(BODY))
    .map((key) => key.slice(BODY.length))
    .toSorted();
}

const BODY = 'body/';

/** Returns the fault for a letter without a text. `language`: that of the text that the hint names. */
export function noTextFault(letterId: string, language: Language = 'en'): Diagnostic {
  const file = `templates/${letterId}/${language}/body/letter.md`;
  return fault('file/missing', fileStart(file), say`the letter has no text`, {
    hint: say`create ${file}, or another name in that folder; its first line is the subject: ${'# About the bridge'}`,
  });
}

/** Returns the fault for a letter that has several texts and no rules that choose one. The hint has the rules. */
export function noBodyRulesFault(span: Span, wordings: readonly string[]): Diagnostic {
  const rules = wordings.map((use, index) =>
    index < wordings.length - 1 ? `{ use: ${use}, for: … }` : `{ use: ${use} }`,
  );
  const message = say`body is missing, and the letter has several texts: ${joinNames(wordings)}`;
  return fault('data/missing-key', span, message, {
    hint: say`say whom each is for, from top to bottom; the last is for all others: ${`body: [${rules.join(', ')}]`}`,
  });
}
