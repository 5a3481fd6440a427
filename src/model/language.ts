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
