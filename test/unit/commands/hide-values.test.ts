import { describe, expect, test } from 'vitest';
import { differenceFields, hideValues } from '../../../src/commands/check/hide-values.ts';
import { PROFILE, inPublic, readProfile } from '../../support/public-difference.ts';

describe('under CI, a difference shows the words of the template and hides', () => {
  test.each([
    [
      'nothing of a changed template without values',
      ['We write to you.', 'We turn to you.'],
      // The word that was there could have been a value.
      ['We (not shown) to you.', 'We turn to you.'],
    ],
    [
      'a value in a changed template',
      ['We write to you as Minister of Foreign Affairs[^1].', 'We turn to you as Minister of Foreign Affairs[^1].'],
      ['We (not shown) to you as (not shown)[^1].', 'We turn to you as (not shown)[^1].'],
    ],
    [
      'an earlier value',
      ['Dear Ms Carla Smit, we write', 'Dear Ms Aline van den Berg, we write'],
      ['Dear (not shown), we write', 'Dear (not shown), we write'],
    ],
    [
      'the words that an earlier value has in common with the new one',
      ['as Minister of Trade and Foreign Affairs', 'as Minister of Foreign Affairs'],
      ['as (not shown)', 'as (not shown)'],
    ],
    ['a name alone', ['the Berg plan', 'the Berg proposal'], ['the (not shown)', 'the (not shown) proposal']],
    [
      'a value that the line breaks off',
      ['… Affairs, we write to the Min', '… Affairs, we turn to the Min'],
      ['… (not shown), we (not shown) to the (not shown)', '… (not shown), we turn to the (not shown)'],
    ],
    [
      'a value with the backslashes of Markdown, in other letters, within markup',
      ['**2 MINISTRY Street**\\', '**a.berg\\@example.org**\\'],
      ['**(not shown)**\\', '**(not shown)**\\'],
    ],
  ])('%s', (_, [reads = '', wouldRead = ''], [publicReads = '', publicWouldRead = '']) => {
    expect(inPublic(reads, wouldRead)).toEqual({
      kind: 'line',
      line: 1,
      reads: publicReads,
      wouldRead: publicWouldRead,
    });
  });

  test('values on a line of a page', () => {
    const difference = hideValues(
      { kind: 'page', page: 1, line: 2, wouldRead: 'Ms Aline van den Berg' },
      readProfile(PROFILE),
    );
    expect(differenceFields(difference, { showValues: false })).toEqual({
      kind: 'page',
      page: 1,
      line: 2,
      wouldRead: '(not shown)',
    });
    expect(differenceFields(difference, { showValues: true })).toMatchObject({ wouldRead: 'Ms Aline van den Berg' });
  });
});
