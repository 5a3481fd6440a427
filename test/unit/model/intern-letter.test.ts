import { describe, expect, test } from 'vitest';
import { internLetter, internText } from '../../../src/model/intern-letter.ts';
import type { Letter } from '../../../src/model/letter.ts';
import type { Block, List, Text } from '../../../src/model/tree.ts';
import { openValues } from '../../../src/model/values.ts';
import { aLetter, bulleted, item, paragraph, strong, text } from '../../support/a-letter.ts';

const list: List = {
  type: 'list',
  ordered: true,
  start: 1,
  children: [item(paragraph('one')), item(paragraph('two'), bulleted(item(paragraph('three'))))],
};
/** Words in another language than the letter's. */
const french: Text = { type: 'text', value: 'Words.', language: 'fr' };
const body: readonly Block[] = [
  paragraph('Words.'),
  { type: 'heading', depth: 2, children: [text('Words')] },
  { type: 'blockquote', children: [list, paragraph('Words.')] },
  list,
];
const letter = aLetter({
  body,
  enclosures: [[text('One')], [strong('Two')]],
  copies: ['Somebody'],
  notes: [{ number: 1, content: [text('A source.')] }],
});

/** Letters that differ from it, and from each other, in one part. */
const OTHERS: readonly Partial<Letter>[] = [
  { body: body.with(3, { ...list, start: 2 }) },
  { body: body.with(3, { ...list, ordered: false }) },
  { body: body.with(3, { type: 'blockquote', children: list.children.flatMap((each) => each.children) }) },
  { body: body.with(1, { type: 'heading', depth: 3, children: [text('Words')] }) },
  { body: body.with(1, { type: 'paragraph', children: [text('Words')] }) },
  { body: body.with(0, { type: 'paragraph', children: [strong('Words.')] }) },
  { body: body.with(0, { type: 'paragraph', children: [french] }) },
  { enclosures: [[text('One')]] },
  { enclosures: [[text('One')], [text('Two')]] },
  { copies: ['Somebody', 'Somebody else'] },
  { letterhead: ['Somebody'] },
  { signatures: [{ organisation: 'Somebody' }] },
  { notes: [{ number: 2, content: [text('A source.')] }] },
];

describe('the parts of a letter', () => {
  test('say the same when they are interned, whatever other letters of the run say', () => {
    const values = openValues();
    const letters = [letter, ...OTHERS.map((change) => ({ ...letter, ...change }))];
    for (const each of [...letters, ...letters.toReversed(), ...letters, ...letters]) {
      expect(internLetter(structuredClone(each), values)).toEqual(each);
    }
  });

  test('are one object for letters in which they are equal', () => {
    const values = openValues();
    const interned = Array.from({ length: 6 }, () => internLetter(structuredClone(letter), values)).slice(4);
    const [one, other] = interned;
    for (const part of ['letterhead', 'subject', 'signatures', 'enclosures', 'copies'] as const) {
      expect(other?.[part]).toBe(one?.[part]);
    }
    expect(one?.body.length).toBe(4);
    one?.body.forEach((block, index) => expect(other?.body[index]).toBe(block));
    expect(other?.notes[0]).toBe(one?.notes[0]);
  });

  test('of two kinds are two objects though they are equal, as each is written in its own way', () => {
    const values = openValues();
    const same = { ...letter, letterhead: ['Somebody'], copies: ['Somebody'] };
    const interned = Array.from({ length: 3 }, () => internLetter(structuredClone(same), values)).at(-1);
    expect(interned?.copies).toEqual(interned?.letterhead);
    expect(interned?.copies).not.toBe(interned?.letterhead);
  });

  test('that are lines of text are one object with inline content that says the same', () => {
    const values = openValues();
    for (let times = 0; times < 2; times += 1) internText('Words.', values);
    const [first] = internLetter(letter, values).body;
    expect(first?.type === 'paragraph' && first.children).toBe(internText('Words.', values));
  });
});
