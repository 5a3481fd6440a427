import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guardCell } from '../../src/model/guarded-cell.ts';

/** Texts of the characters that matter, so that random texts have many guarded places. */
const texts = fc.string({
  unit: fc.constantFrom(...Array.from('=+-@＝;,\t\r\n \'":#[vsoa01./%\u00A0\u2028')),
  maxLength: 12,
});

test('no spreadsheet finds a formula, by any separator of cells, and no CI system a command', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const guarded = guardCell(text);
      const cells = [guarded, ...[/,/, /;/, /\t/, /[\r\n]/, /[,;\t\r\n]/].flatMap((by) => guarded.split(by))];
      for (const cell of cells) expect(cell.replaceAll(/^[^\S\t\r\n]*"*/gu, '')).not.toMatch(/^[=+\-@＝]/u);
      expect(guarded).not.toMatch(/^\s*::|##\[|##vso\[/mu);
    }),
    { numRuns: 4000, seed: 20251201 },
  );
});
