import { type Question, type Unchanged, findUnchanged } from '../run/find-unchanged.ts';
import { chooseLetters, openCampaign } from './open-campaign.ts';
import type { CommonOptions, FilterOptions } from './options.ts';
import type { Shell } from './shell.ts';
import { RUNTIME, TOOL_VERSION } from './package.ts';

/** What decides whether a run would do nothing. */
type AskingOptions = FilterOptions &
  Pick<CommonOptions, 'directory' | 'recipients' | 'date'> & {
    readonly output?: string | undefined;
    readonly attachSource: boolean;
  };

/**
 * Every letter, if all of them stand as a run of everybody would leave them. Found by hashing what the last such run
 * read and wrote, so that the usual answer, nothing changed, needs neither parser nor font. Undefined: look closer.
 */
export async function findAllUnchanged(
  shell: Shell,
  ids: readonly string[],
  options: AskingOptions,
  { formats, editions }: Pick<Question, 'formats' | 'editions'>,
): Promise<readonly Unchanged[] | undefined> {
  if (options.recipients !== undefined) return undefined;
  if ([ids, options.role, options.group, options.state].some((names) => names.length > 0)) return undefined;
  const { world } = await openCampaign(shell, options);
  const found: Unchanged[] = [];
  for (const letter of await chooseLetters(world, options.letter)) {
    const { date, attachSource } = options;
    const job = { letter, attachSource, ...(date === undefined ? {} : { date }) };
    const unchanged = await findUnchanged(world, { tool: TOOL_VERSION, runtime: RUNTIME, job, formats, editions });
    if (unchanged === undefined) return undefined;
    found.push(unchanged);
  }
  return found;
}
