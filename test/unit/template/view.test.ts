import { describe, expect, test } from 'vitest';
import { createNamesForShapes, createViewTexts, MAX_TESTED_NEEDS } from '../../../src/template/shapes.ts';
import { createView } from '../../../src/template/campaign-view.ts';
import { VIEW, type ViewRow } from '../../../src/template/view.ts';
import { aMerging } from '../../support/a-merging.ts';
import { aField, SOME_DECLARATIONS } from '../../support/some-fields.ts';

const { campaign, selection } = aMerging();
const basis = { campaign, selection, inText: 'Your Excellency', date: '1 December 2025' };

function namesFor(rows: readonly ViewRow[], untested: 'present' | 'absent' = 'absent') {
  return createNamesForShapes(rows, { campaign, language: 'en' }, { untested });
}

test('every path has one row, and is explained in a sentence', () => {
  expect(VIEW.length).toBeGreaterThan(5);
  expect(new Set(VIEW.map(({ path }) => path)).size).toBe(VIEW.length);
  expect(VIEW.filter(({ meaning }) => !/^[A-Z].*\.$/.test(meaning))).toEqual([]);
});

test('values are built from the rows and from nothing else', () => {
  const paths = VIEW.map(({ path }) => path).toSorted();
  const shapes = [...(namesFor(VIEW)(new Set(paths))?.shapes.values() ?? [])];
  // With or without an office, a form of address, a holder, an honorific, a family name and a State.
  expect(shapes).toHaveLength(40);
  for (const names of shapes) expect([...names.keys()].toSorted()).toEqual(paths);
});

test('every required text has a value in a valid campaign', () => {
  const { textAt } = createViewTexts(createView(new Map()).textRows, basis);
  const needed = VIEW.filter((row) => row.type === 'text' && row.needs.length === 0);
  expect(needed.length).toBeGreaterThan(0);
  expect(needed.filter(({ path }) => textAt(path) === undefined)).toEqual([]);
});

test('a form of address does not see the values that are built from it', () => {
  expect(createView(new Map()).formRows.map(({ path }) => path)).toEqual([
    'recipient.title',
    'holder.name',
    'holder.honorific',
    'holder.family',
    'state.short',
    'state.formal',
    'state.of',
  ]);
});

describe('a text has the shapes of what it tests', () => {
  const view = createView(SOME_DECLARATIONS);

  test('and no others: other fields do not double them', () => {
    const names = namesFor(view.rows)(new Set(['fields.ward', 'letter.date']));
    expect([...(names?.shapes.keys() ?? [])]).toEqual(['-', '+']);
    expect(names?.paths).toEqual(['fields.ward']);
  });

  test('in which what it does not test is absent in a text, and present in a form of address', () => {
    const households = (untested: 'present' | 'absent'): unknown =>
      [...(namesFor(view.rows, untested)(new Set(['fields.ward']))?.shapes.values() ?? [])].map(
        (names) => names.get('fields.households')?.kind,
      );
    expect(households('absent')).toEqual(['absent', 'absent']);
    expect(households('present')).toEqual(['text', 'text']);
  });

  test('but not of more than it can be rendered for', () => {
    const fields = Array.from({ length: MAX_TESTED_NEEDS + 1 }, (_, index) => aField(`f${index}`));
    const paths = fields.map(({ name }) => `fields.${name}`);
    const names = namesFor(createView(new Map(fields.map((field) => [field.name, field]))).rows);
    expect(names(new Set(paths.slice(1)))?.shapes.size).toBe(2 ** MAX_TESTED_NEEDS);
    expect(names(new Set(paths))).toBeUndefined();
  });
});
