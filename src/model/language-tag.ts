import type { Language } from './language.ts';

/** A tag as this program reads it, as the source of a regular expression: language, script and region of BCP 47. */
export const LANGUAGE_TAG_PATTERN: string = String.raw`[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?`;

const LANGUAGE_TAG = new RegExp(`^${LANGUAGE_TAG_PATTERN}$`, 'u');

/** Matches what may be meant as a tag: with subtags in any case, and with underscores, as operating systems write it. */
const MEANT_AS_TAG = /^[a-z]{2,3}(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|[0-9]{3}))?$/iu;

/**
 * Whether a text is the tag of a language in its usual form: "pt-BR", but neither "pt-br" nor "pt_BR", and not "eng",
 * for which BCP 47 has "en". The language need not exist.
 */
export function isLanguageTag(text: string): text is Language {
  // Codes of two letters are by far the most, and the question is asked for each text of each profile.
  return /^[a-z]{2}$/u.test(text) || (LANGUAGE_TAG.test(text) && usualTag(text) === text);
}

/** Returns the usual form of what may be meant as a tag: "pt-BR" for "pt_br". Undefined if it is none. */
export function usualTag(text: string): Language | undefined {
  if (!MEANT_AS_TAG.test(text)) return undefined;
  const [tag] = Intl.getCanonicalLocales(text.replaceAll('_', '-'));
  return tag !== undefined && LANGUAGE_TAG.test(tag) ? tag : undefined;
}

/**
 * Returns the tag that a text probably stands for: "pt-BR" for "pt_br", "eu" for "Basque"; undefined if none is found.
 */
export function suggestLanguageTag(text: string): Language | undefined {
  return usualTag(text.replaceAll(' ', '-')) ?? tagOfName(text);
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'.split('');

/** Returns the two-letter tag of a language by its English name or its own. */
function tagOfName(name: string): Language | undefined {
  const wanted = name.toLowerCase();
  const english = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  const tags = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  return tags.find((tag) => {
    const inEnglish = english.of(tag);
    if (inEnglish === undefined) return false;
    if (inEnglish.toLowerCase() === wanted) return true;
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag)?.toLowerCase() === wanted;
  });
}
