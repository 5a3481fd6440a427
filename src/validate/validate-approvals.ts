import * as v from 'valibot';
import type { Approval, ApprovedVersion, Approvals } from '../model/approval.ts';
import { type Data, keySpanAt } from '../model/data.ts';
import { NAME_IN_KEY } from '../model/name.ts';
import { type Decoded, decode } from './decode.ts';
import { strictMapping, lineOfText, textMatching, recordOf } from './value-schemas.ts';
import { LANGUAGE_TAG_PATTERN } from '../model/language-tag.ts';

/** Validates `approvals.yaml`. */
export function validateApprovals(data: Data): Decoded<Approvals> {
  const { value, faults } = decode(approvalsSchema, data);
  if (value === undefined) return { value, faults };
  const approvals = Object.entries(value).map(([textName, functions]): [string, ReadonlyMap<string, Approval>] => [
    textName,
    new Map(
      Object.entries(functions).map(([as, { original, by, ...version }]): [string, Approval] => [
        as,
        {
          as,
          version: versionOf(version),
          ...(original === undefined ? {} : { original }),
          ...(by === undefined ? {} : { by }),
          span: keySpanAt(data, [textName, as]),
        },
      ]),
    ),
  ]);
  return { value: new Map(approvals), faults };
}

/** An approval as in the YAML file: with `content` and `parts`, or with `text`, as demarche 0.1.0 wrote it. */
interface ApprovalEntry {
  readonly content?: string;
  readonly parts?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly original?: string;
  readonly by?: string;
}

/** Returns the approved version. The schema has refused an entry that has neither. */
function versionOf({ content, parts, text }: Omit<ApprovalEntry, 'original' | 'by'>): ApprovedVersion {
  return content === undefined || parts === undefined
    ? { kind: 'text', text: text ?? '' }
    : { kind: 'parts', content, parts };
}

/** The content of `approvals.yaml`: name of what is approved → function of the approver → approval. */
type ApprovalsFile = Readonly<Record<string, Readonly<Record<string, ApprovalEntry>>>>;

/** The schema of the name of what is approved: a text (language, kind of text, path within the kind), or shared words. */
const approvedNameSchema = textMatching(
  new RegExp(
    `^(?:${LANGUAGE_TAG_PATTERN}/(?:body|cover|passages|demands)(?:/${NAME_IN_KEY})+|(?:(?:plain-)?forms|languages)/${LANGUAGE_TAG_PATTERN}|signatories|settings)$`,
    'u',
  ),
  'the name of a text, as en/body/president; or forms/en, plain-forms/en, languages/en, signatories or settings',
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

/** The schema of the first digits of a hash. An editor takes eight decimal digits for a number. */
const shortHashSchema: v.GenericSchema<string, string> = v.pipe(
  textMatching(/^[0-9a-f]{8}$/u, 'the beginning of a hash as demarche approve writes it: 8 hexadecimal digits'),
  v.metadata({ jsonSchema: { type: ['string', 'number'], pattern: '^[0-9a-f]{8}$' } }),
);

/** The schema of the name of a part. A partial may have any name that a file can have. */
const partNameSchema = textMatching(/^[^\p{Cc}]{1,300}$/u, 'the name of a part as demarche approve writes it');

/** The schema of an approval. */
const approvalSchema: v.GenericSchema<unknown, ApprovalEntry> = v.pipe(
  strictMapping({
    content: v.exactOptional(hashSchema),
    parts: v.exactOptional(recordOf(shortHashSchema, partNameSchema)),
    text: v.exactOptional(hashSchema),
    original: v.exactOptional(hashSchema),
    by: v.exactOptional(lineOfText),
  }),
  v.check(
    ({ content, parts, text }) => (text === undefined) === (content !== undefined && parts !== undefined),
    'an approval as demarche approve writes it: with content and parts',
  ),
);

/** The schema of `approvals.yaml`. */
export const approvalsSchema: v.GenericSchema<unknown, ApprovalsFile> = recordOf(
  recordOf(approvalSchema, approverFunctionSchema),
  approvedNameSchema,
);
