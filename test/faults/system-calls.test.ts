import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type KeptProcess, openKeptProcess } from './kept-process.ts';
import { type Fault, faultsFor, pathsIn, watchCalls } from './traced-calls.ts';
import {
  complaintsAbout,
  complaintsAfterNext,
  folder,
  lettersIn,
  overwriting,
  sideBySide,
  twoLetters,
} from './two-letters.ts';

/** Calls by which bytes and names come onto the disk. */
const WRITING = ['write', 'fsync', 'rename', 'unlink'];

test.each([
  ['a first run', 'md', { isFirst: true, of: undefined, least: 250 }],
  ['a run over earlier letters', 'md', { isFirst: false, of: undefined, least: 250 }],
  ['a run that also writes PDF', 'md,pdf', { isFirst: false, of: WRITING, least: 60 }],
])(
  'whatever call on the output folder fails, or is the last, %s leaves whole files, and the next one finishes',
  async (_, formats, { isFirst, of, least }) => {
    const letters = await overwriting(formats);
    const fresh = isFirst ? twoLetters : letters.fresh;
    const faults = (await faultsOfRun(fresh(), letters.args)).filter(({ call }) => of?.includes(call) ?? true);
    expect(faults.length).toBeGreaterThan(least);

    const logs = folder();
    const kept: (KeptProcess | undefined)[] = [];
    let met = 0;
    const complaints = await sideBySide(faults, async (fault, worker) => {
      const process = (kept[worker] ??= await openKeptProcess());
      const campaign = fresh();
      const watch = await watchCalls(process.pid, pathsIn(campaign), join(logs, `${worker}`), fault);
      const ending = await process.run(campaign, letters.args);
      const log = await watch.end();
      if (!process.isAlive() || log.some((line) => line.includes('(INJECTED)'))) met += 1;
      // A lock that is left is that of a process that is gone, as it would be.
      if (!process.isAlive() || existsSync(join(campaign, 'out/appeal/manifest.lock'))) {
        await process.end();
        kept[worker] = undefined;
      }
      const said = [
        ...complaintsAbout(ending, lettersIn(campaign), letters),
        ...(await complaintsAfterNext(campaign, letters)),
      ];
      return said.map((text) => `${fault.call} ${fault.nth} ${fault.what}: ${text}`);
    });
    for (const process of kept) await process?.end();
    expect(complaints.flat()).toEqual([]);
    expect(met).toBe(faults.length);
  },
);

/** What can go wrong with a run in which nothing does. */
async function faultsOfRun(campaign: string, args: readonly string[]): Promise<readonly Fault[]> {
  const process = await openKeptProcess();
  const watch = await watchCalls(process.pid, pathsIn(campaign), join(folder(), 'log'));
  const { code, err } = await process.run(campaign, args);
  expect([code, err]).toEqual([0, expect.stringContaining('0 unchanged')]);
  await process.end();
  return faultsFor(await watch.end());
}
