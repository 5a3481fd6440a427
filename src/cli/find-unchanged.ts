import { type RequestedRun, type Unchanged, findUnchanged } from '../run/find-unchanged.ts';
import { chooseLetters, openCampaign } from './open-campaign.ts';
import type { RecipientsOptions } from './options.ts';
import { RUNTIME, TOOL_VERSION } from './package.ts';
import type { Shell } from './shell.ts';

/**
 * The totals of all letters, if a run over all recipients would leave every file unchanged. Decided by hashing the
 * files that the last such run read and wrote, so that the most frequent case, nothing changed, loads neither parsers
 * nor fonts. Undefined: only a run can tell.
 */
export async function findAllUnchanged(
  shell: Shell,
  ids: readonly string[],
  options: RecipientsOptions & { readonly attachSource: boolean },
  { formats, editions }: Pick<RequestedRun, 'formats' | 'editions'>,
): Promise<Unchanged | undefined> {
  if (options.recipients !== undefined) return undefined;
  if ([ids, options.role, options.group, options.state].some((names) => names.length > 0)) return undefined;
  const { world } = await openCampaign(shell, options);
  let total: Unchanged = { letters: 0, files: 0, skipped: [] };
  for (const letter of await chooseLetters(world, options.letter)) {
    const { date, attachSource } = options;
    const job = { letter, attachSource, ...(date === undefined ? {} : { date }) };
    const unchanged = await findUnchanged(world, { tool: TOOL_VERSION, runtime: RUNTIME, job, formats, editions });
    if (unchanged === undefined) return undefined;
    const { letters, files, skipped } = unchanged;
    total = { letters: total.letters + letters, files: total.files + files, skipped: [...total.skipped, ...skipped] };
  }
  return total;
}
