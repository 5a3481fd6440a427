import { describe, expect, test } from 'vitest';
import { diffTexts } from '../../../src/commands/diff/diff-texts.ts';
import type { LetterDifference } from '../../../src/commands/diff/diff.ts';
import { differencesMarkdown, differencesText } from '../../../src/commands/diff/text.ts';
import { plain } from '../../../src/report/paint.ts';

const changed = (letter: string, before: string, after: string): LetterDifference => ({
  letter,
  state: 'changed',
  changes: diffTexts(before, after, 'en'),
});

describe('sentences that differ', () => {
  test('are told by word; the others are not', () => {
    expect(
      diffTexts('One stays. Two goes now.\n\nThree.', 'One stays. Two comes now.\n\nThree.\n\nFour.', 'en'),
    ).toEqual([
      [
        { kind: 'same', text: 'Two' },
        { kind: 'removed', text: 'goes' },
        { kind: 'added', text: 'comes' },
        { kind: 'same', text: 'now.' },
      ],
      [{ kind: 'added', text: 'Four.' }],
    ]);
  });

  test('a line break of an address is no word', () => {
    expect(diffTexts('Street 1\\\nTown', 'Street 1', 'en')).toEqual([[{ kind: 'removed', text: 'Town' }]]);
  });
});

describe('for a terminal', () => {
  test('what stands in many letters stands once, with those that have it', () => {
    const text = differencesText(
      [
        changed('a', 'x one. Own.', 'x two. My own.'),
        changed('b', 'x one.', 'x two.'),
        { letter: 'c', state: 'new', changes: [] },
        { letter: 'd', state: 'gone', changes: [] },
        { letter: 'e', state: 'same', changes: [] },
      ],
      plain,
    );
    expect(text).toBe(
      'a, b\n  x [-one.-] {+two.+}\n\na\n  [-Own.-] {+My own.+}\n\nnew: c\n\nnot written any more: d\n',
    );
  });

  test('of many letters a few are named', () => {
    const letters = Array.from({ length: 8 }, (_, index) => changed(`l${index}`, 'one', 'two'));
    expect(differencesText(letters, plain)).toMatch(/^8 letters: l0, l1, l2, l3, l4, l5 and 2 more\n/);
  });

  test('nothing in a letter reaches the terminal as a command', () => {
    expect(differencesText([changed('a', 'x', '\u001b[2Jx')], plain)).not.toContain('\u001b');
  });
});

describe('for a pull request', () => {
  test('before and after stand in a fence that nothing in them can close', () => {
    expect(differencesMarkdown([changed('a', 'x ``` @everybody', 'x ``` <b>')])).toBe(
      '**1 letter changes**\n\na\n\n````diff\n- x ``` [-@everybody-]\n+ x ``` {+<b>+}\n````\n',
    );
  });

  test('is cut where a comment would be', () => {
    const long = Array.from({ length: 90 }, (_, index) =>
      changed(`l${index}`, `${index}`, `word${index} `.repeat(200)),
    );
    const text = differencesMarkdown(long);
    expect(text.length).toBeLessThan(65_000);
    expect(text).toMatch(/\nand \d+ more; demarche diff shows all\n$/);
  });

  test('says so when nothing changes', () => {
    expect(differencesMarkdown([])).toBe('**No letter changes**\n');
  });
});
