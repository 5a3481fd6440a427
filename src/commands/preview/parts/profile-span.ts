import { dataAt, type Data, type DataPath, type Fields } from '../../../model/data.ts';
import { ALL_LANGUAGES, type Language, lookupTags } from '../../../model/language.ts';
import type { Span } from '../../../model/span.ts';
import type { ExplainedLetter } from './explained-letter.ts';

/**
 * Returns where the value at a path of the recipient's profile is stated: the text in the language of the letter, or else
 * the first of those in languages. Of a path that the profile does not have to its end, it is where the last step is that
 * it has, as for lines that are one text. `item`: the place of the item, if the value is a list or lists in languages.
 * `language`: that of the value, if it is not that of the letter.
 */
export function spanInProfile(
  { profile, selection }: Pick<ExplainedLetter, 'profile' | 'selection'>,
  path: DataPath,
  { item, language = selection.language }: { readonly item?: number; readonly language?: Language } = {},
): Span {
  let { span } = selection.recipient;
  let found = profile;
  for (const step of path) {
    const next = dataAt(found, [step]);
    if (next === undefined) return span;
    found = next;
    ({ span } = found);
  }
  const inLanguage = found.kind === 'fields' ? textInLanguage(found, language) : found;
  return (item === undefined ? undefined : dataAt(inLanguage, [item])?.span) ?? inLanguage.span;
}

function textInLanguage(texts: Fields, language: Language): Data {
  const tags = [ALL_LANGUAGES, ...lookupTags(language)];
  const found = tags.flatMap((tag) => dataAt(texts, [tag]) ?? []);
  return found[0] ?? texts.entries[0]?.value ?? texts;
}
