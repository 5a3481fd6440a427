import { requireSelectionAfterRun } from '../../cli/choose-recipients.ts';
import { openOverview, walkTargets } from '../../cli/open-plans.ts';
import type { RecipientsOptions } from '../../cli/options.ts';
import type { Shell } from '../../cli/shell.ts';
import { type ListedRecipient, listRecipient, listingCsv, listingText } from './list.ts';

/** `demarche list`: prints the recipients with the letter that each gets, or the reason why it is skipped. */
export async function run(
  shell: Shell,
  ids: readonly string[],
  options: RecipientsOptions & { readonly csv: boolean },
): Promise<number> {
  const overview = await openOverview(shell, ids, options, []);
  const { session, diagnostics } = overview;
  const recipients: ListedRecipient[] = [];
  for await (const { plan, target, warnings } of walkTargets(overview)) {
    if (target.kind === 'not-addressed') continue;
    const listed = listRecipient(plan, target);
    diagnostics.push(...warnings, ...listed.diagnostics);
    if (listed.ok) recipients.push(listed.value);
  }
  if (diagnostics.length === 0) requireSelectionAfterRun(session, recipients.length);
  return session.printResult({
    fields: { recipients },
    text: () => (options.csv ? listingCsv(recipients) : listingText(recipients, { withAddress: options.verbose })),
    diagnostics,
  });
}
