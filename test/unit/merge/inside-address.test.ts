import { describe, expect, test } from 'vitest';
import { insideAddressOf, runningHeadForms } from '../../../src/merge/inside-address.ts';
import type { Recipient } from '../../../src/model/recipient.ts';
import { createTextNode } from '../../../src/model/tree.ts';
import { SOMEWHERE, aRecipient } from '../../support/a-register.ts';
import { letterOf } from '../../support/a-merging.ts';

const holder: NonNullable<Recipient['holder']> = { name: 'Anna Field', gender: 'unknown', span: SOMEWHERE };

describe('the lines of the inside address', () => {
  const each = { de: ['Rathausplatz 1', '1010 Wien'], fr: ['1, place de la Mairie', '1010 Vienne'] };
  const linesIn = (language: string, address: Recipient['address']): readonly (readonly (string | undefined)[])[] =>
    insideAddressOf({ envelope: [] }, { recipient: aRecipient({ address }), language }).map((line) => [
      line.value,
      line.language,
    ]);

  test.each([
    ['in the language of the letter', 'fr', { lines: each }, each.fr, undefined],
    ['in the language of the tag', 'fr-CH', { lines: each }, each.fr, undefined],
    ['in the first language, where there are none in that of the letter', 'ar', { lines: each }, each.de, 'de'],
    ['in the language of the country, if it is stated', 'ar', { lines: each, language: 'fr' }, each.fr, 'fr'],
    ['for all languages', 'ar', { lines: { '*': each.de } }, each.de, undefined],
    ['for all languages, in one that is stated', 'ar', { lines: { '*': each.de }, language: 'de' }, each.de, 'de'],
    ['for all languages, in that of the letter', 'de', { lines: { '*': each.de }, language: 'de' }, each.de, undefined],
  ])('are those %s, and say so if it is another', (_, language, address, lines, languageOfLines) => {
    expect(linesIn(language, address)).toEqual(lines.map((line) => [line, languageOfLines]));
  });

  test('are none without an address', () => {
    expect(linesIn('en', undefined)).toEqual([]);
  });
});

describe('an envelope of several lines', () => {
  const addressOf = (...parts: Parameters<typeof letterOf>): readonly string[] =>
    letterOf(...parts).insideAddress.map(({ value }) => value);

  test('of a form has a line of the address for each, without one whose values the recipient lacks', () => {
    const form = { envelope: '{{#if holder.name}}{{holder.name}}{{/if}}\n{{recipient.title}}' };
    const [name, title] = addressOf({ form, recipient: { holder } });
    expect([name, title]).toEqual(['Anna Field', 'Minister of Foreign Affairs']);
    expect(addressOf({ form })[0]).toBe('Minister of Foreign Affairs');
  });

  test('may have a block of Handlebars around lines', () => {
    const form = { envelope: '{{#if holder.name}}\nTo\n{{holder.name}}\n{{/if}}\n{{recipient.title}}' };
    expect(addressOf({ form, recipient: { holder } }).slice(0, 3)).toEqual([
      'To',
      'Anna Field',
      'Minister of Foreign Affairs',
    ]);
    expect(addressOf({ form })[0]).toBe('Minister of Foreign Affairs');
  });

  test('of a profile is printed as it is', () => {
    const own = { '*': ['Ms Anna Field', 'Minister'] };
    expect(addressOf({ recipient: { envelope: own } }).slice(0, 2)).toEqual(own['*']);
  });
});

describe('the running head names', () => {
  const formsOf = (firstLine: string, changes: Partial<Recipient>, language = 'en'): readonly string[] => {
    const recipient = aRecipient(changes);
    return runningHeadForms({ envelope: [createTextNode(firstLine)] }, { recipient, language }).map(
      ({ value }) => value,
    );
  };

  test.each([
    ['the name with its courtesy titles, then alone', 'H.E. Ms Anna Field', ['H.E. Ms Anna Field', 'Anna Field']],
    ['it without the office after a comma', 'H.E. Ms Anna Field, Minister', ['H.E. Ms Anna Field', 'Anna Field']],
    ['it with the office before it', 'Minister Anna Field', ['Minister Anna Field', 'Anna Field']],
    [
      'no holder whom the address does not name',
      'H.E. the Minister',
      ['H.E. the Minister', 'Minister of Foreign Affairs'],
    ],
  ])('%s', (_, firstLine, forms) => {
    expect(formsOf(firstLine, { holder })).toEqual(forms);
  });

  test('an Arabic name without the office after a comma', () => {
    expect(formsOf('السيدة Anna Field، الوزيرة', { holder }, 'ar')[0]).toBe('السيدة Anna Field');
  });

  test('the office, then its title', () => {
    expect(formsOf('H.E. the Minister of Abland', {})).toEqual([
      'H.E. the Minister of Abland',
      'Minister of Foreign Affairs',
    ]);
  });

  test('what the profile says alone, in the language of the letter', () => {
    expect(formsOf('H.E. the Minister', { short: { '*': 'Minister, Abland' } })).toEqual(['Minister, Abland']);
    const short = { en: 'Minister', fr: 'Ministre' };
    expect(formsOf('H.E. the Minister', { short }, 'fr')).toEqual(['Ministre']);
  });
});
