import { expect, test } from 'vitest';
import { plainAddressWords } from '../../../src/merge/plain-address.ts';
import type { Holder, Recipient } from '../../../src/model/recipient.ts';
import { letterOf } from '../../support/a-merging.ts';
import { aRecipient, SOMEWHERE } from '../../support/a-register.ts';
import { conventionsOf } from '../../support/product-languages.ts';

const HOLDER: Holder = { name: 'Anaïs Lefèbvre', family: { '*': 'Lefèbvre' }, gender: 'f', span: SOMEWHERE };

function wordsFor(recipient: Partial<Recipient>, language = 'en') {
  return plainAddressWords({ recipient: aRecipient(recipient), state: undefined, language }, conventionsOf(language));
}

test('the name is on a line before the title of the office', () => {
  const { envelope } = wordsFor({ office: { title: { en: 'Mayor' } }, holder: HOLDER });
  expect(envelope.map(({ value }) => value)).toEqual(['Ms Anaïs Lefèbvre', 'Mayor']);
});

test('without a holder, the title is alone; without a title in the language, there is no line', () => {
  expect(wordsFor({ office: { title: { en: 'Mayor' } } }).envelope.map(({ value }) => value)).toEqual(['Mayor']);
  expect(wordsFor({ office: { title: {} } }).envelope).toEqual([]);
});

test('a value that looks like a place for a value is printed as it is', () => {
  const holder = { ...HOLDER, family: { '*': '{name}' } };
  expect(wordsFor({ holder }).salutation.value).toBe('Dear Ms {name},');
});

test('a name of the other writing direction is an isolate', () => {
  const holder = { ...HOLDER, name: 'Anaïs Lefèbvre' };
  const { salutation } = wordsFor({ office: { title: { ar: 'رئاسة البلدية' } }, holder }, 'ar');
  const [isolate = { start: 0, end: 0 }] = salutation.isolates ?? [];
  expect(salutation.value.slice(isolate.start, isolate.end)).toBe('Anaïs Lefèbvre');
});

test('the family name is that of the language of the letter', () => {
  const holder = { ...HOLDER, family: { en: 'Petrova', ru: 'Петрова' } };
  expect(wordsFor({ holder }).salutation.value).toBe('Dear Ms Petrova,');
  expect(wordsFor({ holder }, 'ru').salutation.value).toBe('Уважаемая госпожа Петрова!');
});

test('words of the profile come before those of the plain form, which fills the rest', () => {
  const office = { title: { en: 'Mayor' } };
  const letter = letterOf({
    recipient: { office, holder: HOLDER, envelope: { en: ['The Mayor'] }, close: { en: 'Yours ever,' } },
    texts: {
      'body/member': '# Subject\n\nWe ask {{recipient.inText}}{{#if holder.family}}, {{holder.family}}{{/if}}.\n',
    },
  });
  expect(letter.insideAddress.map(({ value }) => value).slice(0, 2)).toEqual([
    'The Mayor',
    'Ministry of Foreign Affairs',
  ]);
  expect([letter.salutation.value, letter.close.value]).toEqual(['Dear Ms Lefèbvre,', 'Yours ever,']);
  expect(JSON.stringify(letter.body)).toContain('We ask you, Lefèbvre.');
});
