import { isWordMapping } from './language-words.ts';
import { SOURCED_KEYS } from './sourced-words.ts';
import type { LocaleData } from '../model/locale-data.ts';
import type { PlainForms } from '../model/plain-form.ts';

/** A value of which any keys may be left out. A list is stated whole. */
type Part<T> = T extends readonly unknown[] ? T : T extends object ? { readonly [Key in keyof T]?: Part<T[Key]> } : T;

/** The parts of locale data that only the product has, and the sources, of which a campaign states one for all words. */
type ProductKey = 'hyphenation' | 'workingNotes' | 'lists' | 'sources';

/**
 * What a campaign states of a language, in its file in `languages/`: any part of the locale data but those that only
 * the product has.
 */
export type StatedWords = Part<Omit<LocaleData, ProductKey | 'plural'>> &
  Partial<Pick<LocaleData, 'plural'>> & {
    /** Where the words were found, or who has read them. */
    readonly source?: string;
  };

/** Returns the data of a language as a campaign states it: its words in the place of those of `base`. */
export function layOver(base: LocaleData, stated: StatedWords): LocaleData {
  const { source, plural = base.plural, ...words } = stated;
  const data: LocaleData = { ...(withStated({ ...base, ...beginnings(base, stated) }, words) as LocaleData), plural };
  const sources = SOURCED_KEYS.flatMap((key): readonly [string, string][] => {
    const isThatOfBase = JSON.stringify(data[key]) === JSON.stringify(base[key]);
    const found = isThatOfBase ? (base.sources[key] ?? source) : source;
    return found === undefined ? [] : [[key, found]];
  });
  return { ...data, sources: Object.fromEntries(sources) };
}

/**
 * Returns empty values of those parts of the data that the product lacks for the language and the campaign states, so
 * that the campaign need not state all keys of a part.
 */
function beginnings(base: LocaleData, stated: StatedWords): Partial<LocaleData> {
  return {
    ...(base.plainForms === undefined && stated.plainForms !== undefined ? { plainForms: NO_FORMS } : {}),
    thinSpaces: base.thinSpaces ?? (stated.thinSpaces && { before: [], after: [], noSpaceAfter: [] }),
    noBreakSpaces: base.noBreakSpaces ?? (stated.noBreakSpaces && { before: [], after: [] }),
    raisedEndings: base.raisedEndings ?? (stated.raisedEndings && { afterOne: [], afterOthers: [] }),
    keptTogether:
      base.keptTogether ??
      (stated.keptTogether && {
        beforeWords: [],
        beforeNumbers: [],
        beforeNames: [],
        notCounted: [],
        conjunctions: [],
      }),
  };
}

/** A form of which every text is to be stated. */
const NO_FORM = { salutation: '', inText: '', close: '', source: '' };
const NO_PERSON = {
  ...NO_FORM,
  envelope: '',
  familySalutation: undefined,
  courtesyTitles: [],
  withHonorific: undefined,
};
const NO_FORMS: PlainForms = {
  office: NO_FORM,
  person: { f: NO_PERSON, m: NO_PERSON, unknown: NO_PERSON },
  honorifics: [],
};

/** Returns a value with the stated keys in the place of its own, at any depth. */
function withStated(base: unknown, stated: unknown): unknown {
  if (!isWordMapping(stated)) return stated;
  const own = isWordMapping(base) ? base : {};
  const entries = Object.entries(stated).map(([key, value]): [string, unknown] => [key, withStated(own[key], value)]);
  return { ...own, ...Object.fromEntries(entries) };
}
