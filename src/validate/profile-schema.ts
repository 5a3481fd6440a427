import * as v from 'valibot';
import type { Day } from '../model/date.ts';
import type { Language, Localised } from '../model/language.ts';
import type { Channel, Holder, PostalAddress, Recipient, Skip } from '../model/recipient.ts';
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
  readonly copies?: readonly Localised[];
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
        purpose: v.exactOptional(lineOfText),
        source: v.exactOptional(lineOfText),
      }),
    ),
  ),
  copies: v.exactOptional(listOf(localised)),
  fields: v.exactOptional(profileFieldsSchema),
  source: v.exactOptional(lineOfText),
  verified: v.exactOptional(verifiedSchema),
  skip: v.exactOptional(chronological(strictMapping({ reason: lineOfText, ...periodEntries }))),
});
