import { filterFrom, requireSelectionAfterRun, requireSelection } from '../../cli/choose-recipients.ts';
import { collectGarbageSooner } from '../../cli/engine.ts';
import { openEach, openPlans, refuseToBegin, runOptions, walkTargets } from '../../cli/open-plans.ts';
import type { RecipientsOptions } from '../../cli/options.ts';
import { type Session, openSession } from '../../cli/session.ts';
import { EXIT, type Shell, UsageError } from '../../cli/shell.ts';
import { isFault } from '../../model/diagnostic.ts';
import type { Job } from '../../model/job.ts';
import { makeLetter } from '../../pipeline.ts';
import type { Filter } from '../../run/filter.ts';
import { generate } from '../../run/generate.ts';
import { type Run, closeRun, openRun } from '../../run/open-run.ts';
import { shardText } from '../../run/shards/shard.ts';
import { openReport } from './run-report.ts';
import { type ChosenShard, chooseShard } from './run-shard.ts';
import { skippedLine } from './text.ts';

/** The options of `demarche generate`, as commander has parsed them. */
export interface GenerateOptions extends RecipientsOptions {
  readonly to: Job['formats'];
  /** `2/4`, `auto` or `auto/4`; parsed by `chooseShard`. */
  readonly shard?: string | undefined;
  readonly dryRun: boolean;
  readonly failFast: boolean;
  readonly force: boolean;
  readonly attachSource: boolean;
}

/** Makes the letters that the options select, writes them and reports the result of each. Resolves to the exit code. */
export async function generateLetters(shell: Shell, ids: readonly string[], options: GenerateOptions): Promise<number> {
  const chosen = options.shard === undefined ? undefined : chooseShard(options.shard, shell.env);
  const session = await openSession(shell, options);
  const filterWithoutShard = filterFrom(ids, options);
  const filter = { ...filterWithoutShard, shard: chosen?.shard };
  if (chosen !== undefined && !options.quiet) await shell.err(`${shardLine(chosen)}\n`);
  if (options.output === '-') return letterToStdout(shell, session, filter, options);
  const { opened: runs, diagnostics } = await openEach(
    session,
    { formats: options.to, attachSource: options.attachSource },
    (job) => openRun(session.world, session.profiles, job, runOptions(session, filter, options)),
  );
  if (diagnostics.some(isFault)) {
    for (const run of runs) await closeRun(run);
    return refuseToBegin(session, diagnostics);
  }
  await session.reportDiagnostics(diagnostics);
  try {
    const plans = runs.map(({ plan }) => plan);
    // The filter without the shard: a shard may be empty, but the whole selection must not be.
    await requireSelection(plans, session, filterWithoutShard);
    return await manyToFolder(shell, session, runs, options);
  } finally {
    for (const run of runs) await run.release();
  }
}

/**
 * Generates all letters into the output folder. Each result is reported as it arrives and then released, so that memory
 * stays nearly constant for any number of letters.
 */
async function manyToFolder(
  shell: Shell,
  session: Session,
  runs: readonly Run[],
  options: GenerateOptions,
): Promise<number> {
  collectGarbageSooner();
  const report = await openReport(shell, session, options);
  const shouldStop = (): boolean => shell.stop.aborted || (options.failFast && report.tally().failed > 0);
  for (const [index, run] of runs.entries()) {
    if (shouldStop()) break;
    try {
      // With --fail-fast, one letter at a time: its result must be known before the next one is started.
      const controls = options.failFast ? { shouldStop, maxInProgress: 1 } : { shouldStop };
      for await (const result of generate(run, controls)) {
        const share = session.profiles.share();
        const done = share === undefined ? undefined : (index + share) / runs.length;
        await report.add(run.plan.job.letter, result, done);
      }
    } finally {
      report.addDiagnostics(await closeRun(run));
    }
  }
  const faults = await report.close(shouldStop());
  const { letters, skipped } = report.tally();
  if (faults === 0 && !shouldStop() && options.shard === undefined)
    requireSelectionAfterRun(session, letters + skipped);
  return faults > 0 ? EXIT.no : EXIT.done;
}

/** The line that names the shard and, for `auto`, the variables it was taken from. */
function shardLine({ shard, origin: from }: ChosenShard): string {
  return from === '' ? `shard ${shardText(shard)}` : `shard ${shardText(shard)} (${from})`;
}

/**
 * `-o -`: writes one letter in one format to standard output; the output folder is neither read nor written. Usage
 * error: more or fewer than one letter or format is selected.
 */
async function letterToStdout(
  shell: Shell,
  session: Session,
  filter: Filter,
  { to, attachSource }: GenerateOptions,
): Promise<number> {
  const { opened: plans, diagnostics: faults } = await openPlans(session, to, attachSource);
  if (faults.length > 0) {
    await session.reportDiagnostics(faults);
    return EXIT.no;
  }
  await requireSelection(plans, session, filter);
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
  const artifacts = await makeLetter(only.plan, only.target.selection);
  await session.reportDiagnostics(artifacts.diagnostics);
  if (!artifacts.ok) return EXIT.no;
  for (const { bytes } of artifacts.value) await shell.out(bytes);
  return faults.length > 0 ? EXIT.no : EXIT.done;
}
