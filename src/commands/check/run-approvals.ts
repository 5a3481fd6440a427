import { missingApprovalsByName } from '../../clearance/clearance.ts';
import { filterFrom } from '../../cli/choose-recipients.ts';
import { mapLetters, walkTargets } from '../../cli/open-plans.ts';
import { openSession } from '../../cli/session.ts';
import type { Shell } from '../../cli/shell.ts';
import { mapOutcome } from '../../model/outcome.ts';
import { formatCount } from '../../report/format-count.ts';
import { tableText } from '../../report/table.ts';
import { readCampaign } from '../approve/approve.ts';
import { type LetterClearance, clearanceFaults, clearanceOf, missingApproverLabels } from './clearances.ts';
import type { InspectionOptions } from './run-letters.ts';

/**
 * `demarche check --approved`: reports the texts that lack an approval of their current version, and the letters that
 * are not cleared, that is, have such a text or one that no second person has read. Resolves to exit code 1 if there
 * are any.
 */
export async function checkApprovals(
  shell: Shell,
  ids: readonly string[],
  options: InspectionOptions,
): Promise<number> {
  const session = await openSession(shell, options);
  const { results: plans, diagnostics } = await mapLetters(session, { formats: [], attachSource: false }, async (job) =>
    mapOutcome(await readCampaign(session.world, job), (campaign) => ({
      campaign,
      missing: missingApprovalsByName(campaign),
    })),
  );
  const clearances: LetterClearance[] = [];
  for await (const { plan, target } of walkTargets({ session, filter: filterFrom(ids, options), plans, diagnostics })) {
    if (target.kind === 'letter') clearances.push(clearanceOf(plan.campaign, plan.missing, target.selection));
  }
  diagnostics.push(...clearanceFaults(clearances));
  const unclearedLetters = clearances
    .map((clearance) => ({ letter: clearance.letter, missing: missingApproverLabels(clearance) }))
    .filter(({ missing }) => missing.length > 0);
  return session.printResult({
    fields: { letters: unclearedLetters },
    text: () => {
      const rows = unclearedLetters.map(({ letter, missing }) => [letter, missing.join(', ')]);
      return rows.length === 0 ? '' : tableText(['letter', 'missing'], rows);
    },
    diagnostics,
    summary: `${formatCount(clearances.length, 'letter')}: ${clearances.length - unclearedLetters.length} cleared, ${unclearedLetters.length} waiting\n`,
    isNegative: unclearedLetters.length > 0,
  });
}
