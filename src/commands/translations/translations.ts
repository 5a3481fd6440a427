import { loadTranslating } from '../../load/load-campaign.ts';
import type { LetterSettings } from '../../model/campaign.ts';
import type { Language } from '../../model/language.ts';
import { type Outcome, andThen } from '../../model/outcome.ts';
import type { OriginalHashes, Translating, TranslationState } from '../../model/translating.ts';
import type { Plan } from '../../pipeline.ts';
import { sha256 } from '../../run/sha256.ts';
import { validateTranslating } from '../../validate/validate-translating.ts';
import type { World } from '../../world.ts';

/** Reads the records about a letter's translations: its terms, and the hashes of the originals they were made from. */
export async function readTranslationRecords(world: World, letter: string): Promise<Outcome<Translating>> {
  return andThen(await loadTranslating(world, letter), validateTranslating);
}

/** A translated text, and whether it was made from the current version of the original. */
export interface TranslatedText {
  readonly language: Language;
  /** The key of the text, such as `body/minister`. */
  readonly text: string;
  readonly state: TranslationState;
  /** SHA-256 of the current version of the original. */
  readonly original: string;
}

/** The language in which the letter was written; the first, if it was written in several. */
export function originalLanguage({ languages }: LetterSettings): Language {
  const found = Object.keys(languages).find((language) => languages[language] === 'original');
  if (found === undefined) throw new Error('a letter without an original language passed validation');
  return found;
}

/** The languages of the plan's editions that are translations. */
export function translatedLanguages({ campaign: { letter, editions } }: Plan): readonly Language[] {
  return editions.languages.filter((language) => letter.languages[language] !== 'original');
}

/** All translated texts that have an original, sorted within each language by key. */
export function translatedTexts(plan: Plan, madeFrom: OriginalHashes): readonly TranslatedText[] {
  const originals = plan.campaign.templates[originalLanguage(plan.campaign.letter)] ?? new Map();
  return translatedLanguages(plan).flatMap((language) =>
    [...(plan.campaign.templates[language]?.keys() ?? [])].toSorted().flatMap((text): readonly TranslatedText[] => {
      const source = originals.get(text);
      if (source === undefined) return [];
      const original = sha256(source.text);
      const recorded = madeFrom.get(language)?.get(text);
      const state = recorded === undefined ? 'not-recorded' : recorded === original ? 'current' : 'stale';
      return [{ language, text, state, original }];
    }),
  );
}

/** The record in which these texts have the hashes of the current originals; the other entries are kept. Sorted. */
export function withCurrentOriginals(madeFrom: OriginalHashes, texts: readonly TranslatedText[]): OriginalHashes {
  const languages = new Set([...madeFrom.keys(), ...texts.map(({ language }) => language)]);
  return new Map(
    [...languages].toSorted().map((language) => {
      const entries = texts
        .filter((text) => text.language === language)
        .map(({ text, original }) => [text, original] as const);
      const all = new Map([...(madeFrom.get(language) ?? []), ...entries]);
      return [language, new Map([...all].toSorted(([a], [b]) => (a < b ? -1 : 1)))];
    }),
  );
}

/** The content of `translations.yaml`: one line for each text, so that a change is one line in version control. */
export function translationsFile(madeFrom: OriginalHashes): string {
  const languages = [...madeFrom].map(
    ([language, texts]) => `${language}:\n${[...texts].map(([text, hash]) => `  ${text}: ${hash}\n`).join('')}`,
  );
  return `# Written by demarche translations --renew: the hash of the original (SHA-256) that each translation was made from.\n${languages.join('')}`;
}
