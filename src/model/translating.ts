import type { Language } from './language.ts';
import type { Span } from './span.ts';

/** What a language says for a term, and what it must not say. */
export interface TermWords {
  readonly use: readonly string[];
  readonly avoid: readonly string[];
}

/** A word of the trade, or a phrase that is protected. A language that it leaves out is free. */
export interface Term {
  readonly name: string;
  readonly words: ReadonlyMap<Language, TermWords>;
  readonly span: Span;
}

/** The hashes of the originals that translations were made from, by language and text. */
export type MadeFrom = ReadonlyMap<Language, ReadonlyMap<string, string>>;

/** What a letter's folder says of its translations, besides the texts. */
export interface Translating {
  readonly terms: readonly Term[];
  readonly madeFrom: MadeFrom;
}

/** Does a translation rest on the original as it stands? */
export type TranslationState = 'current' | 'stale' | 'not-recorded';

/** Where a translation is not what its original is. */
export interface ParityGap {
  readonly language: Language;
  /** The key of the text. */
  readonly text: string;
  /** In which respect: "numbers", "citations", or the name of a term. */
  readonly what: string;
  /** What the original has, and the translation has not. */
  readonly missing: readonly string[];
  /** What the translation has, and may not have. */
  readonly surplus: readonly string[];
  readonly span: Span;
}
