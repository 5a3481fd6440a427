import { findAllUnchanged } from '../../cli/find-unchanged.ts';
import { EXIT, type Shell, UsageError } from '../../cli/shell.ts';
import type { Unchanged } from '../../run/find-unchanged.ts';
import type { GenerateOptions } from './run-letters.ts';
import { summaryLine } from './text.ts';

/**
 * `demarche generate`: writes the letters and prints a summary. The modules that make letters are imported only if
 * hashes do not show that all files are current.
 */
export async function run(shell: Shell, ids: readonly string[], options: GenerateOptions): Promise<number> {
  refuseContradictions(options);
  const { json, verbose, dryRun, output } = options;
  // The hash check yields only counts, so it is not enough if details are to be printed or letters rendered.
  const isBrief =
    options.reporter.length === 0 && !json && !verbose && !dryRun && output !== '-' && options.shard === undefined;
  const requested = { formats: options.to, editions: options.language };
  const unchanged = isBrief ? await findAllUnchanged(shell, ids, options, requested) : undefined;
  if (unchanged === undefined) {
    const { generateLetters } = await import('./run-letters.ts');
    return generateLetters(shell, ids, options);
  }
  if (!options.quiet) await shell.err(unchangedText(unchanged));
  return EXIT.done;
}

/** The report of a run that has nothing to write. */
function unchangedText({ letters, files, skipped }: Unchanged): string {
  const last = summaryLine({ letters, written: 0, unchanged: files, skipped: skipped.length, failed: 0 });
  return [...skipped.map((id) => `${id} skipped, as before`), last].map((line) => `${line}\n`).join('');
}

/** Throws a usage error for an empty `-o`, and for options that contradict `-o -`. */
function refuseContradictions({ output, dryRun, json, shard }: GenerateOptions): void {
  if (output === '') throw new UsageError('-o names no folder', 'leave it out to write into out in the campaign');
  if (output !== '-') return;
  if (shard !== undefined) throw new UsageError('-o - writes one letter, and --shard many', 'leave one of them out');
  if (dryRun) throw new UsageError('-o - writes a letter, and --dry-run writes nothing', 'leave one of them out');
  if (json) throw new UsageError('-o - and --json both write to standard output', 'leave one of them out');
}
