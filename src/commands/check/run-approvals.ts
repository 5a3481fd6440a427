import { filterFrom } from '../../cli/choose-recipients.ts';
import { openEach, walkTargets } from '../../cli/open-plans.ts';
import { openSession } from '../../cli/session.ts';
import type { Shell } from '../../cli/shell.ts';
import { mapOutcome } from '../../model/outcome.ts';
import { counted } from '../../report/counted.ts';
import { tableText } from '../../report/table.ts';
import { readCampaign } from '../approve/approve.ts';
import { type LetterClearance, clearanceFaults, clearanceOf, missingFunctions } from './clearances.ts';
import type { InspectionOptions } from './run-letters.ts';

/**
 * `demarche check --approved`: reports the texts that lack an approval of their current version, and the letters that
 * are not cleared. Exit code 1 if there are any.
 */
export async function checkApprovals(
  shell: Shell,
  ids: readonly string[],
  options: InspectionOptions,
): Promise<number> {
  const session = await openSession(shell, options);
  const { opened: plans, diagnostics } = await openEach(session, { formats: [], attachSource: false }, async (job) =>
    mapOutcome(await readCampaign(session.world, job), (campaign) => ({ campaign })),
  );
  const letters: LetterClearance[] = [];
  for await (const { plan, target } of walkTargets({ session, filter: filterFrom(ids, options), plans, diagnostics })) {
    if (target.kind === 'letter') letters.push(clearanceOf(plan.campaign, target.selection));
  }
  diagnostics.push(...clearanceFaults(letters));
  const waiting = letters
    .map((clearance) => ({ letter: clearance.letter, missing: missingFunctions(clearance) }))
    .filter(({ missing }) => missing.length > 0);
  return session.printResult({
    fields: { letters: waiting },
    text: () => {
      const rows = waiting.map(({ letter, missing }) => [letter, missing.join(', ')]);
      return rows.length === 0 ? '' : tableText(['letter', 'missing'], rows);
    },
    diagnostics,
    summary: `${counted(letters.length, 'letter')}: ${letters.length - waiting.length} cleared, ${waiting.length} waiting\n`,
    isNegative: waiting.length > 0,
  });
}
