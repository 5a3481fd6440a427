import type { Span } from './span.ts';

/** The approval of a text by a person in a function. It is bound to the content by a hash. */
export interface Approval {
  /** The function: `legal`, `translation`, or `signatory:` and an id. */
  readonly as: string;
  /** The SHA-256 of the approved text, with the partials that it includes. */
  readonly text: string;
  /** For a translation, the same hash of the original that it was compared with. */
  readonly original?: string;
  /** The person's name, if it was given. */
  readonly by?: string;
  readonly span: Span;
}

/** The approvals of a letter's texts, by text (`en/body/president`) and then by function. */
export type Approvals = ReadonlyMap<string, ReadonlyMap<string, Approval>>;

/** The status of an approval that a text needs. `expired`: the text or its original has changed since it was given. */
export type ApprovalStatus = 'approved' | 'expired' | 'missing';

/** An approval that a text needs and does not have. */
export interface MissingApproval {
  /** The language and key of the text: `en/body/president`. */
  readonly text: string;
  readonly file: string;
  /** The function. */
  readonly as: string;
  readonly status: Exclude<ApprovalStatus, 'approved'>;
}
