/** The two-letter code of a language (ISO 639-1). */
export type Language = string;

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
