import { filterFrom, requireSelectionAfterRun, requireSelection } from '../../cli/choose-recipients.ts';
import { collectGarbageSooner } from '../../cli/engine.ts';
import { mapLetters, preparePlans, refuseToBegin, runOptions, walkTargets } from '../../cli/open-plans.ts';
import type { RecipientsOptions } from '../../cli/options.ts';
import { type Session, openSession } from '../../cli/session.ts';
import { EXIT, type Shell, UsageError } from '../../cli/shell.ts';
import type { SharedKind } from '../../model/artifact.ts';
import { isFault } from '../../model/diagnostic.ts';
import { type Job, type PdfOptions, pdfOptions } from '../../model/job.ts';
import { makeLetter } from '../../pipeline.ts';
import { printableLines } from '../../report/neutralise.ts';
import type { Filter } from '../../run/filter.ts';
import { generate } from '../../run/generate.ts';
import { type Run, closeRun, openRun } from '../../run/open-run.ts';
import { formatShard } from '../../run/shards/shard.ts';
import { openReport } from './run-report.ts';
import { type ChosenShard, chooseShard } from './run-shard.ts';
import { sharedFilesLines, skippedLine } from './text.ts';

/** The options of `demarche generate`, as commander has parsed them. */
export interface GenerateOptions extends RecipientsOptions, PdfOptions {
  readonly to: Job['formats'];
  /** The text of `--shard`, which `chooseShard` parses: `2/4`, `auto` or `auto/4`. */
  readonly shard?: string | undefined;
  /** Whether the letters are written again whenever a file of the campaign changes. */
  readonly watch: boolean;
  readonly dryRun: boolean;
  readonly failFast: boolean;
  readonly force: boolean;
  /** Whether letters are made and compared that the manifest says are current. */
  readonly anew: boolean;
}

/** Makes the selected letters, writes them and reports the result of each. Resolves to the exit code. */
export async function generateLetters(shell: Shell, ids: readonly string[], options: GenerateOptions): Promise<number> {
  const chosenShard = options.shard === undefined ? undefined : chooseShard(options.shard, shell.env);
  // A letter on standard output needs no folder: that of the campaign is neither read nor written.
  const session = await openSession(shell, options.output === '-' ? { ...options, output: undefined } : options);
  const filterWithoutShard = filterFrom(ids, options);
  const filter = { ...filterWithoutShard, shard: chosenShard?.shard };
  if (chosenShard !== undefined && !options.quiet) await shell.err(printableLines([shardLine(chosenShard)]));
  if (options.output === '-') return writeLetterToStdout(shell, session, filter, options);
  const runs: Run[] = [];
  try {
    const jobOptions = { formats: options.to, ...pdfOptions(options) };
    const { diagnostics } = await mapLetters(session, jobOptions, async (job) => {
      const opened = await openRun(session.world, session.profiles, job, runOptions(session, filter, options));
      // Kept outside, so that the runs that are open are released if opening a later one throws.
      if (opened.ok) runs.push(opened.value);
      return opened;
    });
    if (diagnostics.some(isFault)) {
      for (const run of runs) await closeRun(run);
      return await refuseToBegin(session, diagnostics);
    }
    await session.reportDiagnostics(diagnostics);
    const plans = runs.map(({ plan }) => plan);
    // Checked without the shard, because a shard may be empty, but the whole selection may not.
    await requireSelection(plans, session, filterWithoutShard);
    return await generateIntoFolder(shell, session, runs, { ...options, filter: filterWithoutShard });
  } finally {
    for (const run of runs) await run.release();
  }
}

/**
 * Generates all letters into the output folder. No result is kept after it is reported, so that memory stays nearly
 * constant for any number of letters.
 */
async function generateIntoFolder(
  shell: Shell,
  session: Session,
  runs: readonly Run[],
  { filter, ...options }: GenerateOptions & { readonly filter: Filter },
): Promise<number> {
  collectGarbageSooner();
  const report = await openReport(shell, session, options);
  const shouldStop = (): boolean => shell.stop.aborted || (options.failFast && report.tally().failed > 0);
  for (const [index, run] of runs.entries()) {
    if (shouldStop()) break;
    try {
      // With --fail-fast, the result of a letter must be known before the next letter is started.
      const controls = options.failFast ? { shouldStop, maxInProgress: 1 } : { shouldStop };
      for await (const result of generate(run, controls)) {
        const share = session.profiles.share();
        const finishedShare = share === undefined ? undefined : (index + share) / runs.length;
        await report.add(run.plan.job.letter, result, finishedShare);
      }
    } finally {
      report.addDiagnostics(await closeRun(run));
    }
  }
  const faults = await report.close(shouldStop());
  const { letters, skipped } = report.tally();
  if (faults === 0 && !shouldStop() && options.shard === undefined)
    await requireSelectionAfterRun(session, { plans: runs.map(({ plan }) => plan), filter }, letters + skipped);
  return faults > 0 ? EXIT.negative : EXIT.success;
}

/** Formats the line that names the shard and, for `auto`, the environment variables that determined it. */
function shardLine({ shard, origin }: ChosenShard): string {
  return origin === '' ? `shard ${formatShard(shard)}` : `shard ${formatShard(shard)} (${origin})`;
}

/**
 * Executes `-o -`: writes one letter in one format to standard output. The output folder is neither read nor written.
 * Throws a UsageError if not exactly one letter and one format are selected.
 */
async function writeLetterToStdout(
  shell: Shell,
  session: Session,
  filter: Filter,
  options: GenerateOptions,
): Promise<number> {
  const { to } = options;
  const { results: plans, diagnostics } = await preparePlans(session, to, options);
  if (diagnostics.some(isFault)) {
    await session.reportDiagnostics(diagnostics);
    return EXIT.negative;
  }
  await requireSelection(plans, session, filter);
  const selected = [];
  for await (const { plan, target } of walkTargets({ session, filter, plans, diagnostics })) {
    if (target.kind !== 'not-addressed') selected.push({ plan, target });
  }
  await session.reportDiagnostics(diagnostics);
  const [firstSelected] = selected;
  if (firstSelected === undefined && diagnostics.some(isFault)) return EXIT.negative;
  if (firstSelected === undefined || selected.length > 1 || to.length !== 1) {
    throw new UsageError(
      `-o - writes one letter in one format, and this selects ${selected.length} in ${to.join(' and ')}`,
      'name one recipient and one format: demarche generate asp-president --to pdf -o -',
    );
  }
  if (firstSelected.target.kind === 'skipped') {
    const { addressing, skip } = firstSelected.target;
    await shell.err(printableLines([skippedLine(addressing.recipient, skip, session.style)]));
    return EXIT.negative;
  }
  const artifacts = await makeLetter(firstSelected.plan, firstSelected.target.selection);
  await session.reportDiagnostics(artifacts.diagnostics);
  if (!artifacts.ok) return EXIT.negative;
  const [file, ...otherFiles] = artifacts.value.filter(({ shared }) => shared === undefined);
  if (otherFiles.length > 0) {
    throw new UsageError(
      `-o - writes one file, and this letter has ${otherFiles.length + 1} pages, each of which is a file as ${to.join()}`,
      'name a folder for them: demarche generate asp-president --to svg -o pages',
    );
  }
  if (file !== undefined) await shell.out(file.bytes);
  const namesOf = (kind: SharedKind): readonly string[] =>
    artifacts.value.filter(({ shared }) => shared === kind).map(({ name }) => name);
  await shell.err(printableLines(sharedFilesLines(namesOf('picture'), namesOf('enclosure'))));
  return diagnostics.some(isFault) ? EXIT.negative : EXIT.success;
}
