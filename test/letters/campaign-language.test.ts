import { describe, expect, test } from 'vitest';
import { NO_PICTURES } from '../../src/model/picture.ts';
import { openFormats } from '../../src/formats/formats.ts';
import { createLazyTypesetters } from '../../src/layout/typesetters.ts';
import { createValues } from '../../src/model/values.ts';
import { aMerging, diagnosticLines, letterOf, merged, type MergingParts } from '../support/a-merging.ts';
import { SOMEWHERE } from '../support/a-register.ts';
import { INVENTED } from '../support/invented-language.ts';
import { valueDespiteWarnings } from '../support/outcomes.ts';
import { wordsOfPage } from '../support/paged-text.ts';
import { productFonts } from '../support/product-fonts.ts';
import { aField } from '../support/some-fields.ts';

const HOLDER = { name: 'Anna Berg', honorific: 'Dr', gender: 'f', span: SOMEWHERE } as const;

/** A letter in a language that only the campaign has. */
const PARTS: MergingParts = {
  language: 'qx',
  locales: new Map([['qx', INVENTED]]),
  recipient: { office: { title: { qx: 'Majoru' } }, holder: HOLDER, copies: [{ name: { qx: 'Sekretu' } }] },
  inState: false,
};

describe('a language of the campaign', () => {
  test('decides the words of Markdown and of pages', async () => {
    const body = 'Al {{recipient.inText}}: {{fields.towns}} {{plural fields.towns one="urb" few="urbin" other="urbi"}}';
    const parts: MergingParts = {
      ...PARTS,
      texts: { 'body/member': `# Karta\n\n${body}\n\n${'Longu letru. '.repeat(300)}\n` },
      fields: [aField('towns', { type: 'number', required: true })],
      recipient: { ...PARTS.recipient, fields: new Map([['towns', { type: 'number', value: '1023' }]]) },
    };
    const { campaign } = aMerging(parts);
    const letter = letterOf(parts);
    const { locales } = campaign;
    const tools = { fonts: productFonts, values: createValues(), locales, pictures: NO_PICTURES, accent: undefined };
    const typeset = await createLazyTypesetters(campaign, tools.fonts, tools.values)('qx');
    const { pages } = valueDespiteWarnings(typeset(letter));
    const write = openFormats({ letter: 'x', formats: ['md'], attachSource: false }, tools);
    const [markdown] = await write({ letter, pages: undefined });
    const words = new TextDecoder().decode(markdown?.bytes);
    for (const expected of [
      '1a va dodember, 2025',
      'Specu, non missu.',
      'Kopi al',
      'Al tun: 1’023 urbin',
      'Vale multe',
    ]) {
      expect(words).toContain(expected);
    }
    expect(markdown?.words()).toContain('Kopi al\nSekretu');
    expect(pages.slice(1, 2).map(wordsOfPage).join()).toContain('Folu 2 ex 2');
  });

  test('has its working notes searched for', () => {
    const texts = { 'body/member': '# Karta\n\nLi dona/don.\n' };
    expect(diagnosticLines(merged({ ...PARTS, texts }))).toEqual([
      'qx/body/member.md:3:4 text/working-note dona/don is a working note',
    ]);
  });

  test('has its months known at the start of a paragraph, where they make no item of a list', () => {
    const texts = { 'body/member': '# Karta\n\n1. unoember li karta.\n' };
    const german = { ...INVENTED, date: '{day}. {month} {year}' };
    expect(diagnosticLines(merged({ ...PARTS, texts }))).toEqual([]);
    expect(diagnosticLines(merged({ ...PARTS, texts, locales: new Map([['qx', german]]) }))).toEqual([
      'qx/body/member.md:3:1 text/list-number this paragraph would be item 1. of a list',
    ]);
  });
});

describe('a language without plain forms', () => {
  const withoutForms: MergingParts = {
    ...PARTS,
    locales: new Map([['qx', { ...INVENTED, plainForms: undefined }]]),
    recipient: { ...PARTS.recipient, salutation: { qx: 'Salu, Anna!' }, close: { qx: 'Vale' } },
  };

  const office = { title: { qx: 'Majoru' } };
  const words = { salutation: { qx: 'Salu, Anna!' }, close: { qx: 'Vale' }, address: { lines: { '*': ['1 Via'] } } };

  test.each([
    ['the name, and then the office', { office, holder: HOLDER }, ['Dr Anna Berg', 'Majoru']],
    ['the office without a name', { office }, ['Majoru']],
    ['the words of the profile', { office, holder: HOLDER, envelope: { qx: ['Al Anna'] } }, ['Al Anna']],
  ])('has %s in the inside address, and the words of the profile', (_, addressee, expected) => {
    const { insideAddress, salutation, close } = letterOf({ ...withoutForms, recipient: { ...addressee, ...words } });
    expect(insideAddress.map(({ value }) => value)).toEqual([...expected, '1 Via']);
    expect([salutation.value, close.value]).toEqual(['Salu, Anna!', 'Vale']);
  });

  test('refuses a letter whose text addresses the recipient, unless under a condition', () => {
    const texts = (body: string) => ({ 'body/member': `# Karta\n\n${body}\n` });
    expect(diagnosticLines(merged({ ...withoutForms, texts: texts('Al {{recipient.inText}}.') }))).toEqual([
      'qx/body/member.md:3:4 template/no-value minister-ab has no recipient.inText',
    ]);
    const guarded = 'Al {{#if recipient.inText}}{{recipient.inText}}{{else}}Anna{{/if}}.';
    expect(JSON.stringify(letterOf({ ...withoutForms, texts: texts(guarded) }).body)).toContain('Al Anna.');
    expect(JSON.stringify(letterOf({ ...PARTS, texts: texts(guarded) }).body)).toContain('Al tun.');
  });
});
