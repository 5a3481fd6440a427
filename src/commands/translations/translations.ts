import { loadTranslatingFiles } from '../../load/load-campaign.ts';
import { readYaml } from '../../load/read-yaml.ts';
import type { LetterSettings } from '../../model/campaign.ts';
import { emptyFields } from '../../model/data.ts';
import { type Language, inLanguage, lookupTags } from '../../model/language.ts';
import { type Outcome, andThen } from '../../model/outcome.ts';
import type { OriginalHashes, Translating, TranslationState } from '../../model/translating.ts';
import type { Plan } from '../../plan.ts';
import { sha256 } from '../../run/sha256.ts';
import { validateTranslating } from '../../validate/validate-translating.ts';
import type { World } from '../../world.ts';

/** Reads the records about a letter's translations: terms, and the hashes of the originals that were translated. */
export async function readTranslationRecords(world: World, letter: string): Promise<Outcome<Translating>> {
  return andThen(await loadTranslatingFiles(world, letter), validateTranslating);
}

/** A translated text, and whether it was made from the current version of the original. */
export interface TranslatedText {
  readonly language: Language;
  /** The key of the text, such as `body/minister`. */
  readonly text: string;
  readonly state: TranslationState;
  /** The SHA-256 of the current version of the original. */
  readonly original: string;
}

/** Returns the language in which the letter was written; if there are several, the first in `letter.yaml`. */
export function originalLanguage({ languages }: LetterSettings): Language {
  const original = Object.keys(languages).find((language) => languages[language] === 'original');
  if (original === undefined) throw new Error('a letter without an original language passed validation');
  return original;
}

/** Returns the languages of the plan's editions, except original languages. */
export function translatedLanguages({ campaign: { letter, editions } }: Plan): readonly Language[] {
  return editions.languages.filter((language) => inLanguage(letter.languages, language) !== 'original');
}

/**
 * Returns the keys of the texts of a language, sorted; for a variant, of those that it does not have from its language.
 */
export function ownTexts({ campaign: { templates } }: Plan, language: Language): readonly string[] {
  const [, ...languages] = lookupTags(language);
  return [...(templates[language] ?? [])]
    .filter(([key, file]) => languages.every((tag) => templates[tag]?.get(key) !== file))
    .map(([key]) => key)
    .toSorted();
}

/** Returns all translated texts that have an original, by language and then by key. */
export function translatedTexts(plan: Plan, madeFrom: OriginalHashes): readonly TranslatedText[] {
  const originals = plan.campaign.templates[originalLanguage(plan.campaign.letter)] ?? new Map();
  return translatedLanguages(plan).flatMap((language) =>
    ownTexts(plan, language).flatMap((text): readonly TranslatedText[] => {
      const originalTemplate = originals.get(text);
      if (originalTemplate === undefined) return [];
      const originalHash = sha256(originalTemplate.text);
      const recordedHash = madeFrom.get(language)?.get(text);
      const state = recordedHash === undefined ? 'not-recorded' : recordedHash === originalHash ? 'current' : 'stale';
      return [{ language, text, state, original: originalHash }];
    }),
  );
}

/** Returns the recorded hashes, in which those for these texts are replaced by the hashes of the current originals. */
export function withCurrentOriginals(madeFrom: OriginalHashes, texts: readonly TranslatedText[]): OriginalHashes {
  const languages = new Set([...madeFrom.keys(), ...texts.map(({ language }) => language)]);
  return new Map(
    [...languages].toSorted().map((language) => {
      const entries = texts
        .filter((text) => text.language === language)
        .map(({ text, original }) => [text, original] as const);
      const hashes = new Map([...(madeFrom.get(language) ?? []), ...entries]);
      return [language, new Map([...hashes].toSorted(([a], [b]) => (a < b ? -1 : 1)))];
    }),
  );
}

/** Formats the content of `translations.yaml`, with a line for each text, so that diffs show each change. */
export function formatTranslations(madeFrom: OriginalHashes): string {
  const languages = [...madeFrom].map(
    ([language, texts]) =>
      `${language}:\n${[...texts].map(([text, hash]) => `  ${formatTextKey(text)}: ${hash}\n`).join('')}`,
  );
  return `# Written by demarche translations --renew: the hash of the original (SHA-256) that each translation was made from.\n${languages.join('')}`;
}

/** Formats the key of a text. A partial may have any name, so that names other than the usual are quoted. */
function formatTextKey(key: string): string {
  return /^[a-z][a-z0-9/-]*$/u.test(key) ? key : JSON.stringify(key);
}

/** Reads the content of `translations.yaml` before it is written, so that no command refuses what was written. */
export function readBackTranslations(text: string): Outcome<Translating> {
  return andThen(readYaml('translations.yaml', text), (translations) =>
    validateTranslating({ terms: emptyFields('terms.yaml'), translations }),
  );
}
