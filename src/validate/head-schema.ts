import * as v from 'valibot';
import type { InLanguages, Language, Localised } from '../model/language.ts';
import type { Letterhead } from '../model/letterhead.ts';
import { accentColour } from './accent-colour.ts';
import {
  TextForAll,
  languageSchema,
  lineOfText,
  localised,
  nonEmptyListOf,
  recordOf,
  strictMapping,
  textOrLocalised,
} from './value-schemas.ts';

/** The schema of words that letters print for themselves, one text for all languages or one for each: no yes or no. */
export const printedWords: v.GenericSchema<unknown, Localised> = v.pipe(
  localised,
  v.check(
    (words) =>
      !(words instanceof TextForAll ? [words.text] : Object.values(words)).some((text) =>
        /^(?:true|false|yes|no)$/iu.test(text),
      ),
    'the words that letters print, as in Confidential',
  ),
);

const listOfLines: v.GenericSchema<unknown, readonly string[]> = nonEmptyListOf(lineOfText);
const linesByLanguage: v.GenericSchema<unknown, Readonly<Record<Language, readonly string[]>>> = v.pipe(
  recordOf(nonEmptyListOf(lineOfText), languageSchema),
  v.check((lines) => Object.keys(lines).length > 0, 'lines in at least one language (en: [line])'),
);

/** The schema of the lines of the letterhead: one list for all languages, or one for each. */
const linesInLanguages: v.GenericSchema<unknown, InLanguages<readonly string[]>> = v.pipe(
  v.lazy((input): v.GenericSchema<unknown, readonly string[] | Readonly<Record<Language, readonly string[]>>> =>
    typeof input === 'object' && input !== null && !Array.isArray(input) ? linesByLanguage : listOfLines,
  ),
  v.metadata({ alternatives: [listOfLines, linesByLanguage] }),
  v.transform((lines): InLanguages<readonly string[]> => (isOneList(lines) ? { all: lines } : { each: lines })),
);

/** Whether lines are one list. `Array.isArray` alone does not narrow a `readonly` array. */
function isOneList(
  lines: readonly string[] | Readonly<Record<Language, readonly string[]>>,
): lines is readonly string[] {
  return Array.isArray(lines);
}

/** The schema of `letterhead` in `letter.yaml`. */
export const letterheadSchema: v.GenericSchema<unknown, Letterhead> = strictMapping({
  name: v.exactOptional(localised),
  lines: v.exactOptional(linesInLanguages),
  accent: v.exactOptional(accentColour),
});

/** The schema of a text that is the same in all languages, or is there for each. */
export const textInLanguages: v.GenericSchema<unknown, InLanguages<string>> = v.pipe(
  textOrLocalised,
  v.transform((text): InLanguages<string> => (typeof text === 'string' ? { all: text } : { each: text })),
);

/** The schema of `reference` in a profile. */
export const profileReferenceSchema: v.GenericSchema<
  unknown,
  { readonly yours?: InLanguages<string>; readonly ours?: InLanguages<string> }
> = strictMapping({ yours: v.exactOptional(textInLanguages), ours: v.exactOptional(textInLanguages) });

const textAlone: v.GenericSchema<unknown, { readonly ours: InLanguages<string> }> = v.pipe(
  textInLanguages,
  v.transform((ours) => ({ ours })),
);

const referenceWithKey: v.GenericSchema<unknown, { readonly ours: InLanguages<string> }> = strictMapping({
  ours: textInLanguages,
});

/** The schema of `reference` in `letter.yaml`: the sender's reference, under its key or alone. */
export const letterReferenceSchema: v.GenericSchema<unknown, { readonly ours: InLanguages<string> }> = v.pipe(
  v.lazy((input) => (hasReferenceKeys(input) ? referenceWithKey : textAlone)),
  v.metadata({ alternatives: [textAlone, referenceWithKey] }),
);

/** Whether a value is a mapping whose keys are those of references, and no languages. */
function hasReferenceKeys(input: unknown): boolean {
  return typeof input === 'object' && input !== null && ['ours', 'yours'].some((key) => Object.hasOwn(input, key));
}
