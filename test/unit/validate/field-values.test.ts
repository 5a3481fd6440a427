import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../src/load/read-yaml.ts';
import { failure } from '../../../src/model/outcome.ts';
import { readFieldValues, untranslatedFieldFaults } from '../../../src/validate/field-values.ts';
import { faultsOf, inFull, valueOf } from '../../support/outcomes.ts';
import { aField, SOME_DECLARATIONS } from '../../support/some-fields.ts';

/** Reads the values of a profile with these fields, which begin in column 11. */
function read(fields: string, declarations = SOME_DECLARATIONS): ReturnType<typeof readFieldValues> {
  return readFieldValues(valueOf(readYaml('p.yaml', `fields: { ${fields} }\n`)), declarations);
}

function firstFault(fields: string): string {
  const { faults } = read(fields);
  return faults.map(inFull).join('\n');
}

describe('a value', () => {
  test.each([
    ['ward: 00123', 'ward', { type: 'text', text: { '*': '00123' } }],
    ['ward: { en: North, fr: Nord }', 'ward', { type: 'text', text: { en: 'North', fr: 'Nord' } }],
    ['address: [1 Road, Town]', 'address', { type: 'lines', lines: { '*': ['1 Road', 'Town'] } }],
    ['address: 1 Road', 'address', { type: 'lines', lines: { '*': ['1 Road'] } }],
    ['address: { en: [A], fr: B }', 'address', { type: 'lines', lines: { en: ['A'], fr: ['B'] } }],
    ['households: 412', 'households', { type: 'number', value: '412' }],
    ['households: -0.10', 'households', { type: 'number', value: '-0.10' }],
    ['households: 12345678901234567890.5', 'households', { type: 'number', value: '12345678901234567890.5' }],
    ['meeting: 2026-03-02', 'meeting', { type: 'date', day: '2026-03-02' }],
    ['grant: 1500.00', 'grant', { type: 'amount', value: '1500.00', currency: 'EUR' }],
    ['grant: 1500 EUR', 'grant', { type: 'amount', value: '1500', currency: 'EUR' }],
    ['sum: 1500 JPY', 'sum', { type: 'amount', value: '1500', currency: 'JPY' }],
    ['sum: 0.125 KWD', 'sum', { type: 'amount', value: '0.125', currency: 'KWD' }],
    ['member: yes', 'member', { type: 'yes-no', isYes: true }],
    ['member: FALSE', 'member', { type: 'yes-no', isYes: false }],
    ['party: green', 'party', { type: 'one-of', option: 'green' }],
  ])('%s is read by its type', (fields, name, value) => {
    const { values, faults } = read(fields);
    expect(faults.map(inFull)).toEqual([]);
    expect([...values]).toEqual([[name, value]]);
  });

  test.each([
    ['households: "1.500,00"', 'write the digits with nothing between thousands'],
    ['households: "1,500"', 'write the digits with nothing between thousands'],
    ['households: 1 500', 'write the digits with nothing between thousands'],
    ['households: 1.500', 'read in two ways'],
    ['households: 007', 'declare the field as text'],
    ['households: 1e3', 'a number, as in 412'],
    ['households: some', 'a number, as in 412'],
    ['households: [1, 2]', 'not a list'],
    ['households: { en: 1 }', 'not a mapping'],
    ['meeting: 02/03/2026', 'a date, as in 2026-03-02'],
    ['meeting: 2026-02-30', 'write a day that the calendar has'],
    ['meeting: 2026-13-01', 'write a day that the calendar has'],
    ['grant: "1.500,00 EUR"', 'an amount, as in 1500.00 EUR'],
    ['grant: 1.500', 'EUR has 2 decimals at most'],
    ['grant: €1500', 'an amount, as in 1500.00 EUR'],
    ['grant: 1500 USD', 'an amount in EUR'],
    ['sum: 1500 EUX', 'did you mean EUR?'],
    ['sum: 1500 QQQ', 'the three-letter code of a currency'],
    ['sum: 1500', 'write the code of the currency'],
    ['sum: 1500.5 JPY', 'JPY has 0 decimals at most'],
    ['sum: 1.500 KWD', 'read in two ways'],
    ['member: maybe', 'yes or no'],
    ['party: gren', 'did you mean green?'],
    ['party: blue', 'one of green, red and none'],
    ['party: { en: Greens }', 'not a mapping'],
    ['ward: [a, b]', 'declare the field as lines'],
    ['ward: { en: [a, b] }', 'declare the field as lines'],
    ['ward: { en: a, fr: [b] }', 'declare the field as lines'],
    ['wrad: North', 'did you mean ward?'],
    ['phone: "123"', 'declare it in recipients/fields.yaml'],
  ])('%s is refused, with what to write', (fields, advice) => {
    expect(firstFault(fields)).toContain(advice);
    expect(firstFault(fields).split('\n')).toHaveLength(1);
  });

  test('in a fault is withheld where values of profiles are', () => {
    const { faults } = read('households: some');
    expect(faults[0]?.message).toContainEqual({ echo: 'some', secret: true });
  });
});

test('a required field without a value is a fault at the fields of the profile', () => {
  const declarations = new Map([['ward', aField('ward', { required: true })]]);
  const fault = read('', declarations).faults[0];
  expect(fault && inFull(fault)).toContain('p.yaml:1:9 data/missing-key the field ward is missing here');
});

test('without a declaration, no value is accepted', () => {
  expect(faultsOf(failure(...read('ward: x', new Map()).faults))).toEqual(['profile/unknown-name 1:11']);
});

describe('in a language', () => {
  function untranslated(fields: string, language: string): readonly string[] {
    const profile = valueOf(readYaml('p.yaml', `fields: { ${fields} }\n`));
    const { values } = readFieldValues(profile, SOME_DECLARATIONS);
    return untranslatedFieldFaults(values, profile, SOME_DECLARATIONS, language).map(inFull);
  }

  test.each(['ward: { en: North }', 'address: { en: [North] }', 'party: red'])(
    '%s has a text, and no other',
    (fields) => {
      expect(untranslated(fields, 'en')).toEqual([]);
      expect(untranslated(fields, 'fr')).toHaveLength(1);
    },
  );

  test('one text, a number and an option with one text are of all languages', () => {
    expect(untranslated('ward: North, households: 1, party: none, meeting: 2026-03-02', 'fr')).toEqual([]);
  });
});
