/** The tag of a language (BCP 47): its code, and perhaps a script and a region, as in "pt", "pt-BR" and "sr-Latn". */
export type Language = string;

/**
 * The key of what is the same in all languages. No language has this tag: in a language range, `*` matches every tag
 * (RFC 4647, 2.1). Files do not have the key: they state such a value once, in the place of one for each language.
 */
export const ALL_LANGUAGES = '*';

/**
 * What there is in each of several languages, by tag and in the order of the file; or one value for all languages, under
 * `ALL_LANGUAGES` alone. A language that is added to a letter therefore does not change what is stated for all.
 */
export type InLanguages<T> = Readonly<Record<Language, T>>;

/** A text, in each of several languages or for all of them. */
export type Localised = InLanguages<string>;

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

/** Returns a value that is stated once for all languages. */
export function inAllLanguages<T>(value: T): InLanguages<T> {
  return { [ALL_LANGUAGES]: value };
}

/** Returns what there is for a tag or else for its language (`lookUp`), or for all languages. */
export function inLanguage<T>(values: InLanguages<T>, language: Language): T | undefined {
  const value = lookUp(language, (tag) => values[tag]);
  return value === undefined ? values[ALL_LANGUAGES] : value;
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
 * Returns what there is for a tag or its language or for all languages or, as a fallback, for the first language of the
 * file. `language` is that of a fallback, and otherwise the tag. Throws if there is nothing.
 */
export function inLanguageOrFirst<T>(
  values: InLanguages<T>,
  language: Language,
): { readonly value: T; readonly language: Language } {
  const value = inLanguage(values, language);
  if (value !== undefined) return { value, language };
  const [fallback] = Object.entries(values);
  if (fallback === undefined) throw new Error('a value in no language passed validation');
  return { value: fallback[1], language: fallback[0] };
}
