import { expect, test } from 'vitest';
import { toUnicodeMap } from '../../../src/formats/pdf/pdf-to-unicode.ts';

const codes = (texts: readonly string[]): Parameters<typeof toUnicodeMap>[0] =>
  texts.map((text, index) => {
    return { code: index + 1, text };
  });

test('a code leads to all characters that it stands for', () => {
  expect(toUnicodeMap(codes(['a', 'ffi', '\u{1F600}']))).toContain(
    '3 beginbfchar\n<0001> <0061>\n<0002> <006600660069>\n<0003> <d83dde00>\nendbfchar',
  );
});

test('no more than a hundred codes go together', () => {
  const map = toUnicodeMap(codes(Array.from({ length: 250 }, () => 'x')));
  expect(map.match(/\d+ beginbfchar/g)).toEqual(['100 beginbfchar', '100 beginbfchar', '50 beginbfchar']);
});
