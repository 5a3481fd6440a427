import * as v from 'valibot';
import type { Confidence } from '../../model/form-of-address.ts';
import { fields, line, named, oneOf } from '../value-schemas.ts';

/** A form of address as the file has it. */
export interface FormEntry {
  readonly envelope: string;
  readonly salutation: string;
  readonly 'in-text': string;
  readonly close: string;
  readonly source: string;
  readonly confidence?: Confidence;
}

/** What a file of `forms/` holds of one rank. */
export interface RankEntry {
  readonly unknown: FormEntry;
  readonly f?: FormEntry;
  readonly m?: FormEntry;
}

/** What a file of `forms/` holds: a rank by its name. */
export type FormsFile = Readonly<Record<string, RankEntry>>;

const form: v.GenericSchema<unknown, FormEntry> = fields({
  envelope: line,
  salutation: line,
  'in-text': line,
  close: line,
  source: line,
  confidence: v.exactOptional(oneOf(['high', 'medium', 'low'])),
});

/** The schema of the files in `forms/`. */
export const formsSchema: v.GenericSchema<unknown, FormsFile> = named(
  fields({ unknown: form, f: v.exactOptional(form), m: v.exactOptional(form) }),
);
