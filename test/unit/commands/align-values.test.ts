import { expect, test } from 'vitest';
import { alignValues } from '../../../src/commands/list/align-values.ts';

test.each(['office.title', 'holder.family', 'envelope', 'copies.2', 'reference.yours', 'fields.ward', 'short'])(
  'a text of all languages in %s is written for each if another profile has it so',
  (column) => {
    const [first, second] = alignValues([new Map([[column, 'A']]), new Map([[`${column}.fr`, 'B']])], ['en']);
    expect([...(first ?? [])]).toEqual([
      [`${column}.en`, 'A'],
      [`${column}.fr`, 'A'],
    ]);
    expect([...(second ?? [])]).toEqual([[`${column}.fr`, 'B']]);
  },
);
