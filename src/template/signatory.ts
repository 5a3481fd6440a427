import type { LetterSettings, Signatory } from '../model/campaign.ts';
import type { Language } from '../model/language.ts';

/**
 * The organisation's name in a language: a name that has no translation is the same in every language, so the one in the
 * language that the letter was written in stands for it.
 */
export function signatoryName(signatory: Signatory, letter: LetterSettings, language: Language): string | undefined {
  const original = Object.keys(letter.languages).find((candidate) => letter.languages[candidate] === 'original');
  return signatory.name[language] ?? (original === undefined ? undefined : signatory.name[original]);
}
