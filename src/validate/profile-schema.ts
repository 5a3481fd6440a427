import * as v from 'valibot';
import type { Day } from '../model/date.ts';
import type { Language } from '../model/language.ts';
import {
  type Channel,
  CHANNEL_USES,
  type Copy,
  type Holder,
  type PostalAddress,
  type Recipient,
  type Skip,
} from '../model/recipient.ts';
import { profileFieldsSchema } from './field-values.ts';
import { genderSchema } from './gender.ts';
import { ANY_KEY, type LinesPath } from './divide-lines.ts';
import { profileReferenceSchema } from './head-schema.ts';
import { localisedLines } from './line-schemas.ts';
import { mailAddress } from './mail-address.ts';
import {
  strictMapping,
  chronological,
  languageSchema,
  lineOfText,
  listOf,
  localised,
  nameSchema,
  oneOf,
  periodEntries,
  stateCode,
  verifiedSchema,
} from './value-schemas.ts';

/** The holder of an office as in the YAML file, with the source of the name. */
export interface HolderEntry extends Omit<Holder, 'span'> {
  readonly source?: string;
}

/** A profile as in the YAML file. */
export interface Profile extends Omit<
  Recipient,
  'roles' | 'languages' | 'address' | 'channels' | 'copies' | 'fields' | 'holder' | 'skip' | 'span' | 'verified'
> {
  readonly roles?: readonly string[];
  readonly languages?: readonly Language[];
  readonly holder?: HolderEntry;
  readonly address?: PostalAddress;
  readonly channels?: readonly Channel[];
  readonly copies?: readonly Copy[];
  /** Not yet compared with the declarations. */
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly verified?: Day | false;
  readonly skip?: Omit<Skip, 'span'>;
}

/** The schema of the holder of an office. */
const holderSchema: v.GenericSchema<unknown, HolderEntry> = chronological(
  strictMapping({
    name: lineOfText,
    honorific: v.exactOptional(lineOfText),
    family: v.exactOptional(localised),
    gender: v.optional(genderSchema, 'unknown'),
    ...periodEntries,
    source: v.exactOptional(lineOfText),
  }),
);

const copyWithAddress: v.GenericSchema<unknown, Copy> = strictMapping({
  name: localised,
  email: v.exactOptional(mailAddress),
});

const nameOfCopy: v.GenericSchema<unknown, Copy> = v.pipe(
  localised,
  v.transform((name) => ({ name })),
);

/** The schema of one copy: the name alone, or a mapping. `lazy` is used as in `localised`. */
const copySchema: v.GenericSchema<unknown, Copy> = v.pipe(
  v.lazy((input): v.GenericSchema<unknown, Copy> => (hasCopyKeys(input) ? copyWithAddress : nameOfCopy)),
  v.metadata({ alternatives: [localised, copyWithAddress] }),
);

/** Whether a value is a copy with keys of its own; the keys of a name are languages. */
function hasCopyKeys(input: unknown): boolean {
  return typeof input === 'object' && input !== null && ('name' in input || 'email' in input);
}

/** The values of a profile that have lines. */
export const PROFILE_LINES: readonly LinesPath[] = [
  ['envelope'],
  ['envelope', ANY_KEY],
  ['address', 'lines'],
  ['address', 'lines', ANY_KEY],
];

/** The schema of one profile. */
export const profileSchema: v.GenericSchema<unknown, Profile> = strictMapping({
  id: nameSchema,
  roles: v.exactOptional(listOf(nameSchema)),
  state: v.exactOptional(stateCode),
  languages: v.exactOptional(listOf(languageSchema)),
  office: v.exactOptional(strictMapping({ title: localised, rank: v.exactOptional(nameSchema) })),
  holder: v.exactOptional(holderSchema),
  envelope: v.exactOptional(localisedLines),
  short: v.exactOptional(localised),
  salutation: v.exactOptional(localised),
  close: v.exactOptional(localised),
  address: v.exactOptional(strictMapping({ lines: localisedLines, language: v.exactOptional(languageSchema) })),
  reference: v.exactOptional(profileReferenceSchema),
  channels: v.exactOptional(
    listOf(
      strictMapping({
        email: mailAddress,
        use: v.optional(oneOf(CHANNEL_USES), CHANNEL_USES[0]),
        purpose: v.exactOptional(lineOfText),
        source: v.exactOptional(lineOfText),
      }),
    ),
  ),
  copies: v.exactOptional(listOf(copySchema)),
  fields: v.exactOptional(profileFieldsSchema),
  source: v.exactOptional(lineOfText),
  verified: v.exactOptional(verifiedSchema),
  skip: v.exactOptional(chronological(strictMapping({ reason: lineOfText, ...periodEntries }))),
});
