import type { Language } from './language.ts';
import type { Span } from './span.ts';

/** The words for a term in one language. */
export interface TermWords {
  /** If an original contains one of the words of its own language, a translation must contain one of these. If the list is
   * empty, this is not checked. */
  readonly use: readonly string[];
  /** Words that no text in the language may contain. */
  readonly avoid: readonly string[];
}

/** A technical term or a fixed phrase, and its words in each language. Languages without words are not checked. */
export interface Term {
  /** The key in `terms.yaml`. It is only printed; the words in `words` are searched for. */
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

/** A difference between a translation and its original, or forbidden words (`TermWords.avoid`) in a text. */
export interface ParityGap {
  readonly language: Language;
  /** The key of the text. */
  readonly text: string;
  /** The aspect in which they differ: "numbers and dates", "citations", or "term" and the name of a term. */
  readonly what: string;
  /** The items that only the original has. */
  readonly missing: readonly string[];
  /** The items that only the translation has, or the forbidden words that the text has. */
  readonly surplus: readonly string[];
  /** The location of the translation, or of the original that has forbidden words. */
  readonly span: Span;
}
