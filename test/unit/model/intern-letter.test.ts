import { describe, expect, test } from 'vitest';
import { internLetter, internText } from '../../../src/model/intern-letter.ts';
import type { Letter } from '../../../src/model/letter.ts';
import type { Figure } from '../../../src/model/picture.ts';
import type { Block, List, Text } from '../../../src/model/tree.ts';
import { createValues } from '../../../src/model/values.ts';
import { encodePng } from '../../support/encode-png.ts';
import { checkedPicture } from '../../support/pictures.ts';
import { aLetter, aNote, bulleted, item, paragraph, strong, table, text } from '../../support/a-letter.ts';
import { anEnclosedFile, enclosed } from '../../support/an-enclosure.ts';

const list: List = {
  type: 'list',
  ordered: true,
  start: 1,
  children: [item(paragraph('one')), item(paragraph('two'), bulleted(item(paragraph('three'))))],
};
/** A text whose language differs from the letter's. */
const french: Text = { type: 'text', value: 'Words.', language: 'fr' };
const cells = table(['left', null], ['Day', 'Place'], ['Monday', 'Here']);
const body: readonly Block[] = [
  paragraph('Words.'),
  { type: 'heading', depth: 2, children: [text('Words')] },
  { type: 'blockquote', children: [list, paragraph('Words.')] },
  list,
  cells,
  { type: 'thematicBreak' },
];
const signature = (file: string, width: number = 4): Figure => ({
  picture: checkedPicture(file, encodePng({ width })),
  alternative: undefined,
  width: 40,
  height: 20,
});
const letter = aLetter({
  body,
  enclosures: [enclosed(text('One')), enclosed(strong('Two'))],
  copies: ['Somebody'],
  notes: [aNote(1, 'A source.')],
});

/** Changes to one part of the letter, each with a different result. */
const VARIATIONS: readonly Partial<Letter>[] = [
  { body: body.with(3, { ...list, start: 2 }) },
  { body: body.with(3, { ...list, isDemands: true }) },
  { body: body.with(3, { ...list, ordered: false }) },
  { body: body.with(3, { type: 'blockquote', children: list.children.flatMap((each) => each.children) }) },
  { body: body.with(1, { type: 'heading', depth: 3, children: [text('Words')] }) },
  { body: body.with(1, { type: 'paragraph', children: [text('Words')] }) },
  { body: body.with(0, { type: 'paragraph', children: [strong('Words.')] }) },
  { body: body.with(0, { type: 'paragraph', children: [french] }) },
  { body: body.with(4, table(['left', 'right'], ['Day', 'Place'], ['Monday', 'Here'])) },
  { body: body.with(4, table(['left', null], ['Day', 'Place'], ['Monday', 'There'])) },
  { body: body.with(4, table(['left', null], ['Day', 'Place'], ['Monday', [strong('Here')]])) },
  { enclosures: [enclosed(text('One'))] },
  { enclosures: [{ title: [text('One')], file: anEnclosedFile('a.txt', 'one') }] },
  { enclosures: [{ title: [text('One')], file: anEnclosedFile('a.txt', 'two') }] },
  { enclosures: [{ title: [text('One')], file: anEnclosedFile('b.txt', 'two') }] },
  { enclosures: [enclosed(text('One')), enclosed(text('Two'))] },
  { copies: ['Somebody', 'Somebody else'] },
  { letterhead: ['Somebody'] },
  { signatures: [{ organisation: 'Somebody' }] },
  { signatures: [{ organisation: 'Somebody', image: signature('one.png') }] },
  { signatures: [{ organisation: 'Somebody', image: signature('two.png') }] },
  { signatures: [{ organisation: 'Somebody', image: signature('one.png', 5) }] },
  { notes: [aNote(2, 'A source.')] },
  { notes: [{ ...aNote(1, 'A source.'), source: 'another' }] },
  { notes: [{ ...aNote(1, 'A source.'), shortName: { type: 'text', value: 'Name' } }] },
  { notes: [{ ...aNote(1, 'A source.'), pinpoint: 'p. 3' }] },
];

describe('the parts of a letter', () => {
  test('keep their content when they are interned, regardless of the other letters of the run', () => {
    const values = createValues();
    const letters = [letter, ...VARIATIONS.map((change) => ({ ...letter, ...change }))];
    for (const original of [...letters, ...letters.toReversed(), ...letters, ...letters]) {
      expect(internLetter(structuredClone(original), values)).toEqual(original);
    }
  });

  test('are the same object in letters in which they are equal', () => {
    const values = createValues();
    const interned = Array.from({ length: 6 }, () => internLetter(structuredClone(letter), values)).slice(4);
    const [first, second] = interned;
    for (const part of ['letterhead', 'subject', 'signatures', 'enclosures', 'copies'] as const) {
      expect(second?.[part]).toBe(first?.[part]);
    }
    expect(first?.body.length).toBe(6);
    first?.body.forEach((block, index) => expect(second?.body[index]).toBe(block));
    expect(second?.notes[0]).toBe(first?.notes[0]);
  });

  test('are separate objects if they are equal but of different kinds, as each kind is written differently', () => {
    const values = createValues();
    const withEqualParts = { ...letter, letterhead: ['Somebody'], copies: ['Somebody'] };
    const interned = Array.from({ length: 3 }, () => internLetter(structuredClone(withEqualParts), values)).at(-1);
    expect(interned?.copies).toEqual(interned?.letterhead);
    expect(interned?.copies).not.toBe(interned?.letterhead);
  });

  test('share the object of an interned line of text if their inline content equals it', () => {
    const values = createValues();
    for (let times = 0; times < 2; times += 1) internText('Words.', values);
    const [first] = internLetter(letter, values).body;
    expect(first?.type === 'paragraph' && first.children).toBe(internText('Words.', values));
  });
});
