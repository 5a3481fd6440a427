import { findAllUnchanged } from '../../cli/find-unchanged.ts';
import { EXIT, type Shell, UsageError } from '../../cli/shell.ts';
import type { Unchanged } from '../../run/find-unchanged.ts';
import type { GenerateOptions } from './run-letters.ts';
import { summaryLine } from './text.ts';

/** `demarche generate`: writes the letters and says what it did. What that takes is loaded only if there is work. */
export async function run(shell: Shell, ids: readonly string[], options: GenerateOptions): Promise<number> {
  refuseContradictions(options);
  const { json, verbose, dryRun, output } = options;
  const isBrief =
    options.reporter.length === 0 && !json && !verbose && !dryRun && output !== '-' && options.shard === undefined;
  const wanted = { formats: options.to, editions: options.language };
  const unchanged = isBrief ? await findAllUnchanged(shell, ids, options, wanted) : undefined;
  if (unchanged === undefined) {
    const { generateLetters } = await import('./run-letters.ts');
    return generateLetters(shell, ids, options);
  }
  if (!options.quiet) await shell.err(unchangedText(unchanged));
  return EXIT.done;
}

function unchangedText({ letters, files, skipped }: Unchanged): string {
  const last = summaryLine({ letters, written: 0, unchanged: files, skipped: skipped.length, failed: 0 });
  return [...skipped.map((id) => `${id} skipped, as before`), last].map((line) => `${line}\n`).join('');
}

/** What cannot go together with a letter on standard output, or with anything. */
function refuseContradictions({ output, dryRun, json, shard }: GenerateOptions): void {
  if (output === '') throw new UsageError('-o names no folder', 'leave it out to write into out in the campaign');
  if (output !== '-') return;
  if (shard !== undefined) throw new UsageError('-o - writes one letter, and --shard many', 'leave one of them out');
  if (dryRun) throw new UsageError('-o - writes a letter, and --dry-run writes nothing', 'leave one of them out');
  if (json) throw new UsageError('standard output has room for the letter or for --json', 'leave one of them out');
}
