import { expect, test } from 'vitest';
import { aLetter, aNote, bulleted, item, numbered, paragraph, strong, table, text } from '../../support/a-letter.ts';
import { letterWords } from '../../support/product-languages.ts';
import { enclosed } from '../../support/an-enclosure.ts';

test('returns one line for each block or cell, in reading order, with the numbers of lists and notes', () => {
  const letter = aLetter({
    reference: 'R 1',
    body: [
      paragraph('Words', { type: 'footnoteReference', identifier: '1' }, ' go on', { type: 'break' }, 'and on.'),
      numbered(item(paragraph(strong('One.'), ' We ask.'), paragraph('More.')), item(paragraph('Two.'))),
      bulleted(item(paragraph('bullet'))),
      { type: 'blockquote', children: [paragraph('quoted')] },
      { type: 'thematicBreak' },
      table([null, 'right'], ['Day', 'Chairs'], [[strong('Monday')], '12']),
    ],
    signatures: [{ organisation: 'One Organisation', person: 'Ada Somebody', title: 'Director' }],
    enclosures: [enclosed(text('The letter'))],
    copies: ['The Minister of Justice'],
    notes: [aNote(1, 'A source.')],
  });
  expect(letterWords(letter)).toBe(`Specimen: not to be sent.
One Organisation
1 December 2025
Our reference: R 1
Minister of Foreign Affairs
1 Square
ABLAND
Subject
Your Excellency,
Words go on and on.
1. One. We ask.
More.
2. Two.
bullet
quoted
Day
Chairs
Monday
12
Yours faithfully,
Ada Somebody
Director
One Organisation
Enclosure
The letter
Copy to
The Minister of Justice
1 A source.
`);
});

test('has no lines for parts that a letter does not have', () => {
  expect(letterWords(aLetter({ notice: undefined })).split('\n')).toHaveLength(11);
});
