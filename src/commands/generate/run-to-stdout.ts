import { requireSomebody } from '../../cli/choose-recipients.ts';
import { openPlans, walkTargets } from '../../cli/open-plans.ts';
import type { Session } from '../../cli/session.ts';
import { EXIT, type Shell, UsageError } from '../../cli/shell.ts';
import type { Job } from '../../model/job.ts';
import { makeLetter } from '../../pipeline.ts';
import type { Filter } from '../../run/filter.ts';
import { skippedLine } from './text.ts';

/** `-o -`: the letter itself is the data, so it must be one letter in one format. What stands in out/ is no concern. */
export async function letterToStdout(
  shell: Shell,
  session: Session,
  filter: Filter,
  { to, attachSource }: Pick<Job, 'attachSource'> & { readonly to: Job['formats'] },
): Promise<number> {
  const { opened: plans, diagnostics: faults } = await openPlans(session, to, attachSource);
  if (faults.length > 0) {
    await session.reportDiagnostics(faults);
    return EXIT.no;
  }
  await requireSomebody(plans, session, filter);
  const found = [];
  for await (const { plan, target } of walkTargets({ session, filter, plans, diagnostics: faults })) {
    if (target.kind !== 'not-addressed') found.push({ plan, target });
  }
  await session.reportDiagnostics(faults);
  const [only] = found;
  if (only === undefined && faults.length > 0) return EXIT.no;
  if (only === undefined || found.length > 1 || to.length !== 1) {
    throw new UsageError(
      `-o - writes one letter in one format, and this selects ${found.length} in ${to.join(' and ')}`,
      'name one recipient and one format: demarche generate asp-president --to pdf -o -',
    );
  }
  if (only.target.kind === 'skipped') {
    await shell.err(`${skippedLine(only.target.addressing.recipient, only.target.skip, session.style)}\n`);
    return EXIT.no;
  }
  const made = await makeLetter(only.plan, only.target.selection);
  await session.reportDiagnostics(made.diagnostics);
  if (!made.ok) return EXIT.no;
  for (const { bytes } of made.value) await shell.out(bytes);
  return faults.length > 0 ? EXIT.no : EXIT.done;
}
