import { type RequestedRun, type UnchangedRun, findUnchanged } from '../../run/find-unchanged.ts';
import { announceCampaign, chooseLetters, openCampaign } from '../../cli/open-campaign.ts';
import type { RecipientsOptions } from '../../cli/options.ts';
import { RUNTIME, TOOL_VERSION } from '../../cli/package.ts';
import type { Shell } from '../../cli/shell.ts';
import { type PdfOptions, pdfOptions } from '../../model/job.ts';

/**
 * Returns the numbers of current letters and files of all letters if a run (one execution of a command) would leave
 * every file unchanged. Decides that by hashing the files that the last run read and wrote, so that parsers and fonts
 * are not loaded in the most frequent case, in which nothing has changed. Returns undefined if a run is needed to find
 * out, which includes every run for selected recipients and for recipients from another file.
 */
export async function findAllUnchanged(
  shell: Shell,
  ids: readonly string[],
  options: RecipientsOptions & PdfOptions,
  { formats, editions }: Pick<RequestedRun, 'formats' | 'editions'>,
): Promise<UnchangedRun | undefined> {
  if (options.recipients !== undefined) return undefined;
  if ([ids, options.role, options.group, options.state, options.field].some((names) => names.length > 0))
    return undefined;
  const { world, folder } = await openCampaign(shell, options);
  let totals: UnchangedRun = { letters: 0, files: 0, skipped: [], warnings: 0 };
  for (const letter of await chooseLetters(world, options.letter)) {
    const { date } = options;
    const job = { letter, ...pdfOptions(options), ...(date === undefined ? {} : { date }) };
    const unchanged = await findUnchanged(world, { tool: TOOL_VERSION, runtime: RUNTIME, job, formats, editions });
    if (unchanged === undefined) return undefined;
    const { letters, files, skipped, warnings } = unchanged;
    totals = {
      letters: totals.letters + letters,
      files: totals.files + files,
      skipped: [...totals.skipped, ...skipped],
      warnings: totals.warnings + warnings,
    };
  }
  await announceCampaign(shell, folder, options);
  return totals;
}
