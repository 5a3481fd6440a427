import * as v from 'valibot';
import { type InLanguages, type Localised, inAllLanguages } from '../model/language.ts';
import type { Letterhead } from '../model/letterhead.ts';
import { accentColour } from './accent-colour.ts';
import { languageSchema, lineOfText, localised, nonEmptyListOf, recordOf, strictMapping } from './value-schemas.ts';

/** The schema of words that letters print for themselves, one text for all languages or one for each: no yes or no. */
export const printedWords: v.GenericSchema<unknown, Localised> = v.pipe(
  localised,
  v.check(
    (words) => !Object.values(words).some((text) => /^(?:true|false|yes|no)$/iu.test(text)),
    'the words that letters print, as in Confidential',
  ),
);

const linesByLanguage: v.GenericSchema<unknown, InLanguages<readonly string[]>> = v.pipe(
  recordOf(nonEmptyListOf(lineOfText), languageSchema),
  v.check((lines) => Object.keys(lines).length > 0, 'lines in at least one language (en: [line])'),
);
const linesForAll: v.GenericSchema<unknown, InLanguages<readonly string[]>> = v.pipe(
  nonEmptyListOf(lineOfText),
  v.transform((lines) => inAllLanguages(lines)),
);

/** The schema of the lines of the letterhead: one list for all languages, or one for each. */
const listInLanguages: v.GenericSchema<unknown, InLanguages<readonly string[]>> = v.pipe(
  v.lazy((input) =>
    typeof input === 'object' && input !== null && !Array.isArray(input) ? linesByLanguage : linesForAll,
  ),
  v.metadata({ alternatives: [linesForAll, linesByLanguage] }),
);

/** The schema of `letterhead` in `letter.yaml`. */
export const letterheadSchema: v.GenericSchema<unknown, Letterhead> = strictMapping({
  name: v.exactOptional(localised),
  lines: v.exactOptional(listInLanguages),
  accent: v.exactOptional(accentColour),
});

/** The schema of `reference` in a profile. */
export const profileReferenceSchema: v.GenericSchema<
  unknown,
  { readonly yours?: Localised; readonly ours?: Localised }
> = strictMapping({ yours: v.exactOptional(localised), ours: v.exactOptional(localised) });

const textAlone: v.GenericSchema<unknown, { readonly ours: Localised }> = v.pipe(
  localised,
  v.transform((ours) => ({ ours })),
);

const referenceWithKey: v.GenericSchema<unknown, { readonly ours: Localised }> = strictMapping({
  ours: localised,
});

/** The schema of `reference` in `letter.yaml`: the sender's reference, under its key or alone. */
export const letterReferenceSchema: v.GenericSchema<unknown, { readonly ours: Localised }> = v.pipe(
  v.lazy((input) => (hasReferenceKeys(input) ? referenceWithKey : textAlone)),
  v.metadata({ alternatives: [textAlone, referenceWithKey] }),
);

/** Whether a value is a mapping whose keys are those of references, and no languages. */
function hasReferenceKeys(input: unknown): boolean {
  return typeof input === 'object' && input !== null && ['ours', 'yours'].some((key) => Object.hasOwn(input, key));
}
