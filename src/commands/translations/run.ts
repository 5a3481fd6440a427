import { join } from 'node:path';
import { requireKnownLanguages } from '../../cli/choose-recipients.ts';
import { preparePlans } from '../../cli/open-plans.ts';
import type { LettersOptions } from '../../cli/options.ts';
import { openSession } from '../../cli/session.ts';
import { type Shell, UsageError } from '../../cli/shell.ts';
import { appendAll } from '../../model/append-all.ts';
import { isFault } from '../../model/diagnostic.ts';
import { formatCount } from '../../report/format-count.ts';
import { quote } from '../../report/neutralise.ts';
import { tableText } from '../../report/table.ts';
import {
  type TranslatedText,
  readTranslationRecords,
  withCurrentOriginals,
  translatedTexts,
  formatTranslations,
} from './translations.ts';

/**
 * `demarche translations`: lists the translations, and whether each was made from the current version of its original.
 * With `--renew`, records for the selected texts that they were.
 */
export async function run(
  shell: Shell,
  names: readonly string[],
  options: LettersOptions & { readonly renew: boolean },
): Promise<number> {
  const session = await openSession(shell, { ...options, language: options.language ?? 'all' });
  const { results: plans, diagnostics } = await preparePlans(session, []);
  requireKnownLanguages(plans);
  const selectedTexts: (TranslatedText & { readonly letter: string })[] = [];
  const renewedFiles: { readonly letter: string; readonly text: string }[] = [];
  for (const plan of plans) {
    const { letter } = plan.job;
    const records = await readTranslationRecords(session.world, letter);
    diagnostics.push(...records.diagnostics);
    if (!records.ok) continue;
    const { madeFrom } = records.value;
    const chosenTexts = translatedTexts(plan, madeFrom).filter(
      ({ text }) => names.length === 0 || names.includes(text),
    );
    appendAll(
      selectedTexts,
      chosenTexts.map((text) => ({ letter, ...text })),
    );
    renewedFiles.push({ letter, text: formatTranslations(withCurrentOriginals(madeFrom, chosenTexts)) });
  }
  // Nothing is written if a name is misspelt. With faults, the name may be that of a text that could not be read.
  if (!diagnostics.some(isFault)) requireKnownTexts(names, selectedTexts);
  if (options.renew)
    for (const { letter, text } of renewedFiles) await writeTranslations(shell, session.folder, letter, text);
  const texts = options.renew ? selectedTexts.map((text) => ({ ...text, state: 'current' as const })) : selectedTexts;
  return session.printResult({
    fields: { texts },
    text: () => {
      if (options.renew) return '';
      const rows = texts.map(({ letter, language, text, state }) => [letter, language, text, state.replace('-', ' ')]);
      return tableText(['letter', 'language', 'text', 'state'], rows);
    },
    diagnostics,
    summary: options.renew && !options.json ? `${formatCount(texts.length, 'translation')} recorded\n` : '',
  });
}

/** Writes `text` to `translations.yaml` in the letter's folder. Throws a UsageError if the file cannot be written. */
async function writeTranslations(shell: Shell, campaign: string, letter: string, text: string): Promise<void> {
  const folder = join(campaign, 'templates', letter);
  const world = await shell.openWorld(campaign, { folder, name: `templates/${letter}`, isNamedByUser: false });
  const written = await world?.output.write('translations.yaml', new TextEncoder().encode(text));
  if (written?.ok !== true) {
    throw new UsageError(`translations.yaml could not be written: ${written?.reason ?? 'the campaign is gone'}`);
  }
}

/** Throws a UsageError if one of the names is not that of a translated text. */
function requireKnownTexts(names: readonly string[], texts: readonly TranslatedText[]): void {
  const unknownName = names.find((name) => texts.every(({ text }) => text !== name));
  if (unknownName !== undefined) {
    throw new UsageError(`no translation has a text ${quote(unknownName)}`, 'demarche translations shows all');
  }
}
