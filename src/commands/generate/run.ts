import { EXIT, type Shell, UsageError } from '../../cli/shell.ts';
import { printableLines } from '../../report/neutralise.ts';
import type { UnchangedRun } from '../../run/find-unchanged.ts';
import type { GenerateOptions } from './run-letters.ts';
import { findAllUnchanged } from './run-unchanged.ts';
import { earlierWarningsLines, summaryLine } from './text.ts';

/**
 * `demarche generate`: writes the letters and prints a summary. The modules that make letters are imported only if
 * hashes cannot show that all files are current.
 */
export async function run(shell: Shell, ids: readonly string[], options: GenerateOptions): Promise<number> {
  refuseContradictions(options);
  const { json, verbose, dryRun, output, anew } = options;
  if (options.watch) {
    const { generateWatching } = await import('./run-watching.ts');
    return generateWatching(shell, ids, options);
  }
  // Comparing hashes yields only counts, which do not suffice if details are to be printed or letters made.
  const needsOnlyCounts =
    options.reporter.length === 0 &&
    !json &&
    !verbose &&
    !dryRun &&
    !anew &&
    output !== '-' &&
    options.shard === undefined;
  const requestedRun = { formats: options.to, editions: options.language };
  const unchanged = needsOnlyCounts ? await findAllUnchanged(shell, ids, options, requestedRun) : undefined;
  if (unchanged === undefined) {
    const { generateLetters } = await import('./run-letters.ts');
    return generateLetters(shell, ids, options);
  }
  if (!options.quiet) await shell.err(unchangedText(unchanged));
  return EXIT.success;
}

/** Formats the report of a run that has nothing to write. */
function unchangedText({ letters, files, skipped, warnings }: UnchangedRun): string {
  const summary = summaryLine({
    letters,
    written: 0,
    unchanged: files,
    removed: 0,
    skipped: skipped.length,
    failed: 0,
  });
  return printableLines([
    ...skipped.map((id) => `${id} skipped, as before`),
    ...earlierWarningsLines(warnings),
    summary,
  ]);
}

/** Throws a UsageError for an empty `-o`, and for options that contradict `--watch`, `--dry-run` or `-o -`. */
function refuseContradictions({ output, dryRun, json, shard, anew, watch, recipients }: GenerateOptions): void {
  if (watch) refuseWatching({ output, dryRun, json, shard, recipients });
  if (anew && dryRun)
    throw new UsageError(
      '--anew makes letters, and --dry-run makes none',
      'demarche check makes and compares them, and writes nothing',
    );
  if (output === '') throw new UsageError('-o names no folder', 'leave it out to write into out in the campaign');
  if (output !== '-') return;
  if (shard !== undefined) throw new UsageError('-o - writes one letter, and --shard many', 'leave one of them out');
  if (dryRun) throw new UsageError('-o - writes a letter, and --dry-run writes nothing', 'leave one of them out');
  if (json) throw new UsageError('-o - and --json both write to standard output', 'leave one of them out');
}

/** Throws a UsageError for options of runs that end, with which nothing can be watched. */
function refuseWatching({
  output,
  dryRun,
  json,
  shard,
  recipients,
}: Pick<GenerateOptions, 'output' | 'dryRun' | 'json' | 'shard' | 'recipients'>): void {
  const hint = 'leave one of them out';
  if (output === '-') throw new UsageError('-o - writes one letter once, and --watch goes on writing', hint);
  if (dryRun) throw new UsageError('--dry-run writes nothing, and --watch writes letters again and again', hint);
  if (json) throw new UsageError('--json prints one document, and --watch makes one run after the other', hint);
  if (shard !== undefined)
    throw new UsageError('--shard is for one run on several machines, and --watch for one', hint);
  if (recipients !== '-') return;
  throw new UsageError(
    'standard input can be read once, and --watch reads the recipients again when they change',
    'put them into a file, and name it with --recipients',
  );
}
