import { expect, test } from 'vitest';
import { tableText } from '../../../src/report/table.ts';

test('columns are aligned, also with combining marks', () => {
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

test('control characters in a cell are escaped', () => {
  expect(tableText(['a'], [['x\ny\u001b']])).toBe('a\nx\\u{a}y\\u{1b}\n');
});

test('a table may have more rows than a function can have arguments', () => {
  const rows = Array.from({ length: 200_000 }, () => ['x']);
  expect(tableText(['a'], rows)).toHaveLength('a\n'.length * 200_001);
});
