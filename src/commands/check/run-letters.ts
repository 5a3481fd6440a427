import { filterFrom, requireFound, requireSomebody } from '../../cli/choose-recipients.ts';
import { openEach, refuseToBegin, runOptions } from '../../cli/open-plans.ts';
import type { RecipientsOptions } from '../../cli/options.ts';
import { type Session, openSession } from '../../cli/session.ts';
import { EXIT, type Shell, UsageError } from '../../cli/shell.ts';
import { FORMATS } from '../../model/artifact.ts';
import { type Diagnostic, isFault, withoutRepeats } from '../../model/diagnostic.ts';
import type { Job } from '../../model/job.ts';
import type { Outcome } from '../../model/outcome.ts';
import { neutralise } from '../../report/neutralise.ts';
import type { Filter } from '../../run/filter.ts';
import { readManifest } from '../../run/manifest.ts';
import { type InspectedRun, inspectRun } from '../../run/open-run.ts';
import { type CheckedLetter, check, formatsIn, keptFormats } from './check.ts';
import { checkFaults, checkSummary } from './text.ts';

/** Compares what stands in the output folder with what would be written, and says what differs and what mends it. */
export async function checkLetters(shell: Shell, ids: readonly string[], options: InspectionOptions): Promise<number> {
  const inspection = await inspectLetters(shell, ids, options);
  if (inspection === undefined) return EXIT.no;
  const { session, runs, open } = inspection;
  const letters: CheckedLetter[] = [];
  const diagnostics: Diagnostic[] = [];
  let failed = 0;
  const absent = new Set(inspection.formats);
  for (const run of runs) {
    const kept = await keptFormats(run);
    for (const format of kept) absent.delete(format);
    const openAll = (): Promise<Outcome<InspectedRun>> => open({ ...run.plan.job, editions: 'all' });
    for await (const result of check(run, kept, session.canReadAgain ? openAll : undefined)) {
      if (session.stop.aborted) break;
      if (result.kind === 'failed') {
        failed += 1;
        diagnostics.push(...result.faults);
        continue;
      }
      letters.push(result.letter);
      diagnostics.push(...result.warnings, ...checkFaults(result.letter, session.world.output.name));
    }
  }
  if (diagnostics.length === 0) requireFound(session, letters.length);
  return session.answer({
    fields: { failed, letters },
    diagnostics: withoutRepeats(diagnostics),
    summary: checkSummary(letters, failed, [...absent]),
  });
}

/** Options of the commands that look at what was written. `to`: undefined stands for the formats that manifests list. */
export interface InspectionOptions extends RecipientsOptions {
  readonly to?: Job['formats'] | undefined;
  readonly attachSource: boolean;
}

/** What was written, ready to be looked at beside what would be written now. */
export interface Inspection {
  readonly session: Session;
  readonly filter: Filter;
  readonly formats: Job['formats'];
  readonly runs: readonly InspectedRun[];
  /** Opens another run of the same kind. */
  readonly open: (job: Job) => Promise<Outcome<InspectedRun>>;
}

/** Opens a run of every letter without writing; undefined: one has faults, which were printed. */
export async function inspectLetters(
  shell: Shell,
  ids: readonly string[],
  options: InspectionOptions,
): Promise<Inspection | undefined> {
  const session = await openSession(shell, options);
  const filter = filterFrom(ids, options);
  const formats = options.to ?? (await writtenFormats(session));
  const manner = runOptions(session, filter, { force: false, dryRun: true });
  const open = (job: Job): Promise<Outcome<InspectedRun>> => inspectRun(session.world, session.profiles, job, manner);
  const { attachSource } = options;
  const { opened: runs, diagnostics } = await openEach(session, { formats, attachSource }, open);
  if (diagnostics.some(isFault)) {
    await refuseToBegin(session, diagnostics);
    return undefined;
  }
  await session.reportDiagnostics(diagnostics);
  const plans = runs.map(({ plan }) => plan);
  await requireSomebody(plans, session, filter);
  return { session, filter, formats, runs, open };
}

/** The formats that the manifests list. Usage error: a letter without a manifest. */
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
    if (manifest.ok) for (const format of formatsIn(manifest.value)) listed.add(format);
  }
  return FORMATS.filter((format) => listed.has(format));
}
