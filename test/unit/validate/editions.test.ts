import { describe, expect, test } from 'vitest';
import type { Skip } from '../../../src/model/recipient.ts';
import { selectEditions, editionLanguagesFor } from '../../../src/validate/editions.ts';
import { aMerging } from '../../support/a-merging.ts';
import { SOMEWHERE, aRecipient } from '../../support/a-register.ts';

const statuses = { en: 'original', fr: 'revised', es: 'unchecked' } as const;

describe('letters go out in', () => {
  test.each([
    ['what somebody has read, unless more is asked for', undefined, ['en', 'fr'], 'first-read'],
    ['all that the letter has', 'all', ['en', 'fr', 'es'], 'every'],
    ['an unchecked language, if that is what is asked for', ['es'], ['es'], 'every'],
    ['none that the letter does not have', ['de', 'fr'], ['fr'], 'every'],
  ] as const)('%s', (_, wanted, languages, each) => {
    expect(selectEditions(statuses, wanted)).toEqual({ languages, each });
  });
});

describe('a recipient is written to in', () => {
  const { letter } = aMerging().campaign;
  const languages = (wanted: 'all' | readonly string[] | undefined, reads: readonly string[], skip?: Skip) => {
    const campaign = { letter: { ...letter, languages: statuses }, editions: selectEditions(statuses, wanted) };
    const recipient = aRecipient({ languages: reads, ...(skip === undefined ? {} : { skip }) });
    return editionLanguagesFor(recipient, { ...aMerging().campaign, ...campaign });
  };

  test.each([
    ['the first language it reads', ['fr', 'en'], ['fr']],
    ['the first that is not unchecked', ['es', 'fr'], ['fr']],
    ['the original, if it reads none', ['de'], ['en']],
  ])('%s', (_, reads, expected) => {
    expect(languages(undefined, reads)).toEqual(expected);
  });

  test('every language that is asked for, whatever it reads', () => {
    expect(languages('all', ['fr'])).toEqual(['en', 'fr', 'es']);
    expect(languages(['es'], ['fr'])).toEqual(['es']);
  });

  test('one, if at all, while it is skipped', () => {
    const skip = { reason: 'vacant', until: '2025-12-01', span: SOMEWHERE };
    expect(languages('all', ['fr'], skip)).toEqual(['en']);
    expect(languages('all', ['fr'], { ...skip, until: '2025-11-30' })).toEqual(['en', 'fr', 'es']);
  });
});
