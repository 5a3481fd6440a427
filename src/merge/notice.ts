import { conventionsOf } from '../languages/languages.ts';
import type { LetterSettings } from '../model/campaign.ts';
import type { Language } from '../model/language.ts';

/** What every page says of a letter that is not the one to be signed: a specimen, a draft, a translation, or two of them. */
export function noticeOf({ status, languages, edition }: LetterSettings, language: Language): string | undefined {
  const { notice, translation } = conventionsOf(language);
  const sentences: string[] = status === 'final' ? [] : [notice[status]];
  if (languages[language] !== 'original') {
    const courtesy = languages['en'] === 'original' ? translation.ofEnglish : translation.ofAnother;
    sentences.push(edition?.[language] ?? courtesy);
  }
  return sentences.length === 0 ? undefined : sentences.join(' ');
}
