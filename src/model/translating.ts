import type { Language } from './language.ts';
import type { Span } from './span.ts';

/** The words for a term in one language. */
export interface TermWords {
  /** A translation of a text with the term must contain one of these; not checked if empty. */
  readonly use: readonly string[];
  /** Words that no text in the language may contain. */
  readonly avoid: readonly string[];
}

/** A technical term, or a protected phrase. Languages that it does not mention are not checked. */
export interface Term {
  readonly name: string;
  readonly words: ReadonlyMap<Language, TermWords>;
  readonly span: Span;
}

/** The SHA-256 of the original that each translation was made from, by language and then by the key of the text. */
export type OriginalHashes = ReadonlyMap<Language, ReadonlyMap<string, string>>;

/** The data about translations in a letter's folder: `terms.yaml` and `translations.yaml`. */
export interface Translating {
  readonly terms: readonly Term[];
  readonly madeFrom: OriginalHashes;
}

/** Whether a translation was made from the present original (`current`) or from an earlier one (`stale`). */
export type TranslationState = 'current' | 'stale' | 'not-recorded';

/** A difference between a translation and its original, or a use of words that `avoid` forbids. */
export interface ParityGap {
  readonly language: Language;
  /** The key of the text. */
  readonly text: string;
  /** What differs: "numbers and dates", "citations", "term" and the name of a term. */
  readonly what: string;
  /** What only the original has. */
  readonly missing: readonly string[];
  /** What only the translation has, or words that `avoid` forbids. */
  readonly surplus: readonly string[];
  readonly span: Span;
}
