import { type Diagnostic, withoutRepeats } from '../../model/diagnostic.ts';
import type { CheckedLetter } from '../../model/freshness.ts';
import type { Outcome } from '../../model/outcome.ts';
import { checkFaults } from '../../office/check-faults.ts';
import { check, formatsIn, keptFormats } from '../../office/check.ts';
import type { Job } from '../../pipeline.ts';
import { checkSummary } from '../../report/check-summary.ts';
import { neutralise } from '../../report/neutralise.ts';
import { readManifest } from '../../run/manifest.ts';
import { type InspectedRun, inspectRun } from '../../run/open-run.ts';
import { filterFrom, requireFound, requireSomebody } from '../choose-recipients.ts';
import { openRuns, runOptions } from '../open-runs.ts';
import { type CheckOptions, FORMATS } from '../options.ts';
import { type Session, openSession } from '../session.ts';
import { EXIT, type Shell, UsageError } from '../shell.ts';

/** Compares what stands in the output folder with what would be written, and says what differs and what mends it. */
export async function checkLetters(shell: Shell, ids: readonly string[], options: CheckOptions): Promise<number> {
  const session = await openSession(shell, options);
  const filter = filterFrom(ids, options);
  const to = options.to ?? (await writtenFormats(session));
  const opening = { ...options, to, force: false, dryRun: true };
  const open = (job: Job): Promise<Outcome<InspectedRun>> =>
    inspectRun(session.world, session.profiles, job, runOptions(session, filter, opening));
  const runs = await openRuns(shell, session, opening, { open, close: () => Promise.resolve() });
  if (runs === undefined) return EXIT.no;
  await requireSomebody(
    runs.map(({ plan }) => plan),
    session,
    filter,
  );
  const letters: CheckedLetter[] = [];
  const met: Diagnostic[] = [];
  let failed = 0;
  const absent = new Set(to);
  for (const run of runs) {
    const kept = await keptFormats(run);
    for (const format of kept) absent.delete(format);
    const openAll = (): Promise<Outcome<InspectedRun>> => open({ ...run.plan.job, editions: 'all' });
    for await (const result of check(run, kept, session.canReadAgain ? openAll : undefined)) {
      if (shell.stop.aborted) break;
      if (result.kind === 'failed') failed += 1;
      else letters.push(result.letter);
      met.push(...(result.kind === 'failed' ? result.faults : result.warnings));
      if (result.kind === 'checked') met.push(...checkFaults(result.letter, session.world.output.name));
    }
  }
  if (met.length === 0) requireFound(session, letters.length);
  const diagnostics = withoutRepeats(met);
  const summary = checkSummary(letters, failed, [...absent]);
  if (options.json) {
    const record = { schemaVersion: 1, failed, letters, diagnostics: await session.records(diagnostics) };
    await shell.out(`${JSON.stringify(record, null, 2)}\n`);
  } else await session.reportDiagnostics(diagnostics);
  if (!options.quiet) await shell.err(summary);
  return diagnostics.some(({ severity }) => severity === 'error') ? EXIT.no : EXIT.done;
}

/** What the manifests list. A letter without one cannot be checked. */
async function writtenFormats({ world, letters }: Session): Promise<Job['formats']> {
  const listed = new Set<string>();
  for (const letter of letters) {
    const manifest = await readManifest(world.output, letter);
    // A manifest that cannot be read is told as a fault when the run is opened.
    if (manifest.ok && manifest.value.size === 0) {
      throw new UsageError(
        `there is no manifest in ${world.output.name}/${neutralise(letter)}, so there is nothing to check`,
        'demarche generate writes the letters and their manifest; keep both in the repository',
      );
    }
    if (manifest.ok) for (const format of formatsIn(manifest.value, FORMATS)) listed.add(format);
  }
  return FORMATS.filter((format) => listed.has(format));
}
