import type { Language } from '../../../model/language.ts';
import { foldName } from './fold-name.ts';

/** The names of the languages of the product: in themselves, and in the languages in which tables often have them. */
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'en, eng, English, anglais, Englisch, inglés, angielski, angol, английский, αγγλικά, الإنجليزية, إنجليزي',
  fr: 'fr, fra, fre, French, français, Französisch, francés, francuski, francia, французский, γαλλικά, الفرنسية, فرنسي',
  es: 'es, spa, Spanish, español, castellano, espagnol, Spanisch, hiszpański, spanyol, испанский, ισπανικά, الإسبانية',
  ar: 'ar, ara, Arabic, العربية, عربي, arabe, Arabisch, árabe, arabski, arab, арабский, αραβικά',
  de: 'de, deu, ger, German, Deutsch, allemand, alemán, niemiecki, német, немецкий, γερμανικά, الألمانية',
  el: 'el, gr, ell, gre, Greek, ελληνικά, grec, Griechisch, griego, grecki, görög, греческий, اليونانية',
  hu: 'hu, hun, Hungarian, magyar, hongrois, Ungarisch, húngaro, węgierski, венгерский, ουγγρικά, المجرية',
  pl: 'pl, pol, Polish, polski, polonais, Polnisch, polaco, lengyel, польский, πολωνικά, البولندية',
  ru: 'ru, rus, Russian, русский, russe, Russisch, ruso, rosyjski, orosz, ρωσικά, الروسية',
};

const LANGUAGES_BY_NAME: ReadonlyMap<string, Language> = new Map(
  Object.entries(LANGUAGE_NAMES).flatMap(([language, names]) =>
    names.split(',').map((name) => [foldName(name), language] as const),
  ),
);

/** Returns the language of a code or name, as "fr", "fr-CA" or "Französisch"; undefined if it is not known. */
export function languageOfName(name: string): Language | undefined {
  return LANGUAGES_BY_NAME.get(foldName(name)) ?? LANGUAGES_BY_NAME.get(foldName(name.replace(/[-_]\p{L}+$/u, '')));
}
