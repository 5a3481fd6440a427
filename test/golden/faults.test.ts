import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXPLAINED_CODES } from '../../src/report/explained-codes.ts';
import type { World } from '../../src/world.ts';
import { aBilingualCampaign } from '../support/a-bilingual-campaign.ts';
import { memoryWorld } from '../support/memory-world.ts';
import { type FaultyCampaign, applyEdit } from '../support/one-edit.ts';
import { runInMemory } from '../support/run-in-memory.ts';

const GOOD_CAMPAIGN = join(import.meta.dirname, 'good-campaign');
const FAULTS = join(import.meta.dirname, 'faults');
const BILINGUAL = 'bilingual\n';

const good = Object.fromEntries(
  readdirSync(GOOD_CAMPAIGN, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(GOOD_CAMPAIGN.length + 1), readFileSync(path, 'utf8')]),
);
const folders = readdirSync(FAULTS).sort();

/**
 * Creates the world that an edit describes. For `check`, an earlier run of the good campaign wrote the output folder.
 */
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

/** The codes of the diagnostics in a command's output, in their order. */
function codesIn(output: string): readonly string[] {
  return [...output.matchAll(/^(?:error|warning)\[(.+?)\]/gmu)].map(([, code]) => code ?? '');
}

describe('a campaign that is one edit away from a good one', () => {
  test('the good campaign has no fault, and its letters are generated', async () => {
    expect(Object.keys(good).length).toBeGreaterThan(12);
    const result = await runInMemory(['generate', '--to', 'md,pdf'], memoryWorld(good).world);
    expect([result.code, result.err]).toEqual([
      0,
      '3 letters: 6 files written, 0 unchanged; 0 recipients skipped, 0 failed\n',
    ]);
  });

  test.each(folders)('%s', async (folder) => {
    const edit = readFileSync(join(FAULTS, folder, 'edit.txt'), 'utf8');
    // Faults in translations need a campaign that has translations.
    const faulty = edit.startsWith(BILINGUAL)
      ? applyEdit(aBilingualCampaign('unchecked'), edit.slice(BILINGUAL.length))
      : applyEdit(good, edit);
    const result = await runInMemory([...faulty.args, '--quiet'], await worldOf(faulty), {}, faulty.input);
    const transcript = `$ demarche ${faulty.args.join(' ')}\n${result.err}exit code ${result.code}\n`;
    const codes = codesIn(transcript);
    expect(codes.map((code) => code.replace('/', '-')).some((code) => `${folder}-`.startsWith(`${code}-`))).toBe(true);
    await expect(transcript).toMatchFileSnapshot(join(FAULTS, folder, 'expected.txt'));
  });

  test('values of profiles are not shown under CI, unless --show-values is given', async () => {
    const profileValues = ['Durand', 'Assembly Square', 'example.org', 'Ministry Street', 'Brussels', 'secretariat'];
    const counts = { campaigns: 0, shownValues: 0 };
    for (const folder of folders) {
      const edit = readFileSync(join(FAULTS, folder, 'edit.txt'), 'utf8');
      if (edit.startsWith(BILINGUAL)) continue;
      const faulty = applyEdit(good, edit);
      const isProfile = (path: string): boolean => /^recipients\/(?:chair|ministers)\.yaml$/.test(path);
      if (faulty.args[0] !== 'validate' || !Object.keys(good).some((path) => isProfile(path) && faulty.files[path] !== good[path])) continue;
      // Every campaign is run with plain options; every fourth also with --json, and with --show-values.
      const more = counts.campaigns % 4 === 0 ? [['--json'], ['--show-values']] : [];
      for (const options of [[], ...more]) {
        const result = await runInMemory([...faulty.args, '--quiet', ...options], await worldOf(faulty), { CI: 'true' });
        const shown = profileValues.filter((value) => (result.out + result.err).includes(value));
        if (options[0] === '--show-values') counts.shownValues += shown.length;
        else expect([folder, shown]).toEqual([folder, []]);
      }
      counts.campaigns += 1;
    }
    expect(counts.campaigns).toBeGreaterThan(25);
    expect(counts.shownValues).toBeGreaterThan(0);
  }, 300_000);

  test('every code has a faulty campaign, and there are enough of them', () => {
    // The recorded output is the actual output: the tests above compare the two.
    const recordedCodes = folders.flatMap((folder) => codesIn(readFileSync(join(FAULTS, folder, 'expected.txt'), 'utf8')));
    expect([...new Set(recordedCodes)].sort()).toEqual(Object.keys(EXPLAINED_CODES).sort());
    expect(folders.length).toBeGreaterThanOrEqual(60);
  });
});
