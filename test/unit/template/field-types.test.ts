import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../src/languages/languages.ts';
import type { FieldValue } from '../../../src/model/field.ts';
import { createViewTexts } from '../../../src/template/shapes.ts';
import { createView } from '../../../src/template/campaign-view.ts';
import { aMerging } from '../../support/a-merging.ts';
import { aField } from '../../support/some-fields.ts';
import { SOMEWHERE } from '../../support/a-register.ts';

const FIELDS = [
  aField('ward'),
  aField('lines', { type: 'lines' }),
  aField('number', { type: 'number' }),
  aField('date', { type: 'date' }),
  aField('amount', { type: 'amount' }),
  aField('member', { type: 'yes-no' }),
  aField('party', { type: 'one-of', options: new Map([['green', { text: { '*': 'Greens' }, span: SOMEWHERE }]]) }),
];

const VALUES = new Map<string, FieldValue>([
  ['ward', { type: 'text', text: Object.fromEntries(LANGUAGES.map((code) => [code, `ward ${code}`])) }],
  ['lines', { type: 'lines', lines: { '*': ['one', 'two'] } }],
  ['number', { type: 'number', value: '-12345.60' }],
  ['date', { type: 'date', day: '2026-03-01' }],
  ['amount', { type: 'amount', value: '1500', currency: 'EUR' }],
  ['member', { type: 'yes-no', isYes: false }],
  ['party', { type: 'one-of', option: 'green' }],
]);

/** What letters in a language print for each field, with the code point of each space that is not U+0020. */
function printed(language: string): readonly (string | undefined)[] {
  const { campaign, selection } = aMerging({ recipient: { fields: VALUES } });
  const { textRows } = createView(new Map(FIELDS.map((field) => [field.name, field])));
  const view = createViewTexts(textRows, {
    campaign,
    selection: { ...selection, language },
    inText: '',
    date: '',
  });
  return FIELDS.map(({ name }) =>
    view
      .textAt(`fields.${name}`)
      ?.replaceAll(/[\u00a0\u202f\u2000-\u200f\u2060-\u206f]/gu, (space) => `<${space.codePointAt(0)?.toString(16)}>`),
  );
}

describe('a field of each type', () => {
  test('is printed as the language of the letter writes it', () => {
    const table = LANGUAGES.map((language) => `${language}: ${printed(language).join(' | ')}`);
    expect(`\n${table.join('\n')}\n`).toMatchInlineSnapshot(`
      "
      en: ward en | one
      two | −12,345.60 | 1 March 2026 | EUR<a0>1,500.00 |  | Greens
      fr: ward fr | one
      two | −12<202f>345,60 | 1er mars 2026 | 1<202f>500,00<a0>EUR |  | Greens
      es: ward es | one
      two | −12.345,60 | 1 de marzo de 2026 | 1500,00<a0>EUR |  | Greens
      ar: ward ar | one
      two | −12,345.60 | 1 آذار 2026 | EUR<a0>1,500.00 |  | Greens
      de: ward de | one
      two | −12.345,60 | 1. März 2026 | 1.500,00<a0>EUR |  | Greens
      el: ward el | one
      two | −12.345,60 | 1 Μαρτίου 2026 | 1.500,00<a0>EUR |  | Greens
      hu: ward hu | one
      two | −12<a0>345,60 | 2026. március 1. | 1500,00<a0>EUR |  | Greens
      pl: ward pl | one
      two | −12<a0>345,60 | 1 marca 2026 | 1500,00<a0>EUR |  | Greens
      ru: ward ru | one
      two | −12<a0>345,60 | 1 марта 2026<202f>г. | 1<a0>500,00<a0>EUR |  | Greens
      bg: ward bg | one
      two | −12<a0>345,60 | 1 март 2026<202f>г. | 1500,00<a0>EUR |  | Greens
      cs: ward cs | one
      two | −12<a0>345,60 | 1. března 2026 | 1<a0>500,00<a0>EUR |  | Greens
      da: ward da | one
      two | −12.345,60 | 1. marts 2026 | 1.500,00<a0>EUR |  | Greens
      et: ward et | one
      two | −12<a0>345,60 | 1. märts 2026 | 1500,00<a0>EUR |  | Greens
      fi: ward fi | one
      two | −12<a0>345,60 | 1. maaliskuuta 2026 | 1<a0>500,00<a0>EUR |  | Greens
      ga: ward ga | one
      two | −12,345.60 | 1 Márta 2026 | EUR<a0>1,500.00 |  | Greens
      hr: ward hr | one
      two | −12.345,60 | 1. ožujka 2026. | 1.500,00<a0>EUR |  | Greens
      it: ward it | one
      two | −12.345,60 | 1º marzo 2026 | 1500,00<a0>EUR |  | Greens
      lt: ward lt | one
      two | −12<a0>345,60 | 2026<a0>m. kovo 1<a0>d. | 1<a0>500,00<a0>EUR |  | Greens
      lv: ward lv | one
      two | −12<a0>345,60 | 2026. gada 1. marts | 1500,00<a0>EUR |  | Greens
      mt: ward mt | one
      two | −12,345.60 | 1 ta’ Marzu 2026 | EUR<a0>1,500.00 |  | Greens
      nl: ward nl | one
      two | −12.345,60 | 1 maart 2026 | EUR<a0>1.500,00 |  | Greens
      pt: ward pt | one
      two | −12<a0>345,60 | 1 de março de 2026 | 1500,00<a0>EUR |  | Greens
      ro: ward ro | one
      two | −12.345,60 | 1 martie 2026 | 1.500,00<a0>EUR |  | Greens
      sk: ward sk | one
      two | −12<a0>345,60 | 1. marca 2026 | 1<a0>500,00<a0>EUR |  | Greens
      sl: ward sl | one
      two | −12.345,60 | 1. marca 2026 | 1500,00<a0>EUR |  | Greens
      sv: ward sv | one
      two | −12<a0>345,60 | 1 mars 2026 | 1<a0>500,00<a0>EUR |  | Greens
      tr: ward tr | one
      two | −12.345,60 | 1 Mart 2026 | EUR<a0>1.500,00 |  | Greens
      uk: ward uk | one
      two | −12<a0>345,60 | 1 березня 2026<202f>р. | 1<a0>500,00<a0>EUR |  | Greens
      "
    `);
  });

  test('has a number only if it is one', () => {
    const { campaign, selection } = aMerging({ recipient: { fields: VALUES } });
    const { textRows } = createView(new Map(FIELDS.map((field) => [field.name, field])));
    const view = createViewTexts(textRows, { campaign, selection, inText: '', date: '' });
    const numbers = FIELDS.map(({ name }) => view.numberAt(`fields.${name}`));
    expect(numbers.filter((number) => number !== undefined)).toEqual(['-12345.60']);
  });
});
