import { LANGUAGES, supportsLanguage } from '../languages/languages.ts';
import type { LetterSettings } from '../model/campaign.ts';
import { type DataPath, dataAt, keySpanAt } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { ALL_LANGUAGES, type InLanguages } from '../model/language.ts';
import { say } from '../model/message.ts';
import { nearestName } from '../model/nearest-name.ts';
import type { CampaignParts } from './campaign-parts.ts';
import { joinNames } from './hints.ts';

/**
 * Returns a fault for each key of the reference and of the lines of the letterhead that is the tag of a language in
 * which no letter can be set. These two fall back to the first language of the file, so that a misspelt key (`our` for
 * `ours`) would decide what letters print.
 */
export function unknownHeadLanguageFaults(letter: LetterSettings, parts: CampaignParts): readonly Diagnostic[] {
  const { data } = parts;
  const hasKey = dataAt(data.letter, ['reference', 'ours']) !== undefined;
  return [
    ...unknownLanguages(letter.reference?.text, hasKey ? ['reference', 'ours'] : ['reference'], parts),
    ...unknownLanguages(letter.letterhead?.lines, ['letterhead', 'lines'], parts),
  ];
}

function unknownLanguages(
  texts: InLanguages<unknown> | undefined,
  path: DataPath,
  { data, locales }: CampaignParts,
): readonly Diagnostic[] {
  return Object.keys(texts ?? {})
    .filter((language) => language !== ALL_LANGUAGES && !supportsLanguage(language, locales))
    .map((language) => {
      const key = path.length === 1 ? nearestName(language, ['ours']) : undefined;
      const languages = [...new Set([...LANGUAGES, ...locales.keys()])];
      const hint = key === undefined ? say`letters can be set in ${joinNames(languages)}` : say`did you mean ${key}?`;
      const message = say`letters cannot be set in the language ${language}`;
      return fault('letter/unknown-name', keySpanAt(data.letter, [...path, language]), message, { hint });
    });
}
