import { describe, expect, test } from 'vitest';
import { createMeantTest, meantLine } from '../../../src/model/meant.ts';

/** The phrase of the line that a hint shows, as YAML and JSON both read it. */
function phraseOf(text: string, words: string): string {
  const line = meantLine(text, text.indexOf(words), words.length);
  const [phrase] = JSON.parse(line.slice('meant: '.length)) as string[];
  return phrase ?? '';
}

describe('the line of a hint, copied into letter.yaml, allows the words', () => {
  test.each([
    ['# Subject\n\nMr/Ms Smith\n', 'Mr/Ms', 'Mr/Ms Smith'],
    ['# Subject\n\n(check\n', '(check', '(check'],
    ['XXX\nmore', 'XXX', 'XXX'],
    ['\nXXX', 'XXX', 'XXX'],
    ['- XXX\n- other', 'XXX', '- XXX'],
    ['# Subject\n\nXXX of a line that is longer than the fifty characters of a phrase', 'XXX', 'XXX of'],
    ['a  him/her\tb', 'him/her', 'a him/her b'],
    ['Lorem\nipsum', 'Lorem\nipsum', 'Lorem ipsum'],
    ['Say “XXX”, "XXX" \\ here', 'XXX', 'Say “XXX”, "XXX" \\ here'],
    // A slash between two tags.
    [' / ', ' / ', '/'],
    ['x\n / \ny', ' / ', '/'],
  ])('in %j', (text, words, phrase) => {
    expect(phraseOf(text, words)).toBe(phrase);
    expect(createMeantTest([phrase])(text, text.indexOf(words), words.length)).toBe(true);
  });
});

test('a phrase does not allow its words elsewhere', () => {
  const isMeant = createMeantTest(['Louis XXX']);
  expect(isMeant('Louis XXX. Article XXX', 6, 3)).toBe(true);
  expect(isMeant('Louis XXX. Article XXX', 19, 3)).toBe(false);
});
