/** The tag of a language (BCP 47): its code in ISO 639, as "pt". */
export type Language = string;

/**
 * Returns the tags under which something that is keyed by a language is looked up, the most specific first: the tag
 * itself, and then always without its last subtag (RFC 4647, 3.4), as "zh-Hant-TW", "zh-Hant", "zh".
 */
export function lookupTags(language: Language): readonly Language[] {
  const subtags = language.split('-');
  return subtags.map((_, index) => subtags.slice(0, subtags.length - index).join('-'));
}

/** One text in several languages; the order of the keys is that of the file. */
export type Localised = Readonly<Record<Language, string>>;

/** A text, and the language that it is in. */
export interface WordsInLanguage {
  readonly words: string;
  readonly language: Language;
}

/** Returns the text in a language or, as a fallback, in the first language of its file. Throws if there is no text. */
export function inLanguageOrFirst(texts: Localised, language: Language): WordsInLanguage {
  const words = texts[language];
  if (words !== undefined) return { words, language };
  const [fallback] = Object.entries(texts);
  if (fallback === undefined) throw new Error('a text in no language passed validation');
  return { words: fallback[1], language: fallback[0] };
}

/** What is the same in all languages, or is there for each. */
export type InLanguages<T> = { readonly all: T } | { readonly each: Readonly<Record<Language, T>> };

/**
 * Returns what is there for a language or else, as a fallback, what is there for the first language of the file.
 * `language` is that of the fallback; undefined if none was needed. Throws if nothing is there.
 */
export function inLanguageOrFallback<T>(
  texts: InLanguages<T>,
  language: Language,
): { readonly value: T; readonly language: Language | undefined } {
  if ('all' in texts) return { value: texts.all, language: undefined };
  const value = texts.each[language];
  if (value !== undefined) return { value, language: undefined };
  const [fallback] = Object.entries(texts.each);
  if (fallback === undefined) throw new Error('a text in no language passed validation');
  return { value: fallback[1], language: fallback[0] };
}
