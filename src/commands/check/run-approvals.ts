import { type LetterClearance, clearanceFaults, clearanceOf, missingFunctions } from './clearances.ts';
import { readCampaign } from '../approve/read-campaign.ts';
import { counted } from '../../report/summary.ts';
import { tableText } from '../../report/table.ts';
import { addressees } from '../../run/addressees.ts';
import { filterFrom } from '../../cli/choose-recipients.ts';
import { openSession } from '../../cli/session.ts';
import { EXIT, type Shell } from '../../cli/shell.ts';
import type { InspectionOptions } from './run-inspection.ts';

/** `check --approved`: who has not approved which text as it stands, and which letters wait for it. */
export async function checkApprovals(
  shell: Shell,
  ids: readonly string[],
  options: InspectionOptions,
): Promise<number> {
  const session = await openSession(shell, options);
  const letters: LetterClearance[] = [];
  const diagnostics = [];
  for (const letter of session.letters) {
    const read = await readCampaign(session.world, session.job(letter, { formats: [], attachSource: false }));
    diagnostics.push(...read.diagnostics);
    if (!read.ok) continue;
    const plan = { campaign: read.value };
    for await (const addressee of addressees(plan, session.profiles, filterFrom(ids, options))) {
      if (addressee.kind === 'failed') diagnostics.push(...addressee.faults);
      else if (addressee.target.kind === 'letter') letters.push(clearanceOf(plan.campaign, addressee.target.selection));
    }
  }
  const waiting = letters.filter((letter) => missingFunctions(letter).length > 0);
  diagnostics.push(...clearanceFaults(letters));
  if (options.json) {
    const missing = waiting.map((letter) => ({ letter: letter.letter, missing: missingFunctions(letter) }));
    const records = await session.records(diagnostics);
    await shell.out(`${JSON.stringify({ schemaVersion: 1, letters: missing, diagnostics: records }, null, 2)}\n`);
  } else {
    const rows = waiting.map((letter) => [letter.letter, missingFunctions(letter).join(', ')]);
    if (rows.length > 0) await shell.out(tableText(['letter', 'missing'], rows));
    await session.reportDiagnostics(diagnostics);
  }
  if (!options.quiet) {
    await shell.err(
      `${counted(letters.length, 'letter')}: ${letters.length - waiting.length} cleared, ${waiting.length} waiting\n`,
    );
  }
  return waiting.length > 0 || diagnostics.some(({ severity }) => severity === 'error') ? EXIT.no : EXIT.done;
}
