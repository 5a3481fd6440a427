import type { Span } from './span.ts';

/** Somebody, in a function, has read a text: which words, and of which original. No name unless one was given. */
export interface Approval {
  /** `legal`, `translation`, or `signatory:` and an id. */
  readonly as: string;
  /** SHA-256 of the text with the partials that it includes, as it was read. */
  readonly text: string;
  /** The same of the original that a translation was read beside. */
  readonly original?: string;
  readonly by?: string;
  readonly span: Span;
}

/** The approvals of a letter's texts, by text (`en/body/president`) and function. */
export type Approvals = ReadonlyMap<string, ReadonlyMap<string, Approval>>;

/** How a text stands to an approval that it needs. `expired`: it was approved, and it or its original has changed. */
export type ApprovalStatus = 'approved' | 'expired' | 'missing';

/** What a text still needs. */
export interface MissingApproval {
  /** `en/body/president`. */
  readonly text: string;
  readonly file: string;
  readonly as: string;
  readonly status: Exclude<ApprovalStatus, 'approved'>;
}
