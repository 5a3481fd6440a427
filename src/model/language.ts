/** The tag of a language (BCP 47): its code, and perhaps a script and a region, as in "pt", "pt-BR" and "sr-Latn". */
export type Language = string;

/** One text in several languages; the order of the keys is that of the file. */
export type Localised = Readonly<Record<Language, string>>;

/** A text, and the language that it is in. */
export interface WordsInLanguage {
  readonly words: string;
  readonly language: Language;
}

/**
 * Returns the tags under which something that is keyed by a language is looked up, the most specific first: the tag
 * itself, and then always without its last subtag (RFC 4647, 3.4), as "zh-Hant-TW", "zh-Hant", "zh".
 */
export function lookupTags(language: Language): readonly Language[] {
  const subtags = language.split('-');
  return subtags.map((_, index) => subtags.slice(0, subtags.length - index).join('-'));
}

/** Returns what is found for a tag or else, without its last subtags, for its language; undefined if nothing is. */
export function lookUp<T>(language: Language, find: (tag: Language) => T | undefined): T | undefined {
  const found = find(language);
  if (found !== undefined || !language.includes('-')) return found;
  for (const tag of lookupTags(language).slice(1)) {
    const foundForTag = find(tag);
    if (foundForTag !== undefined) return foundForTag;
  }
  return undefined;
}

/** Returns what a value that is keyed by language has for a tag or else for its language (`lookUp`). */
export function inLanguage<T>(byLanguage: Readonly<Record<Language, T>>, language: Language): T | undefined {
  return lookUp(language, (tag) => byLanguage[tag]);
}

/** Lays a value of a variant over that of its language. */
type LayOver<T> = (base: T, variant: T) => T;

/**
 * Lays what each variant has over what its language has, so that "pt-BR" has what is in "pt" too. A language that is no
 * variant, or that has no language here of which it is one, keeps the same value.
 */
export function overLanguages<T>(
  byLanguage: Readonly<Record<Language, T>>,
  layOver: LayOver<T>,
): Readonly<Record<Language, T>> {
  const layers = (tag: Language): readonly T[] =>
    lookupTags(tag).flatMap((each) => {
      const value = byLanguage[each];
      return value === undefined ? [] : [value];
    });
  return Object.fromEntries(
    Object.keys(byLanguage).map((tag) => [tag, layers(tag).reduce((variant, base) => layOver(base, variant))]),
  );
}

/** Whether something that is in a language holds for a tag: in "pt" for "pt-BR", but in "pt-BR" not for "pt". */
export function coversLanguage(language: Language, tag: Language): boolean {
  return tag === language || tag.startsWith(`${language}-`);
}

/**
 * Returns the text for a tag or its language or, as a fallback, the first text of its file. Its language is the tag if
 * the text is in it or its language. Throws if there is no text.
 */
export function inLanguageOrFirst(texts: Localised, language: Language): WordsInLanguage {
  const words = inLanguage(texts, language);
  if (words !== undefined) return { words, language };
  const [fallback] = Object.entries(texts);
  if (fallback === undefined) throw new Error('a text in no language passed validation');
  return { words: fallback[1], language: fallback[0] };
}

/** What is the same in all languages, or is there for each. */
export type InLanguages<T> = { readonly all: T } | { readonly each: Readonly<Record<Language, T>> };

/**
 * Returns what is there for a tag or its language or else, as a fallback, what is there for the first language of the file.
 * `language` is that of the fallback; undefined if none was needed. Throws if nothing is there.
 */
export function inLanguageOrFallback<T>(
  texts: InLanguages<T>,
  language: Language,
): { readonly value: T; readonly language: Language | undefined } {
  if ('all' in texts) return { value: texts.all, language: undefined };
  const value = inLanguage(texts.each, language);
  if (value !== undefined) return { value, language: undefined };
  const [fallback] = Object.entries(texts.each);
  if (fallback === undefined) throw new Error('a text in no language passed validation');
  return { value: fallback[1], language: fallback[0] };
}
