import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openKeptProcesses } from './kept-process.ts';
import { type Fault, faultsFor, pathsIn, watchCalls } from './traced-calls.ts';
import { temporaryFolder } from '../support/run-demarche.ts';
import {
  complaintsAbout,
  complaintsAfterNext,
  lettersIn,
  prepareOverwriting,
  withTwoWorkers,
  twoLetters,
} from './two-letters.ts';

const everyFault = (): boolean => true;

/**
 * Whether a run that writes PDF, which is slow, is tried with a fault: only calls that write or name files, and two
 * failures.
 */
const mainFault = ({ call, failure }: Fault): boolean =>
  ['write', 'fsync', 'rename', 'unlink'].includes(call) && ['kill', 'ENOSPC'].includes(failure);

test.each([
  ['a first run', 'md', { isFirst: true, isTried: everyFault, least: 200 }],
  ['a run over earlier letters', 'md', { isFirst: false, isTried: everyFault, least: 250 }],
  ['a run that also writes PDF', 'md,pdf', { isFirst: false, isTried: mainFault, least: 30 }],
])(
  'any call on the output folder fails, or the process is killed before it: %s leaves only complete files, and the next run succeeds',
  async (_, formats, { isFirst, isTried, least }) => {
    const letters = await prepareOverwriting(formats);
    const fresh = isFirst ? twoLetters : letters.fresh;
    const faults = (await faultsOfRun(fresh(), letters.args)).filter(isTried);
    expect(faults.length).toBeGreaterThan(least);

    const logs = temporaryFolder();
    const keptProcesses = openKeptProcesses();
    let injectedCount = 0;
    const complaints = await withTwoWorkers(faults, async (fault, worker) => {
      const process = await keptProcesses.processFor(worker);
      const campaign = fresh();
      const watch = await watchCalls(process.pid, pathsIn(campaign), join(logs, `${worker}`), fault);
      const ending = await process.run(campaign, letters.args);
      const log = await watch.end();
      if (!process.isAlive() || log.some((line) => line.includes('(INJECTED)'))) injectedCount += 1;
      await keptProcesses.afterRun(worker, campaign);
      const found = [
        ...complaintsAbout(ending, lettersIn(campaign), letters),
        ...(await complaintsAfterNext(campaign, letters)),
      ];
      return found.map((text) => `${fault.call} ${fault.nth} ${fault.failure}: ${text}`);
    });
    await keptProcesses.end();
    expect(complaints.flat()).toEqual([]);
    expect(injectedCount).toBe(faults.length);
  },
);

/** Traces a run without a failure, and lists the faults that can be injected into its calls. */
async function faultsOfRun(campaign: string, args: readonly string[]): Promise<readonly Fault[]> {
  const keptProcesses = openKeptProcesses();
  const process = await keptProcesses.processFor(0);
  const watch = await watchCalls(process.pid, pathsIn(campaign), join(temporaryFolder(), 'log'));
  const { code, err } = await process.run(campaign, args);
  expect([code, err]).toEqual([0, expect.stringContaining('0 unchanged')]);
  await keptProcesses.end();
  return faultsFor(await watch.end());
}
