import type { Span } from './span.ts';

/**
 * A person's approval of what is printed in letters: an entry of `approvals.yaml`. It is bound to the approved content
 * by a hash, so that it expires if the content changes.
 */
export interface Approval {
  /** The function, which is the capacity in which the person approves: `legal`, `translation` or `signatory:<id>`. */
  readonly as: string;
  readonly version: ApprovedVersion;
  /** The hash of the original that the approved text translates; undefined if it is no translation. */
  readonly original?: string;
  /** The name of the person; approvals without a name are valid. */
  readonly by?: string;
  readonly span: Span;
}

/** The version that was approved. */
export type ApprovedVersion =
  | {
      readonly kind: 'parts';
      /** The SHA-256 of all parts; see `contentHash`. */
      readonly content: string;
      /** The first digits of the SHA-256 of each part, by which a message names the parts that have changed since. */
      readonly parts: Readonly<Record<string, string>>;
    }
  /**
   * As demarche 0.1.0 recorded it: `text` is the SHA-256 of a text and its partials. It does not cover the notes of the
   * sources that the text cites.
   */
  | { readonly kind: 'text'; readonly text: string };

/**
 * The approvals of a letter, by the name of what is approved (`Approvable`: `en/body/president`, `forms/en`), then by
 * function.
 */
export type Approvals = ReadonlyMap<string, ReadonlyMap<string, Approval>>;

/** The status of an approval that is needed. `expired`: the content or its original has changed since the approval. */
export type ApprovalStatus = 'approved' | 'expired' | 'missing';

/** An approval that is needed but was not given, does not cover everything, or has expired. */
export interface MissingApproval {
  /** The name of what has to be approved: `en/body/president`, `forms/en`. */
  readonly text: string;
  /** The path of its file. */
  readonly file: string;
  /** The function in which it has to be approved. */
  readonly as: string;
  readonly status: Exclude<ApprovalStatus, 'approved'>;
  /**
   * The names of the parts that have changed since the approval, or that an approval does not cover. Empty if there is
   * no approval at all.
   */
  readonly parts: readonly string[];
}
