import { EXIT, type Shell } from '../../cli/shell.ts';
import type { InspectionOptions } from './run-letters.ts';

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
  if (!options.approved) return (await import('./run-letters.ts')).checkLetters(shell, ids, options);
  const { checkApprovals } = await import('./run-approvals.ts');
  const approvalsExitCode = await checkApprovals(shell, ids, options);
  // With --json, standard output is one JSON document, which `checkApprovals` has printed.
  if (options.json || approvalsExitCode !== EXIT.success) return approvalsExitCode;
  return (await import('./run-letters.ts')).checkLetters(shell, ids, options);
}
