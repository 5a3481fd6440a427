import { expect, test } from 'vitest';
import { chooseForm } from '../../../src/model/form-choice.ts';
import type { FormOfAddress, FormsOfAddress } from '../../../src/model/form-of-address.ts';
import type { Holder } from '../../../src/model/recipient.ts';
import { SOMEWHERE, aRecipient } from '../../support/a-register.ts';

const FORM: FormOfAddress = {
  envelope: 'e',
  salutation: 's',
  inText: 'i',
  close: 'c',
  source: 'a handbook',
  envelopeSpans: [SOMEWHERE],
  spans: { envelope: SOMEWHERE, salutation: SOMEWHERE, inText: SOMEWHERE, close: SOMEWHERE },
};
const WOMAN: FormOfAddress = { ...FORM, salutation: 'for a woman' };
const ENGLISH: FormsOfAddress = { file: 'en.yaml', ranks: new Map([['minister', { unknown: FORM, f: WOMAN }]]) };
const HOLDER: Holder = { name: 'N. N.', gender: 'f', span: SOMEWHERE };
const TITLE = { title: { en: 'Minister' } };

test.each([
  ['the form for the gender of the holder', { holder: HOLDER }, 'en', 'campaign f'],
  [
    'the form for an unknown holder if there is none for the gender',
    { holder: { ...HOLDER, gender: 'm' } },
    'en',
    'campaign unknown',
  ],
  ['the form for an unknown holder if there is no holder', {}, 'en', 'campaign unknown'],
  ['the plain form for an office without a rank', { office: TITLE }, 'en', 'plain'],
  ['the plain form in a language without forms', {}, 'fr', 'plain minister'],
  [
    'no form for a rank that the forms of the language lack',
    { office: { ...TITLE, rank: 'envoy' } },
    'en',
    'undeclared envoy',
  ],
  ['no form for a rank that no language has', { office: { ...TITLE, rank: 'envoy' } }, 'fr', 'undeclared envoy'],
] as const)('a letter has %s', (_, changes, language, expected) => {
  const choice = chooseForm({ en: ENGLISH }, aRecipient(changes), language);
  const detail = choice.kind === 'campaign' ? choice.gender : choice.rank;
  expect([choice.kind, ...(detail === undefined ? [] : [detail])].join(' ')).toBe(expected);
});

test('a rank that nothing declares has no form, even if the campaign has no forms at all', () => {
  expect(chooseForm({}, aRecipient(), 'en').kind).toBe('undeclared');
});
