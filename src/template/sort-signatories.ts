import type { Campaign, LetterSettings, Signatory } from '../model/campaign.ts';
import { coversLanguage, inLanguage, type Language } from '../model/language.ts';

/**
 * Returns the signatories of a campaign in the order in which letters in a language have them. Names are compared by the
 * rules of the language, as the Common Locale Data Repository has them, and numbers in them by their value. Signatories
 * that compare equal stay in the order of the file.
 */
export function sortSignatories(campaign: Campaign, language: Language): readonly Signatory[] {
  const { signatories, signatoryOrder } = campaign.letter;
  if (signatoryOrder === 'given') return signatories;
  // Without a second language, one that the runtime lacks would be sorted by that of the computer.
  const { compare } = new Intl.Collator([language, 'en'], { numeric: true });
  const keyed = signatories.map((signatory) => {
    const country = signatoryOrder === 'country' ? countryOf(signatory, campaign, language) : undefined;
    const name = signatoryName(signatory, campaign.letter, language) ?? '';
    return {
      signatory,
      keys: [sortKey(country ?? '', language), country ?? '', sortKey(name, language), name],
    };
  });
  return keyed
    .toSorted((a, b) => a.keys.map((key, index) => compare(key, b.keys[index] ?? '')).find((order) => order !== 0) ?? 0)
    .map(({ signatory }) => signatory);
}

/**
 * Returns the name of a signatory's country as letters in a language print it: the short name of its State, or the words
 * in its place. Undefined if it has neither.
 */
export function countryOf(
  { state, country }: Signatory,
  { register }: Campaign,
  language: Language,
): string | undefined {
  if (state === undefined) return country && inLanguage(country, language);
  return inLanguage(register.states.get(state)?.names ?? {}, language)?.short;
}

/** Returns what a name is sorted by. Lists in Arabic pass over the article, as those of the United Nations do. */
function sortKey(name: string, language: Language): string {
  return coversLanguage('ar', language) ? name.replace(/^ال(?=\p{L}{2})/u, '') : name;
}

/**
 * Returns the name of a signatory's organisation in a language; undefined if it has none there and none in the original
 * language of the letter. A name without a translation is taken to be the same in every language.
 */
export function signatoryName(signatory: Signatory, letter: LetterSettings, language: Language): string | undefined {
  const originalLanguage = Object.keys(letter.languages).find(
    (candidate) => letter.languages[candidate] === 'original',
  );
  const name = inLanguage(signatory.name, language);
  return name ?? (originalLanguage === undefined ? undefined : inLanguage(signatory.name, originalLanguage));
}
