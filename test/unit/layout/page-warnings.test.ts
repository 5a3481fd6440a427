import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import { plainMessage } from '../../../src/model/message.ts';
import { aLetter, aNote, item, numbered, paragraph, text, type LetterChanges } from '../../support/a-letter.ts';
import { fixedShaper, fixedStylesheet } from '../../support/fixed-shaper.ts';
import { typesetWith } from '../../support/typeset-with.ts';

/** The warnings about a letter whose lines have room for 64 characters, each as its code and its message. */
function warningsOf(changes: LetterChanges, stylesheet = fixedStylesheet): readonly string[] {
  return diagnosticsOf(changes, stylesheet).map(({ code, message }) => `${code}: ${plainMessage(message)}`);
}

function diagnosticsOf(changes: LetterChanges, stylesheet = fixedStylesheet): readonly Diagnostic[] {
  const outcome = typesetWith(aLetter(changes), stylesheet, fixedShaper);
  expect(outcome.ok).toBe(true);
  return outcome.diagnostics;
}

/** Words of nine characters and a space: six of them fill a line of 64 up to its last four places. */
const words = (count: number): string => Array.from({ length: count }, () => 'syllables').join(' ');
/** A word of 64 characters, which fills a line alone. */
const LINE = 'x'.repeat(64);

describe('a line that looks wrong is reported', () => {
  test.each<[string, LetterChanges, readonly string[]]>([
    [
      'a short word alone on the last line of a paragraph',
      { body: [paragraph(`${LINE} word.`)] },
      [
        'page/runt: the paragraph on page 1 of the letter in en that ends with word. has this one word on its last line',
      ],
    ],
    ['but not a longer word', { body: [paragraph(`${LINE} abcdefghij`)] }, []],
    ['and not two short words', { body: [paragraph(`${LINE} a b`)] }, []],
    ['nor two words that a no-break space joins', { body: [paragraph(`${LINE} a\u00A0b`)] }, []],
    ['nor a paragraph of one word', { body: [paragraph('Word.')] }, []],
    ['nor two letters of a script without spaces between words', { body: [paragraph(`${LINE} 首都。`)] }, []],
    ['nor a line of Thai', { body: [paragraph(`${LINE} ไทย`)] }, []],
    [
      'but a single one',
      { body: [paragraph(`${LINE} 都。`)] },
      ['page/runt: the paragraph on page 1 of the letter in en that ends with 都。 has this one word on its last line'],
    ],
    ['nor a heading that ends in them', { subject: [text(`${LINE} 東京`)] }, []],
    ['nor a close', { close: `${LINE} 敬具` }, []],
    [
      'nor such letters alone before a word that does not fit',
      { body: [paragraph(`中华 ${LINE} and more of it.`)] },
      [],
    ],
    [
      'a word with a note',
      {
        body: [paragraph(`${LINE} word.`, { type: 'footnoteReference', identifier: '1' })],
        notes: [aNote(1, `${LINE} p. 1`)],
      },
      [
        'page/runt: the paragraph on page 1 of the letter in en that ends with word.1 has this one word on its last line',
      ],
    ],
    [
      'a short word in an item of a list, measured by its own column',
      { body: [numbered(item(paragraph(`${'x'.repeat(60)} word.`)))] },
      [
        'page/runt: the paragraph on page 1 of the letter in en that ends with word. has this one word on its last line',
      ],
    ],
    [
      'the last word of a heading, however long',
      { subject: [text(`${LINE} abcdefghijklmn`)] },
      [
        'page/runt: the heading on page 1 of the letter in en that ends with abcdefghijklmn has this one word on its last line',
      ],
    ],
    [
      'the last word of the close, however long',
      { close: `${LINE} consideration.` },
      ['page/runt-in-close: the close on page 1 of the letter in en has the one word consideration. on its last line'],
    ],
    ['but not two words', { close: `${LINE} high consideration.` }, []],
    [
      'a word alone before one that does not fit',
      { body: [paragraph(`As ${LINE} and more of it.`)] },
      [
        'page/lone-word: the word As is alone on a line inside a paragraph on page 1 of the letter in en, as what follows it does not fit',
      ],
    ],
    ['but not a word that nearly fills the line', { body: [paragraph(`${'x'.repeat(50)} ${LINE} and more.`)] }, []],
    ['nor a word before a break that was typed', { body: [paragraph('As', { type: 'break' }, 'and more.')] }, []],
    ['nor a word after one', { body: [paragraph(`${LINE} and more`, { type: 'break' }, 'word.')] }, []],
    ['nor the lines of an address', { insideAddress: [`The ${'x'.repeat(40)} word`, `As ${'x'.repeat(40)}`] }, []],
  ])('%s', (_, changes, expected) => {
    expect(warningsOf(changes)).toEqual(expected);
  });

  test('a word alone is reported if lines are justified too, as it has no gap that could be stretched', () => {
    const [warning] = warningsOf({ body: [paragraph(`As ${LINE} and more of it.`)] }, justified);
    expect(warning).toMatch(/^page\/lone-word/);
  });

  test('a loose line is reported with its page', () => {
    const body = [paragraph(words(400)), paragraph(`one two ${LINE} and more of it.`)];
    expect(warningsOf({ body }, justified)).toContain(
      'page/loose-line: the line one two on page 2 of the letter in en has wide gaps, as the word after it does not fit',
    );
  });
});

describe('a page that looks wrong is reported', () => {
  const LONG =
    'The Minister of Foreign Affairs and International Cooperation of the Republic of Somewhere and of its Overseas Provinces';

  test('its running head is cut short, in a letter of more than one page', () => {
    const cut = warningsOf({ insideAddress: [LONG], body: [paragraph(words(400))] });
    expect(cut).toEqual([
      'page/head-cut: the running head of the letter in en, from page 2 on, is cut short to The Minister of Foreign Affairs and International Cooperation of the Republic of…',
    ]);
    expect(warningsOf({ insideAddress: [LONG] })).toEqual([]);
    expect(warningsOf({ insideAddress: ['The Minister'], body: [paragraph(words(400))] })).toEqual([]);
  });

  test('it ends with more than six empty lines before a part that is not divided, and is not the last', () => {
    const signatures = Array.from({ length: 9 }, (_, index) => ({ organisation: `Organisation ${index}` }));
    const { styles, signature } = fixedStylesheet;
    // Signatures that are so tall that spaces cannot give as much as a page lacks for them.
    const stylesheet = { ...fixedStylesheet, signature: { ...signature, handwritingHeight: 90 } };
    const holes = new Map<number, readonly string[]>();
    // Every length of the body, up to one at which the signatures need a page of their own.
    for (let lines = 10; lines < 40; lines += 1) {
      const body = Array.from({ length: lines }, (_, index) => paragraph(`number ${index + 1}`));
      const warnings = diagnosticsOf({ body, signatures }, stylesheet).filter(({ code }) => code === 'page/hole');
      holes.set(
        lines,
        warnings.map(({ message }) => plainMessage(message)),
      );
    }
    const emptyLines = [...holes.values()].flat().map((message) => Number(/ends with (\d+) empty/.exec(message)?.[1]));
    expect(styles.body.leading).toBe(15);
    expect(emptyLines.length).toBeGreaterThan(3);
    expect(Math.min(...emptyLines)).toBe(7);
    expect(Math.max(...emptyLines)).toBeGreaterThan(9);
    expect([...holes.values()].filter((messages) => messages.length === 0).length).toBeGreaterThan(3);
    expect([...holes.values()].every((messages) => messages.length < 2)).toBe(true);
    expect([...holes.values()].flat()[0]).toMatch(
      /^page 1 of the letter in en ends with \d+ empty lines, and page 2 begins with number \d+$/,
    );
  });
});

const justified = { ...fixedStylesheet, justified: true };
