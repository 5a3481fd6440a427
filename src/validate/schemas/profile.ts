import * as v from 'valibot';
import type { Channel, Gender, Office, Recipient, Skip } from '../../model/recipient.ts';
import type { Localised } from '../../model/language.ts';
import type { Day, Period } from '../../model/date.ts';
import {
  fields,
  id,
  inOrder,
  language,
  line,
  list,
  localised,
  mailAddress,
  name,
  oneOf,
  periodEntries,
  someOf,
  stateCode,
  verified,
} from '../value-schemas.ts';

/** The holder of an office as the file has it. */
export interface HolderEntry extends Period {
  readonly name: string;
  readonly honorific?: string;
  readonly gender: Gender;
  /** Where the name comes from; never printed. */
  readonly source?: string;
}

/** A recipient as the file has it. */
export interface Profile extends Omit<
  Recipient,
  'address' | 'channels' | 'copies' | 'holder' | 'skip' | 'span' | 'verified'
> {
  readonly holder?: HolderEntry;
  readonly address: { readonly lines: readonly string[] };
  readonly channels?: readonly Channel[];
  readonly copies?: readonly Localised[];
  /** Undefined: nobody checked it. Left out means the same as `false`. */
  readonly verified?: Day | undefined;
  readonly skip?: Omit<Skip, 'span'>;
}

const office: v.GenericSchema<unknown, Office> = fields({ title: localised, rank: name });

const holder: v.GenericSchema<unknown, HolderEntry> = inOrder(
  fields({
    name: line,
    honorific: v.exactOptional(line),
    gender: oneOf(['f', 'm', 'unknown']),
    ...periodEntries,
    source: v.exactOptional(line),
  }),
);

/** The schema of a profile. */
export const profileSchema: v.GenericSchema<unknown, Profile> = fields({
  id,
  roles: someOf(name),
  state: v.exactOptional(stateCode),
  languages: someOf(language),
  office,
  holder: v.exactOptional(holder),
  envelope: v.exactOptional(localised),
  salutation: v.exactOptional(localised),
  close: v.exactOptional(localised),
  address: fields({ lines: someOf(line) }),
  channels: v.exactOptional(list(fields({ email: mailAddress, purpose: line, source: line }))),
  copies: v.exactOptional(list(localised)),
  source: line,
  verified: v.exactOptional(verified),
  skip: v.exactOptional(inOrder(fields({ reason: line, ...periodEntries }))),
});
