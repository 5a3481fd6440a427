import { findAllUnchanged } from '../../cli/find-unchanged.ts';
import { EXIT, type Shell } from '../../cli/shell.ts';
import type { InspectionOptions } from './run-letters.ts';
import { allFreshSummary } from './text.ts';

/** The options of `demarche check`. */
interface CheckOptions extends InspectionOptions {
  readonly approved: boolean;
}

/**
 * `demarche check`: compares the files of letters with those that a run (one execution of `generate`) would write now.
 * With `--approved`, checks the approvals first, and the files only if no approval is missing and `--json` is not
 * given.
 */
export async function run(shell: Shell, ids: readonly string[], options: CheckOptions): Promise<number> {
  if (!options.approved) return checkFiles(shell, ids, options);
  const { checkApprovals } = await import('./run-approvals.ts');
  const approvalsExitCode = await checkApprovals(shell, ids, options);
  // With --json, standard output is one JSON document, which `checkApprovals` has printed.
  if (options.json || approvalsExitCode !== EXIT.success) return approvalsExitCode;
  return checkFiles(shell, ids, options);
}

/**
 * Checks the files. The modules that make letters are imported only if hashes cannot show that all files are current.
 */
async function checkFiles(shell: Shell, ids: readonly string[], options: CheckOptions): Promise<number> {
  // Comparing hashes yields only counts, which do not suffice if details are to be printed.
  const needsOnlyCounts = options.reporter.length === 0 && !options.json && !options.verbose;
  const requestedRun = { formats: options.to ?? ('any' as const), editions: options.language ?? ('any' as const) };
  const unchanged = needsOnlyCounts ? await findAllUnchanged(shell, ids, options, requestedRun) : undefined;
  if (unchanged === undefined) {
    const { checkLetters } = await import('./run-letters.ts');
    return checkLetters(shell, ids, options);
  }
  if (!options.quiet) await shell.err(allFreshSummary(unchanged));
  return EXIT.success;
}
