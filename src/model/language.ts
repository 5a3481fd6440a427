/** A language's two-letter code (ISO 639-1), as profiles and letters name it. */
export type Language = string;

/** One text in several languages. */
export type Localised = Readonly<Record<Language, string>>;

/** Words, and the language they are in. */
export interface WordsInLanguage {
  readonly words: string;
  readonly language: Language;
}

/** The text in a language; where it has none, in its own, which stands first. */
export function inLanguageOrOwn(texts: Localised, language: Language): WordsInLanguage {
  const words = texts[language];
  if (words !== undefined) return { words, language };
  const [own] = Object.entries(texts);
  if (own === undefined) throw new Error('a text in no language passed validation');
  return { words: own[1], language: own[0] };
}
