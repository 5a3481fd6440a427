import type { MadeFrom } from '../../model/translating.ts';

/** `translations.yaml` as it is written: names and hashes only, sorted, so that a change is one line. */
export function translationsFile(madeFrom: MadeFrom): string {
  const languages = [...madeFrom].map(
    ([language, texts]) => `${language}:\n${[...texts].map(([text, hash]) => `  ${text}: ${hash}\n`).join('')}`,
  );
  return `# Written by demarche translations --renew: the hash of the original (SHA-256) that each translation was made from.\n${languages.join('')}`;
}
