import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parseTemplates } from '../../src/template/parse-templates.ts';
import { type Slips, openSlips } from '../support/slips.ts';

let slips: Slips;

beforeAll(async () => {
  slips = await openSlips();
});

test('the texts themselves give no alarm', () => {
  const { campaign } = slips.plan;
  expect(campaign.templates['en']?.size).toBeGreaterThan(30);
  expect(parseTemplates(campaign).diagnostics).toEqual([]);
});

// All slips, and which of them only letters show: npm run thorough.
test('no slip in a text, one of each kind and every tenth, passes both the check and the letters', () => {
  const { all, find } = slips;
  const kinds = all.map(({ operator }) => operator);
  const found = all.filter((_, index) => index % 10 === 0 || kinds.indexOf(kinds[index] ?? '') === index).map(find);
  const by = (...finders: readonly string[]): readonly string[] =>
    found.flatMap(({ finder, name }) => (finders.includes(finder) ? [name] : []));
  expect(by('check elsewhere', 'nobody')).toEqual([]);
  const known = readFileSync(join(import.meta.dirname, 'slips-only-letters-show.txt'), 'utf8').split('\n');
  expect(by('letters').filter((name) => !known.includes(name))).toEqual([]);
  expect(by('letters').length).toBeGreaterThan(5);
  expect(by('check').length).toBeGreaterThan(100);
  expect(new Set(found.map(({ operator }) => operator)).size).toBeGreaterThan(40);
});
