import { describe, expect, test } from 'vitest';
import { diffTexts } from '../../../src/commands/diff/diff-texts.ts';
import type { LetterDifference } from '../../../src/commands/diff/diff.ts';
import { differencesMarkdown, differencesText } from '../../../src/commands/diff/text.ts';
import { plain } from '../../../src/report/paint.ts';
import { aCampaign, aCampaignWith } from '../../support/a-campaign.ts';
import { memoryWorld } from '../../support/memory-world.ts';
import { runInMemory } from '../../support/run-in-memory.ts';

const changedLetter = (letter: string, before: string, after: string): LetterDifference => ({
  letter,
  state: 'changed',
  changes: diffTexts(before, after, 'en'),
  otherFiles: [],
});

describe('sentences that differ', () => {
  test('are compared word by word; equal sentences are omitted', () => {
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

  test('do not count the line break of an address as a word', () => {
    expect(diffTexts('Street 1\\\nTown', 'Street 1', 'en')).toEqual([[{ kind: 'removed', text: 'Town' }]]);
  });
});

describe('text for a terminal', () => {
  test('has a change that several letters share once, with their names', () => {
    const text = differencesText(
      [
        changedLetter('a', 'x one. Own.', 'x two. My own.'),
        changedLetter('b', 'x one.', 'x two.'),
        { letter: 'c', state: 'new', changes: [], otherFiles: [] },
        { letter: 'd', state: 'gone', changes: [], otherFiles: [] },
        { letter: 'e', state: 'same', changes: [], otherFiles: [] },
        { letter: 'f', state: 'changed', changes: [], otherFiles: ['f.md', 'f.pdf'] },
      ],
      plain,
    );
    expect(text).toBe(
      'a, b\n  x [-one.-] {+two.+}\n\na\n  [-Own.-] {+My own.+}\n\nnew: c\n\nnot written any more: d\n' +
        '\nother bytes, but no other sentence: f.md, f.pdf\n',
    );
  });

  test('names only the first of many letters', () => {
    const letters = Array.from({ length: 8 }, (_, index) => changedLetter(`l${index}`, 'one', 'two'));
    expect(differencesText(letters, plain)).toMatch(/^8 letters: l0, l1, l2, l3, l4, l5 and 2 more\n/);
  });

  test('has the control characters of letters escaped', () => {
    expect(differencesText([changedLetter('a', 'x', '\u001b[2Jx')], plain)).not.toContain('\u001b');
  });
});

describe('Markdown for a pull request', () => {
  test('has a code fence that is longer than any in the letters', () => {
    expect(differencesMarkdown([changedLetter('a', 'x ``` @everybody', 'x ``` <b>')])).toBe(
      '**1 letter changes**\n\na\n\n````diff\n- x ``` [-@everybody-]\n+ x ``` {+<b>+}\n````\n',
    );
  });

  test('is limited to the length of a comment', () => {
    const long = Array.from({ length: 90 }, (_, index) =>
      changedLetter(`l${index}`, `${index}`, `word${index} `.repeat(200)),
    );
    const text = differencesMarkdown(long);
    expect(text.length).toBeLessThan(65_000);
    expect(text).toMatch(/\nand \d+ more; demarche diff shows all\n$/);
  });

  test('states that no letter changes', () => {
    expect(differencesMarkdown([])).toBe('**No letter changes**\n');
  });
});

test('diff reports the warnings about the letters that it compares', async () => {
  const files = aCampaignWith('recipients/chair.yaml', 'Aline Durand', 'Aline NULL');
  const { world } = memoryWorld(files);
  await runInMemory(['generate', '--to', 'md'], world);
  const { err, code } = await runInMemory(['diff'], world);
  expect(code).toBe(0);
  expect(err).toContain('Aline NULL');
});

test('diff says that it has no sentences to compare with if letters are there as web pages alone', async () => {
  const { world } = memoryWorld(aCampaign());
  await runInMemory(['generate', '--to', 'html'], world);
  const { err, code } = await runInMemory(['diff'], world);
  expect(code).toBe(2);
  expect(err).toContain('there is no Markdown of a letter in “');
  expect(err).toContain('unless --to leaves it out');
});
