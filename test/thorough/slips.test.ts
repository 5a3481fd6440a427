import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSlips } from '../support/slips.ts';

test('the check reports every slip at its line and column, or a letter shows it', async () => {
  const { all, trySlip } = await openSlips();
  const results = all.map(trySlip);
  const namesFoundBy = (expectedFinder: string): readonly string[] =>
    results.flatMap(({ finder, name }) => (finder === expectedFinder ? [name] : []));
  const operators = new Set(results.map(({ operator }) => operator));
  const [checked, shown] = [namesFoundBy('check'), namesFoundBy('letters')];
  process.stdout.write(
    `${all.length} slips by ${operators.size} operators: ${checked.length} found by the check, ${shown.length} by letters alone\n`,
  );
  expect(namesFoundBy('check elsewhere')).toEqual([]);
  expect(namesFoundBy('nobody')).toEqual([]);
  expect(operators.size).toBeGreaterThan(40);
  expect(all.length).toBeGreaterThan(1000);
  const golden = join(import.meta.dirname, '../golden/slips-only-letters-show.txt');
  await expect(`${shown.join('\n')}\n`).toMatchFileSnapshot(golden);
});
