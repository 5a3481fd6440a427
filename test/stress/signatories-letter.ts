import type { Letter } from '../../src/model/letter.ts';
import { manySignatures } from '../support/many-signatories.ts';
import { stressLetter } from './stress-letters.ts';

/** The languages that have such a letter. */
export const SIGNATORIES_LANGUAGES = ['en', 'ar'] as const;

/** Builds the stress letter of a language with sixty signatures under six headings, which take more than a page. */
export function signatoriesLetter(language: (typeof SIGNATORIES_LANGUAGES)[number]): Letter {
  return { ...stressLetter(language), id: 'signatories', signatures: manySignatures(60, language, 6) };
}
