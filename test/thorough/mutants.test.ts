import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parseTemplates } from '../../src/template/parse-templates.ts';
import { type Slips, openSlips } from '../support/slips.ts';

let slips: Slips;

beforeAll(async () => {
  slips = await openSlips();
});

test('the check reports no fault in the unchanged texts', () => {
  const { campaign } = slips.plan;
  expect(campaign.templates['en']?.size).toBeGreaterThan(30);
  expect(parseTemplates(campaign).diagnostics).toEqual([]);
});

// `npm run thorough` tries all slips, and records those that only letters show.
test('the check reports, or a letter shows, one slip of each kind and every twentieth slip', () => {
  const { all, trySlip } = slips;
  const kinds = all.map(({ operator }) => operator);
  const results = all
    .filter((_, index) => index % 20 === 0 || kinds.indexOf(kinds[index] ?? '') === index)
    .map(trySlip);
  const namesFoundBy = (...finders: readonly string[]): readonly string[] =>
    results.flatMap(({ finder, name }) => (finders.includes(finder) ? [name] : []));
  expect(namesFoundBy('check elsewhere', 'nobody')).toEqual([]);
  const recorded = readFileSync(join(import.meta.dirname, '../golden/slips-only-letters-show.txt'), 'utf8').split('\n');
  expect(namesFoundBy('letters').filter((name) => !recorded.includes(name))).toEqual([]);
  expect(namesFoundBy('letters').length).toBeGreaterThan(2);
  expect(namesFoundBy('check').length).toBeGreaterThan(60);
  expect(new Set(results.map(({ operator }) => operator)).size).toBeGreaterThan(40);
});
