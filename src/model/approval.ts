import type { Span } from './span.ts';

/**
 * A person's approval of a text: an entry of `approvals.yaml`. It is bound to the content of the text by a hash, so
 * that it expires if the content changes.
 */
export interface Approval {
  /** The function, which is the capacity in which the person approves: `legal`, `translation` or `signatory:<id>`. */
  readonly as: string;
  /** The SHA-256 of the content of the approved text and of the partials that it includes. */
  readonly text: string;
  /** The same hash of the original text; undefined if the approved text is the original itself. */
  readonly original?: string;
  /** The name of the person; approvals without a name are valid. */
  readonly by?: string;
  readonly span: Span;
}

/** The approvals of a letter's texts, by language and key of the text (`en/body/president`), then by function. */
export type Approvals = ReadonlyMap<string, ReadonlyMap<string, Approval>>;

/** The status of an approval that a text needs. `expired`: the text or its original has changed since the approval. */
export type ApprovalStatus = 'approved' | 'expired' | 'missing';

/** An approval that a text needs but does not have, or that has expired. */
export interface MissingApproval {
  /** The language and key of the text: `en/body/president`. */
  readonly text: string;
  /** The path of the text's file. */
  readonly file: string;
  /** The function in which the text has to be approved. */
  readonly as: string;
  readonly status: Exclude<ApprovalStatus, 'approved'>;
}
