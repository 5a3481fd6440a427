import * as v from 'valibot';
import { fields, line, named } from '../value-schemas.ts';

const TEXT = 'the name of a text: en/body/president';
const FUNCTION = 'legal, translation, or signatory: with an id, as in signatory:al-haq';
const HASH = 'a hash as demarche approve writes it: 64 hexadecimal digits';

const text = v.pipe(v.string(TEXT), v.regex(/^[a-z]{2}\/(?:body|passages|demands)(?:\/[a-z0-9-]+)+$/u, TEXT));
const hash = v.pipe(v.string(HASH), v.regex(/^[0-9a-f]{64}$/u, HASH));

/** Who may approve: a function, never a person. */
const approvingFunction = v.pipe(
  v.string(FUNCTION),
  v.regex(/^(?:legal|translation|signatory:[a-z0-9][a-z0-9-]*)$/u, FUNCTION),
);

/** What `approvals.yaml` holds: text → function → what was read. */
export type ApprovalsFile = Readonly<Record<string, Readonly<Record<string, ApprovalEntry>>>>;

/** One approval as the file has it. */
export interface ApprovalEntry {
  readonly text: string;
  readonly original?: string;
  readonly by?: string;
}

/** The schema of `approvals.yaml`. */
export const approvalsSchema: v.GenericSchema<unknown, ApprovalsFile> = named(
  named(fields({ text: hash, original: v.exactOptional(hash), by: v.exactOptional(line) }), approvingFunction),
  text,
);
