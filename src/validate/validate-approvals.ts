import * as v from 'valibot';
import type { Approval, Approvals } from '../model/approval.ts';
import { type Data, keySpanAt } from '../model/data.ts';
import { type Decoded, decode } from './decode.ts';
import { fields, line, matching, named } from './value-schemas.ts';

/** Reads `approvals.yaml`; a letter that has none is approved by nobody. */
export function validateApprovals(data: Data | undefined): Decoded<Approvals> {
  if (data === undefined) return { value: new Map(), faults: [] };
  const { value, faults } = decode(approvalsSchema, data);
  if (value === undefined) return { value, faults };
  const approvals = Object.entries(value).map(([text, functions]): [string, ReadonlyMap<string, Approval>] => [
    text,
    new Map(Object.entries(functions).map(([as, entry]) => [as, { ...entry, as, span: keySpanAt(data, [text, as]) }])),
  ]);
  return { value: new Map(approvals), faults };
}

/** What `approvals.yaml` holds: text → function → what was read. */
type ApprovalsFile = Readonly<Record<string, Readonly<Record<string, Omit<Approval, 'as' | 'span'>>>>>;

const textName = matching(
  /^[a-z]{2}\/(?:body|passages|demands)(?:\/[a-z0-9-]+)+$/u,
  'the name of a text: en/body/president',
);

/** Who may approve: a function, never a person. */
const approvingFunction = matching(
  /^(?:legal|translation|signatory:[a-z0-9][a-z0-9-]*)$/u,
  'legal, translation, or signatory: with an id, as in signatory:al-haq',
);

const hash = matching(/^[0-9a-f]{64}$/u, 'a hash as demarche approve writes it: 64 hexadecimal digits');

/** The schema of `approvals.yaml`. */
export const approvalsSchema: v.GenericSchema<unknown, ApprovalsFile> = named(
  named(fields({ text: hash, original: v.exactOptional(hash), by: v.exactOptional(line) }), approvingFunction),
  textName,
);
