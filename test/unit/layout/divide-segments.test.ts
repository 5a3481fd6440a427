import { describe, expect, test } from 'vitest';
import { hyphenateSegment } from '../../../src/layout/paragraph/divide-segments.ts';
import type { Hyphenate } from '../../../src/layout/paragraph/hyphenation.ts';
import type { Segment, ShapedRun } from '../../../src/layout/paragraph/segments.ts';
import type { TextRun } from '../../../src/layout/paragraph/text-runs.ts';
import { aTextRun } from '../../support/a-text-run.ts';

function aRun(text: string, note?: number): ShapedRun {
  const run: TextRun = { ...aTextRun(text), note };
  const glyphs = Array.from(text, (character) => ({ id: 1, text: character, advance: 600, dx: 0, dy: 0 }));
  return { run, face: 'serif', size: 10, isSpace: false, level: 0, glyphs, width: 6 * glyphs.length };
}

function aSegment(...runs: readonly ShapedRun[]): Segment {
  const text = runs.map(({ run }) => run.text).join('');
  return { text, runs, spaces: [], width: 6 * text.length, breakKind: 'space', breakRequired: false };
}

/** Divides every word after its fourth letter. */
const afterFour: Hyphenate = (word) => ({ positions: word.length > 6 ? [4] : [], mayBeName: /^\p{Lu}/u.test(word) });

const textsOf = (segments: readonly Segment[]): readonly string[] => segments.map(({ text }) => text);

describe('a word is divided', () => {
  test('with the mark of a note after it, which stays with its end', () => {
    const parts = hyphenateSegment(aSegment(aRun('recommendation'), aRun('10', 10)), false, afterFour);
    expect(textsOf(parts)).toEqual(['reco', 'mmendation10']);
    expect(parts.map(({ width }) => width)).toEqual([24, 72]);
  });

  test('but not if figures of its own are in it', () => {
    expect(textsOf(hyphenateSegment(aSegment(aRun('recommendation10')), false, afterFour))).toEqual([
      'recommendation10',
    ]);
  });

  test.each([
    ['an ordinary word', 'recommendation', false, 'division'],
    ['a name', 'Recommendation', false, 'avoided-division'],
    ['the first part of a compound', 'recommendation-', false, 'avoided-division'],
    ['the second part', 'recommendation', true, 'avoided-division'],
    ['one with a no-break hyphen', 'recommendation\u2011it', false, 'avoided-division'],
  ])('%s', (_, text, isAfterHyphen, breakKind) => {
    const parts = hyphenateSegment(aSegment(aRun(text)), isAfterHyphen, afterFour);
    expect(parts.map((part) => part.breakKind)).toEqual([breakKind, 'space']);
  });
});
