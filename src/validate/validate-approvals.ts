import * as v from 'valibot';
import type { Approval, Approvals } from '../model/approval.ts';
import { type Data, keySpanAt } from '../model/data.ts';
import { NAME_IN_KEY } from '../model/name.ts';
import { type Decoded, decode } from './decode.ts';
import { strictMapping, lineOfText, textMatching, recordOf } from './value-schemas.ts';

/** Validates `approvals.yaml`. If the file does not exist (`data` is undefined), the letter has no approvals. */
export function validateApprovals(data: Data | undefined): Decoded<Approvals> {
  if (data === undefined) return { value: new Map(), faults: [] };
  const { value, faults } = decode(approvalsSchema, data);
  if (value === undefined) return { value, faults };
  const approvals = Object.entries(value).map(([textName, functions]): [string, ReadonlyMap<string, Approval>] => [
    textName,
    new Map(
      Object.entries(functions).map(([approverFunction, entry]) => [
        approverFunction,
        { ...entry, as: approverFunction, span: keySpanAt(data, [textName, approverFunction]) },
      ]),
    ),
  ]);
  return { value: new Map(approvals), faults };
}

/** The content of `approvals.yaml`: name of the text → function of the approver → approval. */
type ApprovalsFile = Readonly<Record<string, Readonly<Record<string, Omit<Approval, 'as' | 'span'>>>>>;

/** The schema of the name of a text: language, kind of text, and path within the kind. */
const textNameSchema = textMatching(
  new RegExp(`^[a-z]{2}/(?:body|passages|demands)(?:/${NAME_IN_KEY})+$`, 'u'),
  'the name of a text: en/body/president',
);

/**
 * The schema of the function of an approver: the capacity in which a person approves a text, such as `legal`. The name
 * of a person is refused.
 */
const approverFunctionSchema = textMatching(
  new RegExp(`^(?:legal|translation|signatory:${NAME_IN_KEY})$`, 'u'),
  'legal, translation, or signatory: with an id, as in signatory:al-haq',
);

/** The schema of a SHA-256 hash in lower-case hexadecimal. */
const hashSchema = textMatching(/^[0-9a-f]{64}$/u, 'a hash as demarche approve writes it: 64 hexadecimal digits');

/** The schema of `approvals.yaml`. */
export const approvalsSchema: v.GenericSchema<unknown, ApprovalsFile> = recordOf(
  recordOf(
    strictMapping({ text: hashSchema, original: v.exactOptional(hashSchema), by: v.exactOptional(lineOfText) }),
    approverFunctionSchema,
  ),
  textNameSchema,
);
