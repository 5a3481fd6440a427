import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pieceOf, pieceOfRun, streamOf } from '../../../src/write/compression.ts';
import { inflated } from '../../support/inflated.ts';

const bytes = fc.oneof(
  fc.string({ unit: fc.nat(255).map((code) => String.fromCharCode(code)), maxLength: 2000 }),
  fc.string({ unit: fc.constantFrom('a', 'ab', '\xff'), maxLength: 20_000 }),
);

test('a stream of parts is read as their text, its checksum right', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(bytes, fc.boolean()), { maxLength: 8 }), (parts) => {
      const stream = streamOf(parts.map(([text, isPiece]) => (isPiece ? pieceOf(text) : text)));
      expect(inflated(stream)).toBe(parts.map(([text]) => text).join(''));
    }),
    { numRuns: 200 },
  );
});

test('a run is read as its text too when it was made one piece', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(bytes, fc.boolean()), { maxLength: 8 }), (parts) => {
      const run = parts.map(([text, isPiece]) => (isPiece ? pieceOf(text) : text));
      expect(inflated(streamOf(['x'], [pieceOfRun(run)], run))).toBe(
        `x${parts
          .map(([text]) => text)
          .join('')
          .repeat(2)}`,
      );
    }),
  );
});

test('a piece is smaller than its text', () => {
  expect(pieceOf('words '.repeat(200)).bytes.length).toBeLessThan(100);
});

test('a stored part has as much room as its length can name', () => {
  const text = 'x'.repeat(65_535);
  expect(inflated(streamOf([text]))).toBe(text);
  expect(inflated(streamOf([text, 'x', text, 'y']))).toBe(`${text}x${text}y`);
  expect(() => streamOf([`${text}x`])).toThrow();
});
