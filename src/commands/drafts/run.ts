import { join, resolve } from 'node:path';
import { displayPath, pathFromCampaign } from '../../cli/open-campaign.ts';
import { EXIT, type Shell, UsageError } from '../../cli/shell.ts';
import { removeRepeats } from '../../model/diagnostic.ts';
import { isMailAddress } from '../../model/mail-address.ts';
import { quote } from '../../report/neutralise.ts';
import { inspectLetters } from '../check/run-letters.ts';
import { draftsSummary, draftsText } from './drafts.ts';
import { type CollectedDrafts, type DraftsOptions, draftLetter } from './run-letter.ts';

/** `demarche drafts`: writes e-mail drafts with the letters of `out/`, and sends nothing. Throws `Stopped` if interrupted. */
export async function run(shell: Shell, ids: readonly string[], options: DraftsOptions): Promise<number> {
  const { output: outputOption, from, ...others } = options;
  if (outputOption === '' || outputOption === '-')
    throw new UsageError('-o names no folder', 'leave it out to write into drafts in the campaign');
  if (others.rehearsal !== undefined && !isMailAddress(others.rehearsal)) {
    throw new UsageError(
      `--rehearsal ${quote(others.rehearsal)} is not an e-mail address`,
      'write it alone, as in --rehearsal name@example.org',
    );
  }
  const inspection = await inspectLetters(shell, ids, {
    ...others,
    output: from,
    to: undefined,
    allowsUncleared: true,
  });
  if (inspection === undefined) return EXIT.negative;
  const { session, filter, runs } = inspection;
  const folder = outputOption === undefined ? join(session.folder, 'drafts') : resolve(shell.cwd, outputOption);
  // Locations of diagnostics are relative to the campaign.
  const name = pathFromCampaign(session.folder, folder);
  const output = await shell.openOutput({ folder, name, isNamedByUser: outputOption !== undefined });
  const shownFolder = displayPath(shell.cwd, folder);
  const collected: CollectedDrafts = {
    drafts: [],
    files: [],
    removed: [],
    withoutAddress: new Set(),
    namedOnly: [],
    large: [],
    diagnostics: [],
    notReady: 0,
  };
  for (const run of runs) await draftLetter(run, { session, filter, output, shownFolder, options, collected });
  const { diagnostics, ...found } = collected;
  const result = { ...found, withoutAddress: [...found.withoutAddress] };
  return session.printResult({
    fields: result,
    text: () => draftsText(result),
    diagnostics: removeRepeats(diagnostics),
    summary: draftsSummary(result, options.dryRun),
  });
}
