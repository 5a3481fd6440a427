import { requireKnownLanguages } from '../../cli/choose-recipients.ts';
import { preparePlans, refuseToBegin } from '../../cli/open-plans.ts';
import type { LettersOptions } from '../../cli/options.ts';
import { type Session, openSession } from '../../cli/session.ts';
import { type Shell, UsageError } from '../../cli/shell.ts';
import { appendAll } from '../../model/append-all.ts';
import { isFault } from '../../model/diagnostic.ts';
import type { Plan } from '../../plan.ts';
import { formatCount } from '../../report/format-count.ts';
import { quote } from '../../report/neutralise.ts';
import { tableText } from '../../report/table.ts';
import { MAX_FILE_BYTES } from '../../world.ts';
import {
  type TranslatedText,
  formatTranslations,
  readBackTranslations,
  readTranslationRecords,
  translatedTexts,
  withCurrentOriginals,
} from './translations.ts';

/**
 * `demarche translations`: lists the translations, and whether each was made from the current version of its original.
 * With `--renew`, records for the selected texts that they were. Nothing is recorded if a letter has a fault or a name
 * is unknown.
 */
export async function run(
  shell: Shell,
  names: readonly string[],
  options: LettersOptions & { readonly renew: boolean },
): Promise<number> {
  const session = await openSession(shell, { ...options, language: options.language ?? 'all' });
  const { results: plans, diagnostics } = await preparePlans(session, []);
  requireKnownLanguages(plans);
  const selectedTexts: SelectedText[] = [];
  for (const plan of plans) {
    const { letter } = plan.job;
    const records = await readTranslationRecords(session.world, letter);
    diagnostics.push(...records.diagnostics);
    if (!records.ok) continue;
    const chosenTexts = translatedTexts(plan, records.value.madeFrom).filter(
      ({ text }) => names.length === 0 || names.includes(text),
    );
    appendAll(
      selectedTexts,
      chosenTexts.map((text) => ({ letter, ...text })),
    );
  }
  // With faults, the name may be that of a text that could not be read.
  if (!diagnostics.some(isFault)) requireKnownTexts(names, selectedTexts);
  if (options.renew) {
    if (diagnostics.some(isFault)) return refuseToBegin(session, diagnostics);
    for (const plan of plans) await renew(session, plan, selectedTexts);
  }
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

/** A text that the command line selects. */
type SelectedText = TranslatedText & { readonly letter: string };

/**
 * Records in `translations.yaml` of a letter that the selected texts were made from the current originals. Leaves the
 * file as it is if none of them is of this letter. Throws a UsageError if the file cannot be written.
 */
async function renew(session: Session, { job: { letter } }: Plan, texts: readonly SelectedText[]): Promise<void> {
  const textsOfLetter = texts.filter((text) => text.letter === letter);
  if (textsOfLetter.length === 0) return;
  const result = await session.world.changeRecordFile(letter, 'translations.yaml', async () => {
    const records = await readTranslationRecords(session.world, letter);
    if (!records.ok) throw new UsageError('translations.yaml was changed meanwhile, and cannot be read any more');
    const text = formatTranslations(withCurrentOriginals(records.value.madeFrom, textsOfLetter));
    if (Buffer.byteLength(text) > MAX_FILE_BYTES)
      throw new UsageError('translations.yaml would have more than the 1 MB that a file may have');
    if (!readBackTranslations(text).ok) throw new Error('the translations that were recorded cannot be read');
    return text;
  });
  if (!result.ok) throw new UsageError(`translations.yaml could not be written: ${result.reason}`);
}

/** Throws a UsageError if one of the names is not that of a translated text. */
function requireKnownTexts(names: readonly string[], texts: readonly TranslatedText[]): void {
  const unknownName = names.find((name) => texts.every(({ text }) => text !== name));
  if (unknownName !== undefined) {
    throw new UsageError(`no translation has a text ${quote(unknownName)}`, 'demarche translations shows all');
  }
}
