import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openKeptProcesses } from './kept-process.ts';
import { type Fault, faultsFor, pathsIn, watchCalls } from './traced-calls.ts';
import { temporaryFolder } from '../support/run-demarche.ts';
import { complaintsAbout, complaintsAfterNext, lettersIn, overwriting, sideBySide, twoLetters } from './two-letters.ts';

const everyFault = (): boolean => true;

/** PDF takes its time: the calls by which bytes and names come onto the disk, and the two that differ most. */
const mainFault = ({ call, what }: Fault): boolean =>
  ['write', 'fsync', 'rename', 'unlink'].includes(call) && ['kill', 'ENOSPC'].includes(what);

test.each([
  ['a first run', 'md', { isFirst: true, isTried: everyFault, least: 200 }],
  ['a run over earlier letters', 'md', { isFirst: false, isTried: everyFault, least: 250 }],
  ['a run that also writes PDF', 'md,pdf', { isFirst: false, isTried: mainFault, least: 30 }],
])(
  'any call on the output folder fails, or is the last one, %s leaves whole files, and the next one finishes',
  async (_, formats, { isFirst, isTried, least }) => {
    const letters = await overwriting(formats);
    const fresh = isFirst ? twoLetters : letters.fresh;
    const faults = (await faultsOfRun(fresh(), letters.args)).filter(isTried);
    expect(faults.length).toBeGreaterThan(least);

    const logs = temporaryFolder();
    const kept = openKeptProcesses();
    let met = 0;
    const complaints = await sideBySide(faults, async (fault, worker) => {
      const process = await kept.at(worker);
      const campaign = fresh();
      const watch = await watchCalls(process.pid, pathsIn(campaign), join(logs, `${worker}`), fault);
      const ending = await process.run(campaign, letters.args);
      const log = await watch.end();
      if (!process.isAlive() || log.some((line) => line.includes('(INJECTED)'))) met += 1;
      await kept.after(worker, campaign);
      const said = [
        ...complaintsAbout(ending, lettersIn(campaign), letters),
        ...(await complaintsAfterNext(campaign, letters)),
      ];
      return said.map((text) => `${fault.call} ${fault.nth} ${fault.what}: ${text}`);
    });
    await kept.end();
    expect(complaints.flat()).toEqual([]);
    expect(met).toBe(faults.length);
  },
);

/** What can go wrong with a run in which nothing does. */
async function faultsOfRun(campaign: string, args: readonly string[]): Promise<readonly Fault[]> {
  const kept = openKeptProcesses();
  const process = await kept.at(0);
  const watch = await watchCalls(process.pid, pathsIn(campaign), join(temporaryFolder(), 'log'));
  const { code, err } = await process.run(campaign, args);
  expect([code, err]).toEqual([0, expect.stringContaining('0 unchanged')]);
  await kept.end();
  return faultsFor(await watch.end());
}
