/** One recipient as `list` shows it. Texts are in the letter's language. */
export interface ListedRecipient {
  readonly id: string;
  readonly letter: string;
  readonly roles: readonly string[];
  /** ISO code, and the short name. */
  readonly state: { readonly code: string; readonly name: string } | null;
  readonly office: string;
  readonly holder: string | null;
  /** The whole inside address, envelope line first. */
  readonly address: readonly string[];
  readonly language: string;
  /** Demands in the order of the letter, each with its numbers in the published one. */
  readonly demands: readonly { readonly id: string; readonly wording: string; readonly numbers: readonly number[] }[];
  readonly copies: readonly string[];
  /** Where the letter is written, below the output folder, without the ending of its format; null: no letter. */
  readonly file: string | null;
  /** Why no letter is written; null: one is. */
  readonly skip: string | null;
  /** The day a person checked the profile; null: nobody has. */
  readonly verified: string | null;
  readonly source: string;
}
