import { filterFrom, requireFound, requireSomebody } from '../../cli/choose-recipients.ts';
import { keepMemoryFlat } from '../../cli/engine.ts';
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

/** The options of `demarche generate`. */
export interface GenerateOptions extends RecipientsOptions {
  readonly to: Job['formats'];
  readonly shard?: string | undefined;
  readonly dryRun: boolean;
  readonly failFast: boolean;
  readonly force: boolean;
  readonly attachSource: boolean;
}

/** Prepares the letters that are meant, makes them and says what became of each. */
export async function generateLetters(shell: Shell, ids: readonly string[], options: GenerateOptions): Promise<number> {
  const chosen = options.shard === undefined ? undefined : chooseShard(options.shard, shell.env);
  const session = await openSession(shell, options);
  const everybody = filterFrom(ids, options);
  const filter = { ...everybody, shard: chosen?.shard };
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
    // Without the shard: a shard may hold no recipient, but the selection as a whole must hold one.
    await requireSomebody(plans, session, everybody);
    return await manyToFolder(shell, session, runs, options);
  } finally {
    for (const run of runs) await run.release();
  }
}

/** One letter after the other, each told as it comes and then forgotten: memory hardly grows with their number. */
async function manyToFolder(
  shell: Shell,
  session: Session,
  runs: readonly Run[],
  options: GenerateOptions,
): Promise<number> {
  keepMemoryFlat();
  const report = await openReport(shell, session, options);
  const isToStop = (): boolean => shell.stop.aborted || (options.failFast && report.tally().failed > 0);
  for (const [index, run] of runs.entries()) {
    if (isToStop()) break;
    try {
      // Only what is told before the next letter is begun can stop at the first that fails.
      const manner = options.failFast ? { isToStop, ahead: 1 } : { isToStop };
      for await (const result of generate(run, manner)) {
        const share = session.profiles.share();
        const done = share === undefined ? undefined : (index + share) / runs.length;
        await report.add(run.plan.job.letter, result, done);
      }
    } finally {
      report.met(await closeRun(run));
    }
  }
  const faults = await report.close(isToStop());
  const { letters, skipped } = report.tally();
  if (faults === 0 && !isToStop() && options.shard === undefined) requireFound(session, letters + skipped);
  return faults > 0 ? EXIT.no : EXIT.done;
}

function shardLine({ shard, from }: ChosenShard): string {
  return from === '' ? `shard ${shardText(shard)}` : `shard ${shardText(shard)} (${from})`;
}

/** `-o -`: the letter itself is the data, so it must be one letter in one format. What stands in out/ is no concern. */
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
