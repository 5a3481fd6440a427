import { type RequestedRun, type Unchanged, findUnchanged } from '../run/find-unchanged.ts';
import { chooseLetters, openCampaign } from './open-campaign.ts';
import type { RecipientsOptions } from './options.ts';
import { RUNTIME, TOOL_VERSION } from './package.ts';
import type { Shell } from './shell.ts';

/**
 * All letters in numbers, if they stand as a run of everybody would leave them. Found by hashing what the last such run
 * read and wrote, so that the usual answer, nothing changed, needs neither parser nor font. Undefined: look closer.
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
  let all: Unchanged = { letters: 0, files: 0, skipped: [] };
  for (const letter of await chooseLetters(world, options.letter)) {
    const { date, attachSource } = options;
    const job = { letter, attachSource, ...(date === undefined ? {} : { date }) };
    const unchanged = await findUnchanged(world, { tool: TOOL_VERSION, runtime: RUNTIME, job, formats, editions });
    if (unchanged === undefined) return undefined;
    const { letters, files, skipped } = unchanged;
    all = { letters: all.letters + letters, files: all.files + files, skipped: [...all.skipped, ...skipped] };
  }
  return all;
}
