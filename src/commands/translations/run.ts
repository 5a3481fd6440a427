import { join } from 'node:path';
import { type TranslatedText, renewed, translatedTexts } from './translations.ts';
import type { Plan } from '../../pipeline.ts';
import { findTranslating } from './find-translating.ts';
import { counted } from '../../report/summary.ts';
import { tableText } from '../../report/table.ts';
import { translationsFile } from './text.ts';
import { requireKnownLanguages } from '../../cli/choose-recipients.ts';
import { openPlans } from '../../cli/open-plans.ts';
import type { CommonOptions, EditionOptions } from '../../cli/options.ts';
import { quoted } from '../../cli/quoted.ts';
import { openSession } from '../../cli/session.ts';
import { EXIT, type Shell, UsageError } from '../../cli/shell.ts';

interface TranslationsOptions extends CommonOptions, EditionOptions {
  readonly letter: readonly string[];
  readonly renew: boolean;
}

/** `demarche translations`: which translations rest on the original as it stands; `--renew` records that they do. */
export async function runTranslations(
  shell: Shell,
  names: readonly string[],
  options: TranslationsOptions,
): Promise<number> {
  const session = await openSession(shell, { ...options, language: options.language ?? 'all' });
  const { plans, diagnostics } = await openPlans(session, []);
  requireKnownLanguages(plans);
  const texts = [];
  for (const plan of plans) {
    const translating = await findTranslating(session.world, plan.job.letter);
    diagnostics.push(...translating.diagnostics);
    if (!translating.ok) continue;
    const { madeFrom } = translating.value;
    const chosen = translatedTexts(plan, madeFrom).filter(({ text }) => names.length === 0 || names.includes(text));
    texts.push(...chosen.map((text) => ({ letter: plan.job.letter, ...text })));
    if (options.renew) await renew(shell, session.folder, plan, translationsFile(renewed(madeFrom, chosen)));
  }
  requireTexts(names, texts, diagnostics.length > 0);
  const states = options.renew ? texts.map((text) => ({ ...text, state: 'current' as const })) : texts;
  if (options.json) {
    const records = await session.records(diagnostics);
    await shell.out(`${JSON.stringify({ schemaVersion: 1, texts: states, diagnostics: records }, null, 2)}\n`);
  } else {
    const rows = states.map(({ letter, language, text, state }) => [letter, language, text, state.replace('-', ' ')]);
    if (!options.renew) await shell.out(tableText(['letter', 'language', 'text', 'state'], rows));
    await session.reportDiagnostics(diagnostics);
    if (options.renew && !options.quiet) await shell.err(`${counted(states.length, 'translation')} recorded\n`);
  }
  return diagnostics.some(({ severity }) => severity === 'error') ? EXIT.no : EXIT.done;
}

/** The one file of a campaign that this command writes. */
async function renew(shell: Shell, campaign: string, { job }: Plan, text: string): Promise<void> {
  const folder = join(campaign, 'templates', job.letter);
  const world = await shell.openWorld(campaign, { folder, name: `templates/${job.letter}`, named: false });
  const written = await world?.output.write('translations.yaml', new TextEncoder().encode(text));
  if (written?.ok !== true) {
    throw new UsageError(`translations.yaml could not be written: ${written?.reason ?? 'the campaign is gone'}`);
  }
}

function requireTexts(names: readonly string[], texts: readonly TranslatedText[], isIncomplete: boolean): void {
  if (isIncomplete) return;
  const unknown = names.find((name) => texts.every(({ text }) => text !== name));
  if (unknown !== undefined) {
    throw new UsageError(`no translation has a text ${quoted(unknown)}`, 'demarche translations shows all');
  }
}
