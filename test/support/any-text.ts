import fc from 'fast-check';

/**
 * Texts of any characters of Unicode. `fc.string({ unit: 'binary' })` makes the same, but takes seconds of CPU time for an
 * index of all characters, in which it looks up its own examples.
 */
export function anyText(maxLength?: number): fc.Arbitrary<string> {
  return fc.array(CHARACTER, maxLength === undefined ? {} : { maxLength }).map((characters) => characters.join(''));
}

const CHARACTER = fc
  .oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((codePoint) => String.fromCodePoint(codePoint));
