import type { Language } from './language.ts';

/** A demand in a letter: which wording it has there, and where it stands. */
export interface MatrixCell {
  readonly wording: string;
  /** From 1. */
  readonly place: number;
  /** The demand whose wording carries this one; null: it stands for itself. */
  readonly carriedBy: string | null;
}

/** What one letter asks. */
export interface MatrixRow {
  readonly recipient: string;
  readonly language: Language;
  readonly body: string;
  /** By demand, in the order of the columns; null: this letter does not ask it. */
  readonly cells: readonly (MatrixCell | null)[];
}

/** Who is asked for what: demands × recipients. */
export interface Matrix {
  readonly letter: string;
  readonly demands: readonly { readonly id: string; readonly number: number }[];
  readonly rows: readonly MatrixRow[];
  readonly skipped: readonly string[];
  /** What none of these letters has: demands by id, texts by key. */
  readonly nobodyGets: { readonly demands: readonly string[]; readonly texts: readonly string[] };
}
