import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakLines } from '../../../src/typeset/break-lines.ts';
import { undivided } from '../../../src/typeset/hyphenation.ts';
import { onOneLine } from '../../../src/typeset/one-line.ts';
import type { Run } from '../../../src/typeset/runs.ts';
import { segmentsOf, type ShapingContext } from '../../../src/typeset/segments.ts';
import { productFonts } from '../../support/product-fonts.ts';

const context: ShapingContext = { shaper: await productFonts(), language: 'en', naskhScale: 1 };
const MEASURE = 300;
const look = { size: 10, rise: 0, colour: [0, 0, 0], figures: 'lining', leaf: undefined, note: undefined } as const;

function run(text: string, face: Run['face'] = 'serif'): Run {
  return { ...look, text, face };
}

const asked = (runs: readonly Run[]): unknown =>
  breakLines(
    segmentsOf(runs, 'ltr', context),
    { measure: () => MEASURE, zone: 100, shortestLastLine: 10, hyphenate: undivided },
    context,
  );

describe('one line', () => {
  test('is the line that asking where lines may end gives', () => {
    let lines = 0;
    const words = fc.string({
      unit: fc.constantFrom(...Array.from('AVTo.,  ’17 éŁ-/(fi')),
      minLength: 1,
      maxLength: 12,
    });
    const anyRuns = fc.array(fc.record({ text: words, face: fc.constantFrom('serif', 'serif-bold') }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(anyRuns, (parts) => {
        const runs = parts.map(({ text, face }) => run(text, face as Run['face']));
        const line = onOneLine(runs, 'ltr', MEASURE, context);
        if (line === undefined) return;
        lines += 1;
        expect([line]).toEqual(asked(runs));
      }),
      { numRuns: 3000, seed: 20251201 },
    );
    expect(lines).toBeGreaterThan(50);
  });

  test.each([
    ['a line may end inside it', [run('Vice-President')]],
    ['it is too long', [run('word '.repeat(30))]],
    ['it has to end earlier', [run('one\ntwo')]],
    ['it has the mark of a note', [run('word'), { ...run('1'), note: 1 }]],
    ['it is of another script', [run('مدينة')]],
    ['there is none', [run('')]],
  ])('is not given where %s', (_, runs) => {
    expect(onOneLine(runs, 'ltr', MEASURE, context)).toBeUndefined();
  });
});
