import type { Diagnostic } from '../../model/diagnostic.ts';
import { makeLetter } from '../../pipeline.ts';
import { addressees } from '../../run/addressees.ts';
import type { Run } from '../../run/open-run.ts';
import type { Session } from '../session.ts';
import { EXIT, type Shell, UsageError } from '../shell.ts';
import { skippedLine } from './generate-report.ts';

/** `-o -`: the letter itself is the data, so it must be one letter in one format. */
export async function letterToStdout(shell: Shell, session: Session, runs: readonly Run[]): Promise<number> {
  const found = [];
  const faults: Diagnostic[] = [];
  for (const run of runs) {
    for await (const addressee of addressees(run.plan, run.profiles, run.options.filter)) {
      if (addressee.kind === 'failed') faults.push(...addressee.faults);
      else if (addressee.target.kind !== 'not-addressed') found.push({ plan: run.plan, target: addressee.target });
    }
  }
  await session.reportDiagnostics(faults);
  const [only] = found;
  if (only === undefined && faults.length > 0) return EXIT.no;
  if (only === undefined || found.length > 1 || only.plan.job.formats.length !== 1) {
    throw new UsageError(
      `-o - writes one letter in one format, and this selects ${found.length} in ${only?.plan.job.formats.join(' and ') ?? 'none'}`,
      'name one recipient and one format: demarche generate asp-president --to pdf -o -',
    );
  }
  if (only.target.kind === 'skipped') {
    await shell.err(`${skippedLine(only.target.addressing.recipient, only.target.skip, session)}\n`);
    return EXIT.no;
  }
  const made = await makeLetter(only.plan, only.target.selection);
  await session.reportDiagnostics(made.diagnostics);
  if (!made.ok) return EXIT.no;
  for (const { bytes } of made.value) await shell.out(bytes);
  return faults.length > 0 ? EXIT.no : EXIT.done;
}
