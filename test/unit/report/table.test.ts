import { expect, test } from 'vitest';
import { tableText } from '../../../src/report/table.ts';

test('columns stand below each other, also under letters with marks', () => {
  expect(
    tableText(
      ['a', 'b'],
      [
        ['Krišja\u0304n\u0327a', 'x'],
        ['ab', 'y'],
      ],
    ),
  ).toBe(['a         b', 'Krišja\u0304n\u0327a  x', 'ab        y', ''].join('\n'));
});

test('a cell cannot break the table', () => {
  expect(tableText(['a'], [['x\ny\u001b']])).toBe('a\nx\\u{a}y\\u{1b}\n');
});
