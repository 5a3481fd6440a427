import { findLocaleData } from '../languages/languages.ts';
import type { Data } from '../model/data.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type Language, lookupTags } from '../model/language.ts';
import type { LocaleData, Locales } from '../model/locale-data.ts';
import { validateLanguage } from './validate-language.ts';

/**
 * Validates the files of `languages/`, by tag, and lays them over the words of the product. A file for a variant, as
 * pt-AO, is laid over that for pt. A language whose file has faults is not among the locales.
 */
export function validateLanguages(files: Readonly<Record<Language, Data>>): {
  readonly locales: Locales;
  readonly faults: readonly Diagnostic[];
} {
  const locales = new Map<Language, LocaleData>();
  const faults: Diagnostic[] = [];
  const tags = Object.keys(files).toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1));
  for (const tag of tags) {
    // Without the words of its language, a variant would seem to lack all that they have.
    if (lookupTags(tag).some((parent) => parent !== tag && Object.hasOwn(files, parent) && !locales.has(parent)))
      continue;
    const file = files[tag];
    if (file === undefined) continue;
    const language = validateLanguage(file, findLocaleData(tag, locales));
    faults.push(...language.faults);
    if (language.value !== undefined) locales.set(tag, language.value);
  }
  return { locales, faults };
}
