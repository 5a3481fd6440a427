import { LANGUAGES, supportsLanguage } from '../languages/languages.ts';
import type { LetterSettings, WordingRule } from '../model/campaign.ts';
import type { CampaignData } from '../model/campaign-data.ts';
import { type Data, type DataPath, dataAt, keySpanAt, spanAt } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { type InLanguages, type Language, inLanguage, coversLanguage, lookupTags } from '../model/language.ts';
import { say } from '../model/message.ts';
import { nearestName } from '../model/nearest-name.ts';
import { fileStart } from '../model/span.ts';
import type { CampaignParts } from './campaign-parts.ts';
import { joinNames } from './hints.ts';

/** Returns a fault for each language of the letter that the program cannot typeset. */
export function unsupportedLanguageFaults(
  letter: LetterSettings,
  { data, locales }: CampaignParts,
): readonly Diagnostic[] {
  const supported = [...new Set([...LANGUAGES, ...locales.keys()])];
  return Object.keys(letter.languages)
    .filter((language) => !supportsLanguage(language, locales) && !hasOwnFile(language, data))
    .map((language) => {
      const canBe = say`letters can be set in ${joinNames(supported)}`;
      const bring = say`state its words in ${`languages/${language}.yaml`}, which ${`demarche init --language ${language}`} writes`;
      const folder = `templates/${letter.id}/${language}`;
      const hint = letter.statesLanguages
        ? say`${bring}, or take it out; ${canBe}`
        : say`${bring}; or move ${folder} away, or name the languages of the letter, as in ${'languages: { en: original }'}; ${canBe}`;
      const span = letter.statesLanguages ? keySpanAt(data.letter, ['languages', language]) : fileStart(folder);
      return fault('letter/unknown-name', span, say`letters cannot be set in the language ${language}`, { hint });
    });
}

/** Whether the campaign states words for a language. If its file has faults, those are reported. */
function hasOwnFile(language: Language, { languages }: CampaignData): boolean {
  return lookupTags(language).some((tag) => Object.hasOwn(languages, tag));
}

/** Returns a fault if no language of the letter has the status `original`. */
export function noOriginalLanguageFaults(letter: LetterSettings, { data }: CampaignParts): readonly Diagnostic[] {
  if (Object.values(letter.languages).includes('original')) return [];
  const span = spanAt(data.letter, ['languages']);
  const hint = say`mark the language in which the letter was written as original`;
  return [fault('data/wrong-value', span, say`no language of the letter is the original`, { hint })];
}

/** Returns a fault if the letter is final and a language of it has the status `unchecked`. */
export function uncheckedLanguageFaults(letter: LetterSettings, { data }: CampaignParts): readonly Diagnostic[] {
  // Variants that are not stated have the status of their language, which is named.
  const uncheckedLanguages = Object.keys(letter.languages).filter(
    (language) =>
      letter.languages[language] === 'unchecked' &&
      (!letter.statesLanguages || dataAt(data.letter, ['languages', language]) !== undefined),
  );
  if (letter.status !== 'final' || uncheckedLanguages.length === 0) return [];
  const message = [...say`the letter cannot be final while texts are unchecked: `, ...joinNames(uncheckedLanguages)];
  const stated = Object.entries(letter.languages).map(([language, status]) => `${language}: ${status}`);
  const hint = letter.statesLanguages
    ? say`have them revised, take the language out, or make the letter a draft`
    : say`have them revised and say so, or leave a language out of ${`languages: { ${stated.join(', ')} }`}, or make the letter a draft`;
  const related = (letter.statesLanguages ? uncheckedLanguages : []).map((language) => ({
    span: spanAt(data.letter, ['languages', language]),
    message: say`unchecked here`,
  }));
  return [fault('data/wrong-value', spanAt(data.letter, ['status']), message, { hint, related })];
}

/**
 * Returns a fault for each localised value (language → text) that lacks a language of the run's editions: what letters
 * print of `letter.yaml` in their own words, and the names of States. The names of signatories need a text only in
 * original languages; other editions use the name in the original language.
 */
export function missingTranslationFaults(
  letter: LetterSettings,
  { data, languages, states }: CampaignParts,
): readonly Diagnostic[] {
  const findMissing = (
    fileData: Data,
    path: DataPath,
    texts: InLanguages<unknown> | undefined,
    requiredLanguages: readonly Language[] = languages,
  ): readonly Diagnostic[] =>
    texts === undefined
      ? []
      : requiredLanguages
          .filter((language) => inLanguage(texts, language) === undefined)
          .filter(isWithoutParent)
          .map((language) => missingTextFault(language, fileData, path));
  const originalLanguages = languages.filter((language) => inLanguage(letter.languages, language) === 'original');
  return [
    ...findMissing(data.letter, ['published'], letter.published),
    ...findMissing(data.letter, ['letterhead', 'name'], letter.letterhead?.name),
    ...(['place', 'marking', 'delivery'] as const).flatMap((key) => findMissing(data.letter, [key], letter[key])),
    ...letter.signatories.flatMap(({ name, person, title, onBehalfOf, country }, index) => {
      const path = ['signatories', index];
      return [
        ...findMissing(data.letter, [...path, 'name'], name, originalLanguages),
        ...findMissing(data.letter, [...path, 'person'], person),
        ...findMissing(data.letter, [...path, 'title'], title),
        ...findMissing(data.letter, [...path, 'on-behalf-of'], onBehalfOf),
        ...findMissing(data.letter, [...path, 'country'], country),
      ];
    }),
    ...[...(states?.values() ?? [])].flatMap(({ code, names }) => findMissing(data.states, [code, 'names'], names)),
  ];
}

function missingTextFault(language: Language, data: Data, path: DataPath): Diagnostic {
  const dottedPath = path.filter((step) => typeof step === 'string').join('.');
  const message = say`${dottedPath} has no text in ${language}, a language of the letter`;
  const valueSpan = spanAt(data, path);
  // The key of a value in a table is the name of its column, which is not where the text is missing.
  const span = valueSpan.cell === undefined ? keySpanAt(data, path) : valueSpan;
  return fault('data/missing-key', span, message, { hint: say`add ${language} with its text` });
}

/** Returns a fault for each wording that a rule uses and that has no template in a language of the run's editions. */
export function missingTemplateFaults(
  letter: LetterSettings,
  { data, languages }: CampaignParts,
): readonly Diagnostic[] {
  const templateUses = [
    ...templateUsesAt(['body'], 'body', letter.body),
    ...templateUsesAt(['cover'], 'cover', letter.cover),
    ...[...letter.demands.values()].flatMap(({ id, wordings }) =>
      templateUsesAt(['demands', id, 'wordings'], `demands/${id}`, wordings),
    ),
    ...[...letter.passages.values()].flatMap(({ id, wordings }) =>
      templateUsesAt(['passages', id], `passages/${id}`, wordings),
    ),
  ];
  const lacks = (language: Language, key: string): boolean => inLanguage(data.templates, language)?.has(key) !== true;
  return languages.filter(isWithoutParent).flatMap((language) => {
    const missingTemplates = templateUses.filter(({ key }) => lacks(language, key));
    return missingTemplates.map(({ key, path }) => unknownTextFault(data, language, key, path));
  });
}

/**
 * Whether a language is no variant of another of these. A variant has what its language has, so that something that it
 * lacks is reported for its language.
 */
function isWithoutParent(tag: Language, _index: number, languages: readonly Language[]): boolean {
  return !languages.some((language) => language !== tag && coversLanguage(language, tag));
}

/** Returns, for each rule, the key of the template that it uses and the path of its `use` in `letter.yaml`. */
function templateUsesAt(
  path: DataPath,
  folder: string,
  rules: readonly WordingRule[],
): readonly { readonly key: string; readonly path: DataPath }[] {
  return rules.map(({ use }, index) => ({ key: `${folder}/${use}`, path: [...path, index, 'use'] }));
}

function unknownTextFault(data: CampaignData, language: Language, key: string, path: DataPath): Diagnostic {
  const file = `templates/${data.id}/${language}/${key}.md`;
  const folder = key.slice(0, key.lastIndexOf('/') + 1);
  const wording = key.slice(folder.length);
  const keysInFolder = [...(inLanguage(data.templates, language)?.keys() ?? [])].filter((templateKey) =>
    templateKey.startsWith(folder),
  );
  const wordings = keysInFolder.map((templateKey) => templateKey.slice(folder.length));
  const nearestWording = nearestName(wording, wordings);
  const hint =
    nearestWording === undefined ? say`create ${file}` : say`create ${file}, or use ${nearestWording}, which is there`;
  const message = say`the wording ${wording} has no text in ${language}`;
  return fault('letter/unknown-text', spanAt(data.letter, path), message, { hint });
}
