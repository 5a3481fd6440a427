import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXPLAINED_CODES } from '../../src/report/explained-codes.ts';
import type { World } from '../../src/world.ts';
import { aBilingualCampaign } from '../support/a-bilingual-campaign.ts';
import { memoryWorld } from '../support/memory-world.ts';
import { type FaultyCampaign, applyEdit } from '../support/one-edit.ts';
import { runInMemory } from '../support/run-in-memory.ts';

const GOOD = join(import.meta.dirname, 'good-campaign');
const FAULTS = join(import.meta.dirname, 'faults');
const BILINGUAL = 'bilingual\n';

const good = Object.fromEntries(
  readdirSync(GOOD, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(GOOD.length + 1), readFileSync(path, 'utf8')]),
);
const folders = readdirSync(FAULTS).sort();

/** The world as the edit leaves it. What is checked was written by an earlier run, of the good campaign. */
async function worldOf({ args, files, output, heldBy, unwritable }: FaultyCampaign): Promise<World> {
  const written = new Map<string, Uint8Array>();
  if (args[0] === 'check') await runInMemory(['generate', '--to', 'md'], memoryWorld(good, written).world);
  for (const [path, state] of output) {
    if (state === 'missing') written.delete(path);
    else if (state !== 'in-the-way') written.set(path, new TextEncoder().encode(state.text));
  }
  const { world } = memoryWorld(files, written);
  const refused = (): Promise<{ ok: false; reason: string }> => Promise.resolve({ ok: false, reason: unwritable ?? '' });
  return {
    ...world,
    output: {
      ...world.output,
      read: (path) => (output.get(path) === 'in-the-way' ? Promise.resolve('in-the-way') : world.output.read(path)),
      ...(heldBy === undefined ? {} : { lock: () => Promise.resolve({ ok: false, holder: heldBy }) }),
      ...(unwritable === undefined ? {} : { write: refused, append: refused }),
    },
  };
}

/** The codes that were told, in their order. */
function codesIn(told: string): readonly string[] {
  return [...told.matchAll(/^(?:error|warning)\[(.+?)\]/gmu)].map(([, code]) => code ?? '');
}

describe('a campaign that is one edit away from a good one', () => {
  test('the good one has no fault, and is a whole campaign', async () => {
    expect(Object.keys(good).length).toBeGreaterThan(12);
    const said = await runInMemory(['generate', '--to', 'md,pdf'], memoryWorld(good).world);
    expect([said.code, said.err]).toEqual([
      0,
      '3 letters: 6 files written, 0 unchanged; 0 recipients skipped, 0 failed\n',
    ]);
  });

  test.each(folders)('%s', async (folder) => {
    const edit = readFileSync(join(FAULTS, folder, 'edit.txt'), 'utf8');
    // What can be wrong with translations needs a campaign that has some.
    const faulty = edit.startsWith(BILINGUAL)
      ? applyEdit(aBilingualCampaign('unchecked'), edit.slice(BILINGUAL.length))
      : applyEdit(good, edit);
    const said = await runInMemory([...faulty.args, '--quiet'], await worldOf(faulty), {}, faulty.input);
    const told = `$ demarche ${faulty.args.join(' ')}\n${said.err}exit code ${said.code}\n`;
    const codes = codesIn(told);
    expect(codes.map((code) => code.replace('/', '-')).some((code) => `${folder}-`.startsWith(`${code}-`))).toBe(true);
    await expect(told).toMatchFileSnapshot(join(FAULTS, folder, 'expected.txt'));
  });

  test('what profiles hold stays out of public logs, unless asked for', async () => {
    const typed = ['Durand', 'Assembly Square', 'example.org', 'Ministry Street', 'Brussels', 'secretariat'];
    const told = { withheld: 0, shown: 0 };
    for (const folder of folders) {
      const edit = readFileSync(join(FAULTS, folder, 'edit.txt'), 'utf8');
      if (edit.startsWith(BILINGUAL)) continue;
      const faulty = applyEdit(good, edit);
      const isProfile = (path: string): boolean => /^recipients\/(?:chair|ministers)\.yaml$/.test(path);
      if (faulty.args[0] !== 'validate' || !Object.keys(good).some((path) => isProfile(path) && faulty.files[path] !== good[path])) continue;
      // All of them for people; a part of them also for programs, and as they are where values may be shown.
      const more = told.withheld % 6 === 0 ? [['--json'], ['--show-values']] : [];
      for (const options of [[], ...more]) {
        const said = await runInMemory([...faulty.args, '--quiet', ...options], await worldOf(faulty), { CI: 'true' });
        const shown = typed.filter((value) => (said.out + said.err).includes(value));
        if (options[0] === '--show-values') told.shown += shown.length;
        else expect([folder, shown]).toEqual([folder, []]);
      }
      told.withheld += 1;
    }
    expect(told.withheld).toBeGreaterThan(25);
    expect(told.shown).toBeGreaterThan(0);
  }, 300_000);

  test('every code has such a campaign, and there are enough of them', () => {
    // What is written down is what is told: the tests above compare the two.
    const told = folders.flatMap((folder) => codesIn(readFileSync(join(FAULTS, folder, 'expected.txt'), 'utf8')));
    expect([...new Set(told)].sort()).toEqual(Object.keys(EXPLAINED_CODES).sort());
    expect(folders.length).toBeGreaterThanOrEqual(60);
  });
});
