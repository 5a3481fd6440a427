import { LANGUAGES } from '../languages/languages.ts';
import type { LetterSettings, WordingRule } from '../model/campaign.ts';
import type { CampaignData } from '../model/campaign-data.ts';
import { type Data, type DataPath, keySpanAt, spanAt } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import type { Language, Localised } from '../model/language.ts';
import { say } from '../model/message.ts';
import { nearestName } from '../model/nearest-name.ts';
import type { State } from '../model/state.ts';
import type { CampaignParts } from './campaign-parts.ts';
import { namesInSentence } from './hints.ts';

/** Each language of the letter can be typeset, and those of the editions made have forms of address. */
export function languagesAreSupported(
  letter: LetterSettings,
  { data, languages }: CampaignParts,
): readonly Diagnostic[] {
  return Object.keys(letter.languages).flatMap((language) => {
    const span = keySpanAt(data.letter, ['languages', language]);
    if (!LANGUAGES.includes(language)) {
      const hint = [...say`take it out; letters can be set in `, ...namesInSentence(LANGUAGES)];
      return fault('letter/unknown-name', span, say`letters cannot be set in the language ${language}`, { hint });
    }
    if (!languages.includes(language) || Object.hasOwn(data.forms, language)) return [];
    const file = `recipients/forms/${language}.yaml`;
    return fault('file/missing', span, say`the language ${language} has no forms of address: ${file} is missing`, {
      hint: say`create ${file} with a form for every rank`,
    });
  });
}

/** At least one language has the status `original`. */
export function oneLanguageIsOriginal(letter: LetterSettings, { data }: CampaignParts): readonly Diagnostic[] {
  if (Object.values(letter.languages).includes('original')) return [];
  const span = spanAt(data.letter, ['languages']);
  const hint = say`mark the language in which the letter was written as original`;
  return [fault('data/wrong-value', span, say`no language of the letter is the original`, { hint })];
}

/** No language of a final letter has the status `unchecked`. */
export function finalTextsAreChecked(letter: LetterSettings, { data }: CampaignParts): readonly Diagnostic[] {
  const unchecked = Object.keys(letter.languages).filter((language) => letter.languages[language] === 'unchecked');
  if (letter.status !== 'final' || unchecked.length === 0) return [];
  const message = [...say`the letter cannot be final while texts are unchecked: `, ...namesInSentence(unchecked)];
  const hint = say`have them revised, take the language out, or make the letter a draft`;
  const related = unchecked.map((language) => ({
    span: spanAt(data.letter, ['languages', language]),
    message: say`unchecked here`,
  }));
  return [fault('data/wrong-value', spanAt(data.letter, ['status']), message, { hint, related })];
}

/**
 * The localised values that letters print have a text in the language of every edition made: `published`, the titles of
 * signatories and the names of States. The names of signatories need one only in original languages.
 */
export function textsAreInEveryLanguage(
  letter: LetterSettings,
  { data, languages, states }: CampaignParts,
): readonly Diagnostic[] {
  const missing = (
    from: Data,
    path: DataPath,
    texts: Localised | State['names'] | undefined,
    required: readonly Language[] = languages,
  ): readonly Diagnostic[] =>
    texts === undefined
      ? []
      : required
          .filter((language) => !Object.hasOwn(texts, language))
          .map((language) => missingText(language, from, path));
  const originals = languages.filter((language) => letter.languages[language] === 'original');
  return [
    ...missing(data.letter, ['published'], letter.published),
    ...letter.signatories.flatMap(({ name, title }, index) => [
      ...missing(data.letter, ['signatories', index, 'name'], name, originals),
      ...missing(data.letter, ['signatories', index, 'title'], title),
    ]),
    ...[...(states?.values() ?? [])].flatMap(({ code, names }) => missing(data.states, [code, 'names'], names)),
  ];
}

function missingText(language: Language, data: Data, path: DataPath): Diagnostic {
  const dottedPath = path.filter((step) => typeof step === 'string').join('.');
  const message = say`${dottedPath} has no text in ${language}, a language of the letter`;
  return fault('data/missing-key', keySpanAt(data, path), message, { hint: say`add ${language} with its text` });
}

/** Every wording that a rule uses has a text in the language of every edition made. */
export function textsExist(letter: LetterSettings, { data, languages }: CampaignParts): readonly Diagnostic[] {
  const uses = [
    ...usesAt(['body'], 'body', letter.body),
    ...[...letter.demands.values()].flatMap(({ id, wordings }) =>
      usesAt(['demands', id, 'wordings'], `demands/${id}`, wordings),
    ),
    ...[...letter.passages.values()].flatMap(({ id, wordings }) =>
      usesAt(['passages', id], `passages/${id}`, wordings),
    ),
  ];
  return languages.flatMap((language) => {
    const missing = uses.filter(({ key }) => data.templates[language]?.has(key) !== true);
    return missing.map(({ key, path }) => unknownText(data, language, key, path));
  });
}

/** Returns, for each rule, the key of the text that it uses and the path of its `use` in `letter.yaml`. */
function usesAt(
  path: DataPath,
  folder: string,
  rules: readonly WordingRule[],
): readonly { readonly key: string; readonly path: DataPath }[] {
  return rules.map(({ use }, index) => ({ key: `${folder}/${use}`, path: [...path, index, 'use'] }));
}

function unknownText(data: CampaignData, language: Language, key: string, path: DataPath): Diagnostic {
  const file = `templates/${data.id}/${language}/${key}.md`;
  const folder = key.slice(0, key.lastIndexOf('/') + 1);
  const wording = key.slice(folder.length);
  const neighbours = [...(data.templates[language]?.keys() ?? [])].filter((other) => other.startsWith(folder));
  const names = neighbours.map((other) => other.slice(folder.length));
  const nearest = nearestName(wording, names);
  const hint = nearest === undefined ? say`create ${file}` : say`create ${file}, or use ${nearest}, which is there`;
  const message = say`the wording ${wording} has no text in ${language}`;
  return fault('letter/unknown-text', spanAt(data.letter, path), message, { hint });
}
