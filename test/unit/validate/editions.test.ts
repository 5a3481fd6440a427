import { describe, expect, test } from 'vitest';
import type { Skip } from '../../../src/model/recipient.ts';
import { selectEditions, editionLanguagesFor } from '../../../src/validate/editions.ts';
import { aMerging } from '../../support/a-merging.ts';
import { SOMEWHERE, aRecipient } from '../../support/a-register.ts';

const statuses = { en: 'original', fr: 'revised', es: 'unchecked' } as const;

describe('the selected editions are', () => {
  test.each([
    ['those that were checked, by default', undefined, ['en', 'fr'], 'first-read'],
    ['all languages of the letter', 'all', ['en', 'fr', 'es'], 'all'],
    ['an unchecked language if it is requested', ['es'], ['es'], 'every'],
    ['only languages that the letter has', ['de', 'fr'], ['fr'], 'every'],
  ] as const)('%s', (_, requested, languages, each) => {
    expect(selectEditions(statuses, requested)).toEqual({ languages, each });
  });
});

describe('the editions for a recipient are', () => {
  const { letter } = aMerging().campaign;
  const languagesFor = (requested: 'all' | readonly string[] | undefined, reads: readonly string[], skip?: Skip) => {
    const campaign = { letter: { ...letter, languages: statuses }, editions: selectEditions(statuses, requested) };
    const recipient = aRecipient({ languages: reads, ...(skip === undefined ? {} : { skip }) });
    return editionLanguagesFor(recipient, { ...aMerging().campaign, ...campaign });
  };

  test.each([
    ['the first language it reads', ['fr', 'en'], ['fr']],
    ['the first language it reads that is not unchecked', ['es', 'fr'], ['fr']],
    ['the original, if it reads none', ['de'], ['en']],
  ])('%s', (_, reads, expected) => {
    expect(languagesFor(undefined, reads)).toEqual(expected);
  });

  test('every requested language, regardless of what it reads', () => {
    expect(languagesFor('all', ['fr'])).toEqual(['en', 'fr', 'es']);
    expect(languagesFor(['es'], ['fr'])).toEqual(['es']);
  });

  test('a variant that it reads, and that is no language of the letter, if all are requested', () => {
    expect(languagesFor('all', ['es-MX', 'fr-CH', 'de-AT', 'fr'])).toEqual(['en', 'fr', 'es', 'es-MX', 'fr-CH']);
    expect(languagesFor(['fr'], ['fr-CH'])).toEqual(['fr']);
  });

  test('only one while it is skipped', () => {
    const skip = { reason: 'vacant', until: '2025-12-01', span: SOMEWHERE };
    expect(languagesFor('all', ['fr'], skip)).toEqual(['en']);
    expect(languagesFor('all', ['fr'], { ...skip, until: '2025-11-30' })).toEqual(['en', 'fr', 'es']);
  });
});
