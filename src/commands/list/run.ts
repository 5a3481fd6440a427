import { listRecipient } from './list.ts';
import { listingCsv } from './listing-csv.ts';
import { listingText } from './text.ts';
import { addressees } from '../../run/addressees.ts';
import { filterFrom, requireFound, requireSomebody } from '../../cli/choose-recipients.ts';
import { openPlans } from '../../cli/open-plans.ts';
import type { RecipientsOptions } from '../../cli/options.ts';
import { openSession } from '../../cli/session.ts';
import { EXIT, type Shell } from '../../cli/shell.ts';

/** `demarche list`: the recipients and what each gets. */
export async function runList(
  shell: Shell,
  ids: readonly string[],
  options: RecipientsOptions & { readonly csv: boolean },
): Promise<number> {
  const session = await openSession(shell, options);
  const filter = filterFrom(ids, options);
  const { plans, diagnostics } = await openPlans(session, []);
  // Who is meant is known only where all letters are sound.
  if (plans.length === session.letters.length) await requireSomebody(plans, session, filter);
  const recipients = [];
  for (const plan of plans) {
    for await (const addressee of addressees(plan, session.profiles, filter)) {
      if (shell.stop.aborted) break;
      if (addressee.kind === 'failed') diagnostics.push(...addressee.faults);
      else if (addressee.target.kind !== 'not-addressed') {
        diagnostics.push(...addressee.warnings);
        const listed = listRecipient(plan, addressee.target);
        diagnostics.push(...listed.diagnostics);
        if (listed.ok) recipients.push(listed.value);
      }
    }
  }
  if (diagnostics.length === 0) requireFound(session, recipients.length);
  if (options.json) {
    const records = await session.records(diagnostics);
    await shell.out(`${JSON.stringify({ schemaVersion: 1, recipients, diagnostics: records }, null, 2)}\n`);
  } else {
    if (options.csv) await shell.out(listingCsv(recipients));
    else await shell.out(listingText(recipients, { address: options.verbose }));
    await session.reportDiagnostics(diagnostics);
  }
  return diagnostics.some(({ severity }) => severity === 'error') ? EXIT.no : EXIT.done;
}
