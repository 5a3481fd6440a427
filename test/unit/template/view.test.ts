import { expect, test } from 'vitest';
import { createNamesByShape, viewTexts } from '../../../src/template/shapes.ts';
import { VIEW, VIEW_OF_FORMS } from '../../../src/template/view.ts';
import { aMerging } from '../../support/a-merging.ts';

const { campaign, selection } = aMerging();
const basis = { campaign, selection, inText: 'Your Excellency', date: '1 December 2025' };

test('every path has one row, and is explained in a sentence', () => {
  expect(VIEW.length).toBeGreaterThan(5);
  expect(new Set(VIEW.map(({ path }) => path)).size).toBe(VIEW.length);
  expect(VIEW.filter(({ meaning }) => !/^[A-Z].*\.$/.test(meaning))).toEqual([]);
});

test('values are built from the rows and from nothing else', () => {
  const shapes = [...createNamesByShape(VIEW, { campaign, language: 'en' }).values()];
  expect(shapes.length).toBeGreaterThan(1);
  for (const names of shapes) expect([...names.keys()]).toEqual(VIEW.map(({ path }) => path));
});

test('every required text has a value in a valid campaign', () => {
  const { texts } = viewTexts(VIEW, basis);
  const needed = VIEW.filter((row) => row.type === 'text' && row.needs.length === 0);
  expect(needed.length).toBeGreaterThan(0);
  expect(needed.filter(({ path }) => !texts.has(path))).toEqual([]);
});

test('a form of address does not see the values that are built from it', () => {
  expect(VIEW_OF_FORMS.map(({ path }) => path)).toEqual([
    'recipient.title',
    'holder.name',
    'holder.honorific',
    'holder.family',
    'state.short',
    'state.formal',
    'state.of',
  ]);
});
