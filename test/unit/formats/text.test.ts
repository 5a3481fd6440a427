import { describe, expect, test } from 'vitest';
import { createTextWriter } from '../../../src/formats/text/write-text.ts';
import type { Letter } from '../../../src/model/letter.ts';
import { NO_LOCALES } from '../../../src/model/locale-data.ts';
import type { Inline } from '../../../src/model/tree.ts';
import { aLetter, aNote, bulleted, item, numbered, paragraph, strong, table, text } from '../../support/a-letter.ts';
import { AWKWARD_VALUES } from '../../support/awkward-values.ts';
import { pictureSample } from '../../support/picture-samples.ts';
import { aFigure } from '../../support/pictures.ts';
import { squeezed } from '../../support/paged-text.ts';
import { expectedTextWords, wordsOfText } from '../../support/words-of-text.ts';
import { enclosed } from '../../support/an-enclosure.ts';

const writeText = createTextWriter(NO_LOCALES);

const mark = (identifier: string): Inline => ({ type: 'footnoteReference', identifier });
const link = (url: string, words: string): Inline => ({ type: 'link', url, children: [text(words)] });
const figure = aFigure(pictureSample('colours of 8 bits'), 60, 20, 'A map');

const FULL = aLetter({
  logo: { figure: { ...figure, alternative: 'A wheel' }, align: 'start' },
  letterhead: ['One Organisation', 'Another'],
  reference: 'R 1',
  body: [
    paragraph('Words', mark('1'), mark('2'), ' and\nmore.', { type: 'break' }, 'A new ', strong('line'), '.'),
    { type: 'heading', depth: 2, children: [text('Heading')] },
    numbered(item(paragraph('One.'), paragraph('More.')), item(paragraph('Two.'), bulleted(item(paragraph('inner'))))),
    bulleted(item(paragraph('short')), item(paragraph('shorter'))),
    { type: 'blockquote', children: [paragraph('Quoted'), paragraph('words')] },
    table(['left', 'right'], ['Article', 'Text'], ['1', 'Long']),
    { type: 'thematicBreak' },
    { type: 'picture', figure },
    { type: 'picture', figure: { ...figure, alternative: undefined } },
    paragraph('After.'),
  ],
  signatures: [{ organisation: 'One Organisation', person: 'Ada Brook', image: { ...figure, alternative: 'Signed' } }],
  enclosures: [enclosed(text('The letter')), enclosed(text('The statute'))],
  copies: ['The Minister of Justice'],
  notes: [aNote(1, 'A source.'), aNote(2, 'Another.')],
});

/** The body of a letter, without the rest of it. */
function bodyText(...body: Letter['body']): string {
  return /Your Excellency,\n\n([^]*?)\n\nYours faithfully,/.exec(writeText(aLetter({ body })))?.[1] ?? '';
}

test('a letter in plain text has each paragraph on one line, in reading order', () => {
  expect(writeText(FULL)).toBe(`Specimen: not to be sent.

[A wheel]

One Organisation
Another

1 December 2025

Our reference: R 1

Minister of Foreign Affairs
1 Square
ABLAND

Subject

Your Excellency,

Words[1][2] and more.
A new line.

Heading

1. One.

   More.

2. Two.

   - inner

- short
- shorter

> Quoted
>
> words

Article | Text
1       | Long

* * *

[A map]

After.

Yours faithfully,

[Signed]
Ada Brook
One Organisation

Enclosures

- The letter
- The statute

Copy to

- The Minister of Justice

[1] A source.

[2] Another.
`);
});

test('it has all words of the letter', () => {
  expect(squeezed(wordsOfText(writeText(FULL), FULL))).toBe(squeezed(expectedTextWords(FULL)));
});

test.each([
  ['https://example.org/a', 'a page', 'a page (https://example.org/a)'],
  ['https://example.org/a', 'https://example.org/a', 'https://example.org/a'],
  ['https://example.org/', 'example.org', 'example.org'],
  ['http://example.org', 'https://example.org', 'https://example.org'],
  ['https://example.org/other', 'example.org', 'example.org (https://example.org/other)'],
  ['mailto:office@example.org', 'office@example.org', 'office@example.org'],
  ['mailto:office@example.org', 'the office', 'the office (office@example.org)'],
])('a link to %s with the words %s is %s', (url, words, expected) => {
  expect(bodyText(paragraph(link(url, words)))).toBe(expected);
});

describe('a table', () => {
  test('has its columns aligned if they fit a line, by what a reader sees as characters', () => {
    expect(bodyText(table([null, null, null], ['A', 'B', 'C'], ['王小明', 'é', 'x'], ['a', 'e\u0301', '']))).toBe(
      'A      | B | C\n王小明 | é | x\na      | e\u0301 |',
    );
  });

  test('is not padded if a row would be broken', () => {
    const long = 'word '.repeat(20).trim();
    expect(bodyText(table([null, null], ['A', 'B'], [long, 'x']))).toBe(`A | B\n${long} | x`);
  });
});

test('many signatures are lists below their headings', () => {
  const signatures = Array.from({ length: 10 }, (_, index) => ({
    organisation: `Society ${index}`,
    ...(index === 0 ? { person: 'Ada Brook' } : {}),
    heading: index < 9 ? 'Ruritania' : 'Utopia',
  }));
  const written = writeText(aLetter({ signatures }));
  expect(written).toContain('Yours faithfully,\n\nRuritania\n\n- Society 0\n  Ada Brook\n- Society 1\n- Society 2\n');
  expect(written).toContain('\n\nUtopia\n\n- Society 9\n');
});

test.each(AWKWARD_VALUES)('a value is printed as it is: %s', (value) => {
  expect(bodyText(paragraph(value))).toBe(value);
});

test('no direction mark is added to values', () => {
  const isolated: Inline = { type: 'text', value: 'Ada Brook', isolates: [{ start: 0, end: 9 }] };
  const letter = aLetter({ language: 'ar', body: [paragraph('السيد ', isolated, '.')] });
  expect(writeText(letter)).not.toMatch(/[\u200e\u200f\u2066-\u2069]/);
  expect(writeText(letter)).toContain('\nالسيد Ada Brook.\n');
});
