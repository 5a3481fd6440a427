import { expect, test } from 'vitest';
import { changedLine } from '../../../src/commands/generate/text.ts';
import { aCampaign } from '../../support/a-campaign.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { runInMemory } from '../../support/run-in-memory.ts';

test.each([
  [['-o', '-'], '-o - writes one letter once'],
  [['--dry-run'], '--dry-run writes nothing'],
  [['--json'], '--json prints one document'],
  [['--shard', '1/2'], '--shard is for one run on several machines'],
  [['--recipients', '-'], 'standard input can be read once'],
])('--watch is refused with %j', async (args, message) => {
  const { world, output } = memoryWorld(aCampaign());
  const { code, err } = await runInMemory(['generate', '--watch', ...args], world);
  expect([code, err]).toEqual([2, expect.stringContaining(`demarche: ${message}`)]);
  expect(err).toContain('hint: ');
  expect(output.size).toBe(0);
});

test('the line about changes names the files, and folders only if nothing in them has changed', () => {
  const pathOf = (name: string): string => `c/${name}`;
  expect(changedLine(['a', 'a/b', 'a/b/c.md', 'd'], pathOf)).toBe('changed: c/a/b/c.md, c/d');
  const many = Array.from({ length: 40 }, (_, index) => `f${String(index).padStart(2, '0')}`);
  expect(changedLine(many, pathOf)).toBe('changed: c/f00, c/f01, c/f02, c/f03, c/f04 and 35 more');
});
