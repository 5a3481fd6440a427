import { join } from 'node:path';
import { requireKnownLanguages } from '../../cli/choose-recipients.ts';
import { openPlans } from '../../cli/open-plans.ts';
import type { LettersOptions } from '../../cli/options.ts';
import { openSession } from '../../cli/session.ts';
import { type Shell, UsageError } from '../../cli/shell.ts';
import { counted } from '../../report/counted.ts';
import { quoted } from '../../report/neutralise.ts';
import { tableText } from '../../report/table.ts';
import {
  type TranslatedText,
  readTranslationRecords,
  withCurrentOriginals,
  translatedTexts,
  translationsFile,
} from './translations.ts';

/**
 * `demarche translations`: lists which translations were made from the current version of the original. With `--renew`,
 * records the current version for the selected texts.
 */
export async function run(
  shell: Shell,
  names: readonly string[],
  options: LettersOptions & { readonly renew: boolean },
): Promise<number> {
  const session = await openSession(shell, { ...options, language: options.language ?? 'all' });
  const { opened: plans, diagnostics } = await openPlans(session, []);
  requireKnownLanguages(plans);
  const found: (TranslatedText & { readonly letter: string })[] = [];
  for (const plan of plans) {
    const { letter } = plan.job;
    const translating = await readTranslationRecords(session.world, letter);
    diagnostics.push(...translating.diagnostics);
    if (!translating.ok) continue;
    const { madeFrom } = translating.value;
    const chosen = translatedTexts(plan, madeFrom).filter(({ text }) => names.length === 0 || names.includes(text));
    found.push(...chosen.map((text) => ({ letter, ...text })));
    if (options.renew)
      await renew(shell, session.folder, letter, translationsFile(withCurrentOriginals(madeFrom, chosen)));
  }
  if (diagnostics.length === 0) requireTexts(names, found);
  const texts = options.renew ? found.map((text) => ({ ...text, state: 'current' as const })) : found;
  return session.printResult({
    fields: { texts },
    text: () => {
      if (options.renew) return '';
      const rows = texts.map(({ letter, language, text, state }) => [letter, language, text, state.replace('-', ' ')]);
      return tableText(['letter', 'language', 'text', 'state'], rows);
    },
    diagnostics,
    summary: options.renew && !options.json ? `${counted(texts.length, 'translation')} recorded\n` : '',
  });
}

/** Writes `text` to translations.yaml in the letter's folder. Usage error: the file cannot be written. */
async function renew(shell: Shell, campaign: string, letter: string, text: string): Promise<void> {
  const folder = join(campaign, 'templates', letter);
  const world = await shell.openWorld(campaign, { folder, name: `templates/${letter}`, isNamedByUser: false });
  const written = await world?.output.write('translations.yaml', new TextEncoder().encode(text));
  if (written?.ok !== true) {
    throw new UsageError(`translations.yaml could not be written: ${written?.reason ?? 'the campaign is gone'}`);
  }
}

/** Throws a usage error if no translation has a text of one of these names. */
function requireTexts(names: readonly string[], texts: readonly TranslatedText[]): void {
  const unknown = names.find((name) => texts.every(({ text }) => text !== name));
  if (unknown !== undefined) {
    throw new UsageError(`no translation has a text ${quoted(unknown)}`, 'demarche translations shows all');
  }
}
