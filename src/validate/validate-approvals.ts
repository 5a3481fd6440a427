import * as v from 'valibot';
import type { Approval, Approvals } from '../model/approval.ts';
import { type Data, keySpanAt } from '../model/data.ts';
import { type Decoded, decode } from './decode.ts';
import { strictMapping, lineOfText, textMatching, recordOf } from './value-schemas.ts';

/** Validates `approvals.yaml`. Without the file, a letter has no approvals. */
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

/** The content of `approvals.yaml`: text → approving function → approval. */
type ApprovalsFile = Readonly<Record<string, Readonly<Record<string, Omit<Approval, 'as' | 'span'>>>>>;

/** The key of a text: language, kind, and path within the kind. */
const textName = textMatching(
  /^[a-z]{2}\/(?:body|passages|demands)(?:\/[a-z0-9-]+)+$/u,
  'the name of a text: en/body/president',
);

/** An approving function, such as `legal`; never the name of a person. */
const approvingFunction = textMatching(
  /^(?:legal|translation|signatory:[a-z0-9][a-z0-9-]*)$/u,
  'legal, translation, or signatory: with an id, as in signatory:al-haq',
);

/** A SHA-256 hash in lower-case hexadecimal. */
const hash = textMatching(/^[0-9a-f]{64}$/u, 'a hash as demarche approve writes it: 64 hexadecimal digits');

/** The schema of `approvals.yaml`. */
export const approvalsSchema: v.GenericSchema<unknown, ApprovalsFile> = recordOf(
  recordOf(
    strictMapping({ text: hash, original: v.exactOptional(hash), by: v.exactOptional(lineOfText) }),
    approvingFunction,
  ),
  textName,
);
