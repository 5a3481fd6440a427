import { findAllUnchanged } from '../../cli/find-unchanged.ts';
import { EXIT, type Shell } from '../../cli/shell.ts';
import type { InspectionOptions } from './run-letters.ts';
import { allFresh } from './text.ts';

/** The options of `demarche check`. */
interface CheckOptions extends InspectionOptions {
  readonly approved: boolean;
}

/**
 * `demarche check`: compares the files of letters with those that a run would write now. With `--approved`, checks
 * approvals first, and the letters only if none is missing and `--json` is not given.
 */
export async function run(shell: Shell, ids: readonly string[], options: CheckOptions): Promise<number> {
  if (!options.approved) return checkFresh(shell, ids, options);
  const { checkApprovals } = await import('./run-approvals.ts');
  const approved = await checkApprovals(shell, ids, options);
  // With --json, standard output is one JSON document, which `checkApprovals` has printed.
  if (options.json || approved !== EXIT.done) return approved;
  return checkFresh(shell, ids, options);
}

/**
 * Checks the files. The modules that make letters are imported only if hashes do not show that all files are current.
 */
async function checkFresh(shell: Shell, ids: readonly string[], options: CheckOptions): Promise<number> {
  // The hash check yields only counts, so it is not enough if details are to be printed.
  const isBrief = options.reporter.length === 0 && !options.json && !options.verbose;
  const requested = { formats: options.to ?? ('any' as const), editions: options.language ?? ('any' as const) };
  const unchanged = isBrief ? await findAllUnchanged(shell, ids, options, requested) : undefined;
  if (unchanged === undefined) {
    const { checkLetters } = await import('./run-letters.ts');
    return checkLetters(shell, ids, options);
  }
  if (!options.quiet) await shell.err(allFresh(unchanged.letters, unchanged.files));
  return EXIT.done;
}
