import { expect, test } from 'vitest';
import { withoutSkippedLevels } from '../../../src/layout/blocks/set-body.ts';
import type { Block } from '../../../src/model/tree.ts';
import { bulleted, item } from '../../support/a-letter.ts';

const heading = (depth: 2 | 3): Block => ({ type: 'heading', depth, children: [] });

test('a heading of the third level needs one of the second before it', () => {
  expect(withoutSkippedLevels([heading(3), heading(3), heading(2), heading(3)])).toEqual(
    [2, 3, 2, 3].map((depth) => ({ type: 'heading', depth, children: [] })),
  );
});

test('headings inside lists count in reading order', () => {
  expect(withoutSkippedLevels([bulleted(item(heading(3))), heading(3)])).toEqual([
    bulleted(item(heading(2))),
    heading(3),
  ]);
});
