import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../src/load/read-yaml.ts';
import { fieldNameRequirement } from '../../../src/model/field.ts';
import { parseTemplate } from '../../../src/template/parse-template.ts';
import { sourceOfFile } from '../../../src/template/template-source.ts';
import { validateFields } from '../../../src/validate/validate-fields.ts';
import { failure } from '../../../src/model/outcome.ts';
import { faultsOf, inFull, valueOf } from '../../support/outcomes.ts';

function declared(text: string): ReturnType<typeof validateFields> {
  return validateFields(valueOf(readYaml('recipients/fields.yaml', text)));
}

function faultsIn(text: string): readonly string[] {
  return faultsOf(failure(...declared(text).faults));
}

/** The message and hint of the only fault. */
function onlyFault(text: string): string {
  const [first, ...others] = declared(text).faults;
  expect(others).toEqual([]);
  return first === undefined ? '' : inFull(first);
}

describe('a declaration', () => {
  test('is of type text and optional unless it says otherwise', () => {
    const { declarations, faults } = declared('ward: { meaning: The ward }\n');
    expect(faults).toEqual([]);
    expect(declarations.get('ward')).toMatchObject({ type: 'text', required: false, meaning: 'The ward' });
  });

  test('with one-of is of this type, and has a text for each language or one for all', () => {
    const { declarations } = declared('party: { one-of: { green: { en: Greens }, none: – }, meaning: x }\n');
    const party = declarations.get('party');
    expect(party?.type).toBe('one-of');
    expect([...(party?.options ?? [])].map(([name, { text }]) => [name, text])).toEqual([
      ['green', { en: 'Greens' }],
      ['none', { '*': '–' }],
    ]);
  });

  test('of each type is accepted', () => {
    const types = ['text', 'lines', 'number', 'date', 'amount', 'yes-no'];
    const text = types.map((type, index) => `f${index}: { type: ${type}, meaning: x }\n`).join('');
    expect([...declared(text).declarations.values()].map(({ type }) => type)).toEqual(types);
    expect(faultsIn(text)).toEqual([]);
  });

  test.each([
    ['ward: { type: txet, meaning: x }', 'data/wrong-value 1:15'],
    ['ward: {}', 'data/missing-key 1:7'],
    ['ward: The ward', 'data/wrong-type 1:7'],
    ['ward: { meaning: x, requierd: true }', 'data/unknown-key 1:21'],
    ['ward: { meaning: x, currency: EUR }', 'data/wrong-value 1:21'],
    ['grant: { type: amount, meaning: x, currency: Euro }', 'data/wrong-value 1:46'],
    ['grant: { type: amount, meaning: x, currency: EUX }', 'data/wrong-value 1:46'],
    ['party: { type: one-of, meaning: x }', 'data/wrong-value 1:1'],
    ['party: { one-of: {}, meaning: x }', 'data/wrong-value 1:10'],
    ['party: { type: number, one-of: { a: A }, meaning: x }', 'data/wrong-value 1:10'],
    ['party: { one-of: { a b: A }, meaning: x }', 'data/wrong-value 1:20'],
    ['party: { one-of: { a: { english: A } }, meaning: x }', 'data/wrong-value 1:25'],
    ['ward: { meaning: "#N/A" }', ''],
  ])('%s is refused at its place', (text, fault) => {
    expect(faultsIn(`${text}\n`).join()).toBe(fault);
  });

  test('with a fault does not hide the others', () => {
    const { declarations, names, faults } = declared('a: { type: txet, meaning: x }\nb: { meaning: x }\n');
    expect([...declarations.keys()]).toEqual(['b']);
    expect([...names]).toEqual(['a', 'b']);
    expect(faults).toHaveLength(1);
  });
});

describe('the name of a field', () => {
  test.each(['ward', 'first-name', 'mairie_é', '山', 'اسم', '1st', '2024-2025', 'else', 'if'])('can be %s', (name) => {
    expect(faultsIn(`${name}: { meaning: x }\n`)).toEqual([]);
  });

  test.each([
    ['a.b', 'without full stops'],
    ['2024', 'more than digits'],
    ['"true"', 'none of true, false'],
    ['this', 'none of true, false'],
    ['First Name', 'write first-name'],
    ['__proto__', 'cannot be used as a name'],
  ])('cannot be %s', (name, reason) => {
    expect(onlyFault(`${name}: { meaning: x }\n`)).toContain(reason);
  });

  test('differs from the others in more than capitals', () => {
    expect(onlyFault('ward: { meaning: x }\nWard: { meaning: x }\n')).toContain('2:1');
  });

  test('is one that Handlebars reads as a part of a path', () => {
    const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    let accepted = 0;
    fc.assert(
      fc.property(fc.oneof(names, fc.stringMatching(/^[\p{L}\p{Nd}_][\p{L}\p{Nd}_-]{0,8}$/u)), (name) => {
        if (fieldNameRequirement(name) !== undefined) return;
        accepted += 1;
        const parsed = valueOf(parseTemplate(sourceOfFile('t.md', `{{fields.${name}}}`)));
        expect(parsed.statements).toMatchObject([{ kind: 'value', path: { name: `fields.${name}` } }]);
      }),
      { numRuns: 300 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});
