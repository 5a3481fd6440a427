import type { Language } from './language.ts';
import type { Span } from './span.ts';

/** The words that translate a term into one language. */
export interface TermWords {
  /** If a text contains the term, its translation must contain one of these. If empty, this is not checked. */
  readonly use: readonly string[];
  /** Words that no text in the language may contain. */
  readonly avoid: readonly string[];
}

/** A technical term or a fixed phrase, and its words in each language. Languages without words are not checked. */
export interface Term {
  readonly name: string;
  readonly words: ReadonlyMap<Language, TermWords>;
  readonly span: Span;
}

/** The SHA-256 of the original from which each translation was made, by language and then by key of the text. */
export type OriginalHashes = ReadonlyMap<Language, ReadonlyMap<string, string>>;

/** The validated content of a letter's `terms.yaml` and `translations.yaml`, which concern translations. */
export interface Translating {
  readonly terms: readonly Term[];
  readonly madeFrom: OriginalHashes;
}

/**
 * The state of a translation. `current`: it was made from the original as it is now. `stale`: the original has changed
 * since. `not-recorded`: `translations.yaml` has no entry for it.
 */
export type TranslationState = 'current' | 'stale' | 'not-recorded';

/** A difference between a translation and its original, or a use of words that `avoid` of a term forbids. */
export interface ParityGap {
  readonly language: Language;
  /** The key of the text. */
  readonly text: string;
  /** The aspect in which they differ: "numbers and dates", "citations", or "term" and the name of a term. */
  readonly what: string;
  /** The items that only the original has. */
  readonly missing: readonly string[];
  /** The items that only the translation has, or the forbidden words that it uses. */
  readonly surplus: readonly string[];
  readonly span: Span;
}
