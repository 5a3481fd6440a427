import * as v from 'valibot';
import type { Localised } from '../model/language.ts';
import type { Letterhead, Logo, NamedPicture } from '../model/letterhead.ts';
import { accentColour } from './accent-colour.ts';
import { ANY_KEY, type LinesPath } from './divide-lines.ts';
import { localisedLines } from './line-schemas.ts';
import { lengthBetween } from './lengths.ts';
import { lineOfText, localised, oneOf, strictMapping, yesNo } from './value-schemas.ts';

/** The values of `letter.yaml` that have lines. */
export const LETTER_LINES: readonly LinesPath[] = [
  ['letterhead', 'lines'],
  ['letterhead', 'lines', ANY_KEY],
];

/** The schema of words that letters print for themselves, one text for all languages or one for each: no yes or no. */
export const printedWords: v.GenericSchema<unknown, Localised> = v.pipe(
  localised,
  v.check(
    (words) => !Object.values(words).some((text) => /^(?:true|false|yes|no)$/iu.test(text)),
    'the words that letters print, as in Confidential',
  ),
);

/** The keys of every picture that `letter.yaml` names. The words are only read out, so that they are no printed words. */
const pictureEntries = { file: lineOfText, alt: v.exactOptional(localised) };

/** The schema of `image` in a signatory: a picture of the signature. */
export const signatureImageSchema: v.GenericSchema<unknown, NamedPicture> = strictMapping({
  ...pictureEntries,
  height: v.exactOptional(lengthBetween(12, 86)),
});

const logoSchema: v.GenericSchema<unknown, Logo> = strictMapping({
  ...pictureEntries,
  decorative: v.exactOptional(yesNo),
  height: v.exactOptional(lengthBetween(12, 172)),
  align: v.exactOptional(oneOf(['start', 'center', 'end'])),
});

/** The schema of `letterhead` in `letter.yaml`. */
export const letterheadSchema: v.GenericSchema<unknown, Letterhead> = strictMapping({
  name: v.exactOptional(localised),
  lines: v.exactOptional(localisedLines),
  accent: v.exactOptional(accentColour),
  logo: v.exactOptional(logoSchema),
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
