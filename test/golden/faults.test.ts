import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXPLAINED_CODES } from '../../src/report/explained-codes.ts';
import { FAULTS, FAULT_FOLDERS, GOOD_CAMPAIGN, faultyCampaign, worldOf } from '../support/faulty-campaigns.ts';
import { memoryWorld } from '../support/memory-world.ts';
import { runInMemory } from '../support/run-in-memory.ts';

/** The codes of the diagnostics in a command's output, in their order. */
function codesIn(output: string): readonly string[] {
  return [...output.matchAll(/^(?:error|warning)\[(.+?)\]/gmu)].map(([, code]) => code ?? '');
}

describe('a campaign that is one edit away from a good one', () => {
  test('the good campaign has no fault, and its letters are generated', async () => {
    expect(Object.keys(GOOD_CAMPAIGN).length).toBeGreaterThan(12);
    const result = await runInMemory(['generate', '--to', 'md,pdf'], memoryWorld(GOOD_CAMPAIGN).world);
    expect([result.code, result.err]).toEqual([
      0,
      '3 letters: 6 files written, 0 unchanged; 0 recipients skipped, 0 failed\n',
    ]);
  });

  test.each(FAULT_FOLDERS)('%s', async (folder) => {
    const faulty = faultyCampaign(folder);
    const result = await runInMemory([...faulty.args, '--quiet'], await worldOf(faulty), {}, faulty.input);
    const transcript = `$ demarche ${faulty.args.join(' ')}\n${result.err}exit code ${result.code}\n`;
    const codes = codesIn(transcript);
    expect(codes.map((code) => code.replace('/', '-')).some((code) => `${folder}-`.startsWith(`${code}-`))).toBe(true);
    await expect(transcript).toMatchFileSnapshot(join(FAULTS, folder, 'expected.txt'));
  });

  test('every code has a faulty campaign, and there are enough of them', () => {
    // The recorded output is the actual output: the tests above compare the two.
    const recordedCodes = FAULT_FOLDERS.flatMap((folder) => codesIn(readFileSync(join(FAULTS, folder, 'expected.txt'), 'utf8')));
    expect([...new Set(recordedCodes)].sort()).toEqual(Object.keys(EXPLAINED_CODES).sort());
    expect(FAULT_FOLDERS.length).toBeGreaterThanOrEqual(60);
  });
});
