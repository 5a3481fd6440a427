import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSlips } from '../support/slips.ts';

test('no slip in a text passes both the check, at its line and column, and the letters', async () => {
  const { all, find } = await openSlips();
  const found = all.map(find);
  const by = (wanted: string): readonly string[] =>
    found.flatMap(({ finder, name }) => (finder === wanted ? [name] : []));
  const operators = new Set(found.map(({ operator }) => operator));
  const [checked, shown] = [by('check'), by('letters')];
  process.stdout.write(
    `${all.length} slips by ${operators.size} operators: ${checked.length} found by the check, ${shown.length} by letters alone\n`,
  );
  expect(by('check elsewhere')).toEqual([]);
  expect(by('nobody')).toEqual([]);
  expect(operators.size).toBeGreaterThan(40);
  expect(all.length).toBeGreaterThan(1000);
  const golden = join(import.meta.dirname, '../golden/slips-only-letters-show.txt');
  await expect(`${shown.join('\n')}\n`).toMatchFileSnapshot(golden);
});
