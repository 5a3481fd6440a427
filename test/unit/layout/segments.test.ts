import { expect, test } from 'vitest';
import type { TextRun } from '../../../src/layout/paragraph/text-runs.ts';
import { joinShapedRuns, type ShapedRun } from '../../../src/layout/paragraph/segments.ts';

const look = { face: 'serif', size: 10, rise: 0, colour: [0, 0, 0], figures: 'lining', leaf: undefined } as const;
const [run, other]: readonly TextRun[] = [1, 2].map((note) => ({ ...look, text: '', note })) as [TextRun, TextRun];

function piece(text: string, changes: Partial<ShapedRun> = {}): ShapedRun {
  const glyphs = [{ id: 1, text, advance: 500, dx: 0, dy: 0 }];
  return {
    run: run as TextRun,
    face: 'serif',
    size: 10,
    isSpace: text === ' ',
    level: 0,
    glyphs,
    width: 5,
    ...changes,
  };
}

const shown = (pieces: readonly ShapedRun[]): readonly string[] =>
  joinShapedRuns(pieces).map(({ glyphs, width }) => `${glyphs.map(({ text }) => text).join('')} ${width}`);

test('words and white space of one look are one piece', () => {
  expect(shown([piece('a'), piece(' '), piece('b')])).toEqual(['a b 15']);
  expect(shown([])).toEqual([]);
});

test.each<[string, Partial<ShapedRun>]>([
  ['run', { run: other as TextRun }],
  ['face', { face: 'naskh' }],
  ['size', { size: 12 }],
  ['level', { level: 1 }],
])('a piece of another %s stays by itself', (_, changes) => {
  expect(shown([piece('a'), piece('b', changes), piece('c', changes), piece('d')])).toEqual(['a 5', 'bc 10', 'd 5']);
});
