import { expect, test } from 'vitest';
import { namesIn, VIEW, VIEW_OF_FORMS } from '../../../src/merge/view.ts';
import { aMerging } from '../../support/a-merging.ts';

const { campaign, selection } = aMerging();
const basis = { campaign, selection, inText: 'Your Excellency' };

test('every path has one row, and is explained in a sentence', () => {
  expect(VIEW.length).toBeGreaterThan(5);
  expect(new Set(VIEW.map(({ path }) => path)).size).toBe(VIEW.length);
  expect(VIEW.filter(({ meaning }) => !/^[A-Z].*\.$/.test(meaning))).toEqual([]);
});

test('values are built from the rows and from nothing else', () => {
  expect([...namesIn(VIEW, basis).keys()]).toEqual(VIEW.map(({ path }) => path));
});

test('what is not optional has a value in a sound campaign', () => {
  const names = namesIn(VIEW, basis);
  const missing = VIEW.filter((row) => {
    const value = names.get(row.path);
    return row.type === 'text' && row.needs.length === 0 && value?.kind === 'text' && value.text === undefined;
  });
  expect(missing).toEqual([]);
});

test('a form of address does not see what is made of it', () => {
  expect(VIEW_OF_FORMS.map(({ path }) => path)).toEqual([
    'recipient.title',
    'holder.name',
    'holder.honorific',
    'state.short',
    'state.formal',
    'state.of',
  ]);
});
