import type { Language } from './language.ts';

/** A tag of BCP 47 in its usual case: language, script if it is needed, region if it is needed. */
const TAG = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/u;

/** Whether a text is the tag of a language: "pt", "pt-BR", "sr-Latn". Only its form counts: it need not be registered. */
export function isLanguageTag(text: string): boolean {
  return TAG.test(text);
}

/** Returns the tag that a text probably stands for: "pt-BR" for "pt_br", "eu" for "Basque"; undefined if none is found. */
export function suggestLanguageTag(text: string): Language | undefined {
  return canonicalTag(text.replaceAll(/[_ ]/gu, '-')) ?? tagOfName(text);
}

function canonicalTag(text: string): Language | undefined {
  try {
    const [tag] = Intl.getCanonicalLocales(text);
    return tag !== undefined && isLanguageTag(tag) ? tag : undefined;
  } catch {
    // It has not the syntax of a tag.
    return undefined;
  }
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Returns the two-letter tag of a language by its English name or its own. */
function tagOfName(name: string): Language | undefined {
  const wanted = name.toLowerCase();
  const english = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  const tags = [...LETTERS].flatMap((first) => [...LETTERS].map((second) => first + second));
  return tags.find((tag) => {
    const inEnglish = english.of(tag);
    if (inEnglish === undefined) return false;
    if (inEnglish.toLowerCase() === wanted) return true;
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag)?.toLowerCase() === wanted;
  });
}
