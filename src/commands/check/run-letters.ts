import { filterFrom, requireSelectionAfterRun, requireSelection } from '../../cli/choose-recipients.ts';
import { mapLetters, refuseToBegin, runOptions } from '../../cli/open-plans.ts';
import type { RecipientsOptions } from '../../cli/options.ts';
import { type Session, openSession } from '../../cli/session.ts';
import { EXIT, type Shell, Stopped, UsageError } from '../../cli/shell.ts';
import { appendAll } from '../../model/append-all.ts';
import { DEFAULT_FORMATS, FORMATS } from '../../model/artifact.ts';
import { type Diagnostic, isFault, removeRepeats } from '../../model/diagnostic.ts';
import { type Job, type PdfOptions, pdfOptions } from '../../model/job.ts';
import type { Outcome } from '../../model/outcome.ts';
import { neutralise } from '../../report/neutralise.ts';
import type { Filter } from '../../run/filter.ts';
import { letterKey, readManifest } from '../../run/manifest.ts';
import { type InspectedRun, inspectRun } from '../../run/open-run.ts';
import { findWrittenLetters } from '../../run/written-letters.ts';
import { type CheckedLetter, check } from './check.ts';
import { differenceFields } from './hide-values.ts';
import { checkFaults, checkSummary } from './text.ts';
import { type Language } from '../../model/language.ts';

/**
 * Compares the files in the output folder with those that a run would write now. Reports each difference with the
 * command that fixes it.
 */
export async function checkLetters(shell: Shell, ids: readonly string[], options: InspectionOptions): Promise<number> {
  const inspection = await inspectLetters(shell, ids, options);
  if (inspection === undefined) return EXIT.negative;
  const { session, runs, openRun } = inspection;
  const letters: CheckedLetter[] = [];
  const diagnostics: Diagnostic[] = [];
  let failedCount = 0;
  for (const run of runs) {
    const found = await findWrittenLetters(run.output, run.plan.job.letter, run.manifest);
    const written = { ...found, requestedFormats: options.to };
    const openEditions = (languages: readonly Language[]): Promise<Outcome<InspectedRun>> =>
      openRun({ ...run.plan.job, editions: languages });
    for await (const result of check(run, written, session.canReadAgain ? openEditions : undefined)) {
      if (session.stop.aborted) break;
      if (result.kind === 'failed') {
        failedCount += 1;
        appendAll(diagnostics, result.faults);
        continue;
      }
      letters.push(result.letter);
      diagnostics.push(...result.warnings, ...checkFaults(result.letter, session.world.output.name));
    }
  }
  const selecting = { plans: runs.map(({ plan }) => plan), filter: inspection.filter };
  if (diagnostics.length === 0) await requireSelectionAfterRun(session, selecting, letters.length);
  return session.printResult({
    fields: { failed: failedCount, letters: letters.map((letter) => letterFields(letter, session.style)) },
    diagnostics: removeRepeats(diagnostics),
    summary: checkSummary(letters, failedCount),
  });
}

/** Returns a checked letter as an object of the JSON document. */
function letterFields({ files, ...letter }: CheckedLetter, style: Session['style']): object {
  return {
    ...letter,
    files: files.map((file) => ({ ...file, difference: differenceFields(file.difference, style) })),
  };
}

/**
 * Options of the commands that inspect written letters. If `to` is undefined, the formats are checked that the manifests
 * list or of which a file is there.
 */
export interface InspectionOptions extends RecipientsOptions, PdfOptions {
  readonly to?: Job['formats'] | undefined;
  /** Whether a final letter is inspected too that lacks approvals. */
  readonly allowsUncleared?: boolean;
}

/**
 * An inspection of written letters. It has a run for each letter with the manifest of earlier runs, and writes nothing.
 */
export interface Inspection {
  readonly session: Session;
  readonly filter: Filter;
  readonly formats: Job['formats'];
  readonly runs: readonly InspectedRun[];
  /** Opens a run for another job, with the options of this inspection. */
  readonly openRun: (job: Job) => Promise<Outcome<InspectedRun>>;
}

/**
 * Opens a run for each letter without writing. If a letter has faults, prints them and resolves to undefined.
 */
export async function inspectLetters(
  shell: Shell,
  ids: readonly string[],
  options: InspectionOptions,
): Promise<Inspection | undefined> {
  const session = await openSession(shell, options);
  const filter = filterFrom(ids, options);
  const formats = options.to ?? (await findWrittenFormats(session));
  const inspectOptions = runOptions(session, filter, { force: false, dryRun: true });
  const openRun = (job: Job): Promise<Outcome<InspectedRun>> =>
    inspectRun(session.world, session.profiles, job, inspectOptions);
  const { allowsUncleared = false } = options;
  const jobOptions = { formats, allowsUncleared, ...pdfOptions(options) };
  const { results: runs, diagnostics } = await mapLetters(session, jobOptions, openRun);
  if (diagnostics.some(isFault)) {
    await refuseToBegin(session, diagnostics);
    return undefined;
  }
  await session.reportDiagnostics(diagnostics);
  const plans = runs.map(({ plan }) => plan);
  await requireSelection(plans, session, filter);
  return { session, filter, formats, runs, openRun };
}

/**
 * Returns the formats that the manifests of all letters list or of which a file is there. Throws a UsageError if a
 * letter has no manifest.
 */
async function findWrittenFormats({ world, letters }: Session): Promise<Job['formats']> {
  const formats = new Set<string>();
  for (const letter of letters) {
    const manifest = await readManifest(world.output, letter);
    // A manifest that cannot be read is not reported here, because opening the run reports that fault.
    if (manifest.ok && manifest.value.size === 0) {
      throw new UsageError(
        `there is no manifest in ${world.output.name}/${neutralise(letter)}, so there are no letters to compare`,
        'demarche generate writes the letters and their manifest; keep both in the repository',
      );
    }
    const written = await findWrittenLetters(world.output, letter, manifest.ok ? manifest.value : new Map());
    for (const format of written.formats) formats.add(format);
  }
  // A letter is opened with at least one format, also if only faults are found.
  return formats.size === 0 ? DEFAULT_FORMATS : FORMATS.filter((format) => formats.has(format));
}

/**
 * Checks all letters of a run. Returns the results by `letterKey`; adds faults and warnings to `diagnostics`. Throws a
 * UsageError if the profiles can be read only once.
 */
export async function collectCheckedLetters(
  run: InspectedRun,
  diagnostics: Diagnostic[],
  session: Session,
): Promise<ReadonlyMap<string, CheckedLetter>> {
  // The caller goes over the recipients once more.
  if (!session.canReadAgain) {
    throw new UsageError(
      'the recipients are read twice here, and standard input can be read once',
      'put them into a file: --recipients people.ndjson',
    );
  }
  const { world, stop } = session;
  const checked = new Map<string, CheckedLetter>();
  const written = await findWrittenLetters(run.output, run.plan.job.letter, run.manifest);
  for await (const result of check(run, written, undefined)) {
    if (stop.aborted) throw new Stopped();
    if (result.kind === 'failed') appendAll(diagnostics, result.faults);
    else {
      diagnostics.push(...result.warnings, ...checkFaults(result.letter, world.output.name));
      const { recipient: id, language } = result.letter;
      checked.set(letterKey({ id, language }), result.letter);
    }
  }
  return checked;
}
