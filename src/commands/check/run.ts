import { findAllUnchanged } from '../../cli/find-unchanged.ts';
import { EXIT, type Shell } from '../../cli/shell.ts';
import type { InspectionOptions } from './run-letters.ts';
import { allFresh } from './text.ts';

interface CheckOptions extends InspectionOptions {
  readonly approved: boolean;
}

/** `demarche check`: is what was written still what would be written? Loads what that takes only if hashes do not tell. */
export async function run(shell: Shell, ids: readonly string[], options: CheckOptions): Promise<number> {
  if (!options.approved) return checkFresh(shell, ids, options);
  const { checkApprovals } = await import('./run-approvals.ts');
  const approved = await checkApprovals(shell, ids, options);
  // --json promises one document on standard output.
  if (options.json || approved !== EXIT.done) return approved;
  return checkFresh(shell, ids, options);
}

async function checkFresh(shell: Shell, ids: readonly string[], options: CheckOptions): Promise<number> {
  const isBrief = options.reporter.length === 0 && !options.json && !options.verbose;
  const wanted = { formats: options.to ?? ('any' as const), editions: options.language ?? ('any' as const) };
  const unchanged = isBrief ? await findAllUnchanged(shell, ids, options, wanted) : undefined;
  if (unchanged === undefined) {
    const { checkLetters } = await import('./run-letters.ts');
    return checkLetters(shell, ids, options);
  }
  if (!options.quiet) await shell.err(allFresh(unchanged.letters, unchanged.files));
  return EXIT.done;
}
