import { type InLanguages, type Language, inLanguage } from './language.ts';

/** Returns the value for a language, or for the language of a tag; undefined if there is neither. */
export function valueIn<T>(values: InLanguages<T>, language: Language): T | undefined {
  return 'all' in values ? values.all : inLanguage(values.each, language);
}

/** A value with its language, which is undefined for a value for all languages. */
export interface ValueOfLanguage<T> {
  readonly value: T;
  readonly language: Language | undefined;
}

/** Returns the values of all languages, in the order of the file. */
export function allValues<T>(values: InLanguages<T>): readonly T[] {
  return 'all' in values ? [values.all] : Object.values(values.each);
}

/** Returns all values with their languages, in the order of the file. */
export function valuesWithLanguages<T>(values: InLanguages<T>): readonly ValueOfLanguage<T>[] {
  return 'all' in values
    ? [{ value: values.all, language: undefined }]
    : Object.entries(values.each).map(([language, value]) => ({ value, language }));
}
