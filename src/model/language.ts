/** The two-letter code of a language (ISO 639-1). */
export type Language = string;

/** One text in several languages, in the order of the file. */
export type Localised = Readonly<Record<Language, string>>;

/** A text and its language. */
export interface WordsInLanguage {
  readonly words: string;
  readonly language: Language;
}

/** Returns the text in a language, or as a fallback the first that it has. Throws if it has none. */
export function inLanguageOrFirst(texts: Localised, language: Language): WordsInLanguage {
  const words = texts[language];
  if (words !== undefined) return { words, language };
  const [own] = Object.entries(texts);
  if (own === undefined) throw new Error('a text in no language passed validation');
  return { words: own[1], language: own[0] };
}
