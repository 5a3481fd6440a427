/** What whoever sends a letter, and keeps the register, needs to know of it. Nothing is ever sent by us. */
export interface DispatchRow {
  readonly recipient: string;
  readonly letter: string;
  readonly office: string;
  readonly language: string;
  /** The file to send, below the output folder, and its SHA-256; null: there is none, or none that may be sent. */
  readonly file: string | null;
  readonly sha256: string | null;
  /** Addresses of e-mail, or the inside address for the post. */
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly via: string;
  readonly enclosures: readonly string[];
  /** Functions that have not approved the letter's texts as they stand. */
  readonly missing: readonly string[];
  /** Why nothing is sent; null: it is. */
  readonly skipped: string | null;
}
