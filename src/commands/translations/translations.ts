import { loadTranslating } from '../../load/load-campaign.ts';
import type { LetterSettings } from '../../model/campaign.ts';
import type { Language } from '../../model/language.ts';
import { type Outcome, andThen } from '../../model/outcome.ts';
import type { MadeFrom, Translating, TranslationState } from '../../model/translating.ts';
import type { Plan } from '../../pipeline.ts';
import { sha256 } from '../../run/sha256.ts';
import { validateTranslating } from '../../validate/validate-translating.ts';
import type { World } from '../../world.ts';

/** What a letter's folder records of its translations: its terms, and the originals that translations were made from. */
export async function findTranslating(world: World, letter: string): Promise<Outcome<Translating>> {
  return andThen(await loadTranslating(world, letter), validateTranslating);
}

/** A translated text, and whether it rests on the original as it stands. */
export interface TranslatedText {
  readonly language: Language;
  /** The key of the text. */
  readonly text: string;
  readonly state: TranslationState;
  /** Of the original as it stands. */
  readonly original: string;
}

/** The language that the letter was written in; the first, if it was written in several. */
export function originalOf({ languages }: LetterSettings): Language {
  const found = Object.keys(languages).find((language) => languages[language] === 'original');
  if (found === undefined) throw new Error('a letter without an original language passed validation');
  return found;
}

/** The languages of a run into which the letter was translated. */
export function translationsOf({ campaign: { letter, editions } }: Plan): readonly Language[] {
  return editions.languages.filter((language) => letter.languages[language] !== 'original');
}

/** Every translated text that has an original, by language and name. */
export function translatedTexts(plan: Plan, madeFrom: MadeFrom): readonly TranslatedText[] {
  const originals = plan.campaign.templates[originalOf(plan.campaign.letter)] ?? new Map();
  return translationsOf(plan).flatMap((language) =>
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

/** The record with these texts as made from the original as it stands. */
export function renewed(madeFrom: MadeFrom, texts: readonly TranslatedText[]): MadeFrom {
  const languages = new Set([...madeFrom.keys(), ...texts.map(({ language }) => language)]);
  return new Map(
    [...languages].toSorted().map((language) => {
      const now = texts
        .filter((text) => text.language === language)
        .map(({ text, original }) => [text, original] as const);
      const all = new Map([...(madeFrom.get(language) ?? []), ...now]);
      return [language, new Map([...all].toSorted(([a], [b]) => (a < b ? -1 : 1)))];
    }),
  );
}

/** `translations.yaml` as it is written: names and hashes only, sorted, so that a change is one line. */
export function translationsFile(madeFrom: MadeFrom): string {
  const languages = [...madeFrom].map(
    ([language, texts]) => `${language}:\n${[...texts].map(([text, hash]) => `  ${text}: ${hash}\n`).join('')}`,
  );
  return `# Written by demarche translations --renew: the hash of the original (SHA-256) that each translation was made from.\n${languages.join('')}`;
}
