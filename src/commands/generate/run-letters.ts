import { filterFrom, requireFound, requireSomebody } from '../../cli/choose-recipients.ts';
import { keepMemoryFlat } from '../../cli/engine.ts';
import { openEach, refuseToBegin, runOptions } from '../../cli/open-plans.ts';
import type { RecipientsOptions } from '../../cli/options.ts';
import { type Session, openSession } from '../../cli/session.ts';
import { EXIT, type Shell } from '../../cli/shell.ts';
import { isFault } from '../../model/diagnostic.ts';
import type { Job } from '../../model/job.ts';
import { generate } from '../../run/generate.ts';
import { type Run, closeRun, openRun } from '../../run/open-run.ts';
import { shardText } from '../../run/shards/shard.ts';
import { openReport } from './run-report.ts';
import { type ChosenShard, chooseShard } from './run-shard.ts';
import { letterToStdout } from './run-to-stdout.ts';

/** The options of `demarche generate`. */
export interface GenerateOptions extends RecipientsOptions {
  readonly output?: string | undefined;
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
    // A part of somebody may be nobody.
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
