import { filterFrom, requireSelectionAfterRun, requireSelection } from '../../cli/choose-recipients.ts';
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

/**
 * Compares the files in the output folder with those that a run would write now. Reports each difference with the
 * command that fixes it.
 */
export async function checkLetters(shell: Shell, ids: readonly string[], options: InspectionOptions): Promise<number> {
  const inspection = await inspectLetters(shell, ids, options);
  if (inspection === undefined) return EXIT.no;
  const { session, runs, openRun: open } = inspection;
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
  if (diagnostics.length === 0) requireSelectionAfterRun(session, letters.length);
  return session.printResult({
    fields: { failed, letters },
    diagnostics: withoutRepeats(diagnostics),
    summary: checkSummary(letters, failed, [...absent]),
  });
}

/** Options of the commands that inspect written letters. `to`: undefined means the formats that the manifests list. */
export interface InspectionOptions extends RecipientsOptions {
  readonly to?: Job['formats'] | undefined;
  readonly attachSource: boolean;
}

/**
 * An inspection of written letters: a run for each letter, opened without writing, with the manifest of earlier runs.
 */
export interface Inspection {
  readonly session: Session;
  readonly filter: Filter;
  readonly formats: Job['formats'];
  readonly runs: readonly InspectedRun[];
  /** Opens a run for another job, with the same options. */
  readonly openRun: (job: Job) => Promise<Outcome<InspectedRun>>;
}

/**
 * Opens a run for each letter without writing. Resolves to undefined if a letter has faults, which have been printed.
 */
export async function inspectLetters(
  shell: Shell,
  ids: readonly string[],
  options: InspectionOptions,
): Promise<Inspection | undefined> {
  const session = await openSession(shell, options);
  const filter = filterFrom(ids, options);
  const formats = options.to ?? (await writtenFormats(session));
  const inspectOptions = runOptions(session, filter, { force: false, dryRun: true });
  const open = (job: Job): Promise<Outcome<InspectedRun>> =>
    inspectRun(session.world, session.profiles, job, inspectOptions);
  const { attachSource } = options;
  const { opened: runs, diagnostics } = await openEach(session, { formats, attachSource }, open);
  if (diagnostics.some(isFault)) {
    await refuseToBegin(session, diagnostics);
    return undefined;
  }
  await session.reportDiagnostics(diagnostics);
  const plans = runs.map(({ plan }) => plan);
  await requireSelection(plans, session, filter);
  return { session, filter, formats, runs, openRun: open };
}

/** The formats of the files in the manifests of all letters. Usage error: a letter without a manifest. */
async function writtenFormats({ world, letters }: Session): Promise<Job['formats']> {
  const listed = new Set<string>();
  for (const letter of letters) {
    const manifest = await readManifest(world.output, letter);
    // A manifest that cannot be read is not reported here: opening the run reports the fault.
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
