import { requireSelectionAfterRun } from '../../cli/choose-recipients.ts';
import { openOverview, walkTargets } from '../../cli/open-plans.ts';
import type { RecipientsOptions } from '../../cli/options.ts';
import type { Shell } from '../../cli/shell.ts';
import { type RecipientRow, listRecipient, listingCsv, listingText } from './list.ts';
import { type ProfileCells, profileCells } from './profile-cells.ts';

/** `demarche list`: prints the recipients with the letter that each gets, or the reason why it is skipped. */
export async function run(
  shell: Shell,
  ids: readonly string[],
  options: RecipientsOptions & { readonly csv: boolean },
): Promise<number> {
  const overview = await openOverview(shell, ids, options, []);
  const { session, diagnostics } = overview;
  const rows: RecipientRow[] = [];
  for await (const { plan, profile, target, warnings } of walkTargets(overview)) {
    if (target.kind === 'not-addressed') continue;
    const listed = listRecipient(plan, target);
    diagnostics.push(...warnings, ...listed.diagnostics);
    if (listed.ok) rows.push({ recipient: listed.value, profile: options.csv ? profileCells(profile) : NO_CELLS });
  }
  const languages = new Set(overview.plans.flatMap(({ campaign }) => Object.keys(campaign.letter.languages)));
  const recipients = rows.map(({ recipient }) => recipient);
  if (diagnostics.length === 0) await requireSelectionAfterRun(session, overview, recipients.length);
  return session.printResult({
    fields: { recipients },
    text: () =>
      options.csv
        ? listingCsv(rows, languages)
        : listingText(recipients, { isVerbose: options.verbose, pathOf: session.style.pathOf }),
    diagnostics,
  });
}

/** In the place of the cells of a profile, if no table is printed. */
const NO_CELLS: ProfileCells = new Map();
