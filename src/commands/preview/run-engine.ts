import { basename } from 'node:path';
import { filterFrom } from '../../cli/choose-recipients.ts';
import { chooseLetters, openCampaign } from '../../cli/open-campaign.ts';
import { describeRefusal } from '../../cli/describe-refusal.ts';
import { openColumnsFile } from '../../cli/open-columns-file.ts';
import type { RecipientsOptions } from '../../cli/options.ts';
import { openProfiles } from '../../cli/profile-walk.ts';
import { openRecipientsFile } from '../../cli/recipients-file.ts';
import { isFlagSet, recordDiagnostics } from '../../cli/result-printer.ts';
import { type Shell, UsageError } from '../../cli/shell.ts';
import { watchCampaign } from '../../cli/watch-campaign.ts';
import { neutralise } from '../../report/neutralise.ts';
import { openPreview } from './open-preview.ts';
import type { Preview } from './preview.ts';

/** A preview of the campaign that the options name. */
export interface StartedPreview {
  readonly preview: Preview;
  /** The absolute path of the campaign's folder. */
  readonly folder: string;
}

/**
 * Opens the preview of the campaign that the options name, and watches its files until the preview is closed. Throws a
 * UsageError if there is no campaign, if recipients would have to be read from standard input, or if the system allows
 * no more watches. Faults of files are shown by the preview.
 */
export async function startPreview(shell: Shell, options: RecipientsOptions): Promise<StartedPreview> {
  const { recipients, columns, date, language } = options;
  if (recipients === '-') {
    throw new UsageError(
      'standard input can be read once, and a preview reads the recipients again when they change',
      'put them into a file, and name it with --recipients',
    );
  }
  const { world, folder, pathOf } = await openCampaign(shell, options);
  const showValues = options.showValues || !isFlagSet(shell.env['CI']);
  const preview = openPreview({
    campaign: neutralise(basename(folder)),
    world,
    watcher: watchCampaign(shell, folder, options),
    filter: filterFrom([], options),
    chooseLetters: (keptWorld) => chooseLetters(keptWorld, options.letter),
    openProfiles: async (keptWorld) => {
      const file = recipients === undefined ? undefined : await openRecipientsFile(shell, folder, recipients);
      const columnsFile = columns === undefined ? undefined : await openColumnsFile(shell, folder, columns, recipients);
      const external = columnsFile && { columns: columnsFile.columns, canReadAgain: true };
      return openProfiles(keptWorld, file, external);
    },
    jobFor: (letter, job) => ({
      letter,
      ...job,
      ...(date === undefined ? {} : { date }),
      ...(language === undefined ? {} : { editions: language }),
    }),
    pathOf,
    toRecords: (diagnostics, keptWorld) => recordDiagnostics(diagnostics, keptWorld, { pathOf, showValues }),
    describeError: describeRefusal,
  });
  return { preview, folder };
}
