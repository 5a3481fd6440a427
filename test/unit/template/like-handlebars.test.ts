import Handlebars from 'handlebars';
import { expect, test } from 'vitest';
import { renderTemplate } from '../../../src/template/interpret.ts';
import { parseTemplate } from '../../../src/template/parse-template.ts';
import { insertAt, PLACEHOLDERS } from '../../../src/template/rendered.ts';
import type { Names, NamedValue } from '../../../src/template/shapes.ts';
import { sourceOfFile } from '../../../src/template/template-source.ts';
import type { Template } from '../../../src/template/template.ts';

/** The values with which both Handlebars and demarche render the templates. */
const VIEW = {
  name: 'Ada',
  missing: undefined,
  office: { title: 'Minister', seat: 'Town' },
  people: [
    { name: 'One', note: 'first' },
    { name: 'Two', note: undefined },
    { name: 'Three', note: 'last' },
  ],
  nobody: [],
  words: ['x', 'y'],
};

const PARTIALS: Readonly<Record<string, string>> = {
  word: 'W',
  line: 'a line\n',
  lines: 'first\nsecond\n\nfourth\n',
  ragged: 'first\n  second',
  who: 'to {{who}}!',
  maybe: '{{#if who}}with {{who}}{{else}}without{{/if}}\n',
  outer: 'outer\n  {{> lines}}\nend\n',
  loop: '{{#each people}}\n- {{name}}\n{{/each}}\n',
  nothing: '',
};

const TEMPLATES: readonly string[] = [
  'plain words',
  '',
  '{{name}}',
  'a {{name}} b',
  '{{office.title}} of {{office.seat}}',
  '{{this.name}}, {{./name}}',
  'a\n{{#if name}}\nb\n{{/if}}\nc',
  'a\n{{#if missing}}\nb\n{{/if}}\nc',
  'a\n  {{#if name}}\n  b\n  {{/if}}\nc',
  'a {{#if name}}b{{/if}} c',
  'a {{#if name}}\nb\n{{/if}} c',
  'a\n{{#if missing}}\nb\n{{else}}\nd\n{{/if}}\nc',
  '{{#if missing}}a{{else if name}}b{{else}}c{{/if}}',
  'x\n{{#if missing}}\na\n{{else if missing}}\nb\n{{else}}\nc\n{{/if}}\ny',
  '{{#unless missing}}a{{else}}b{{/unless}}',
  '{{#unless name}}\na\n{{else}}\nb\n{{/unless}}\n',
  '{{^if missing}}a{{/if}}',
  '{{#if name}}a{{^}}b{{/if}}',
  '{{#if name}}{{#if missing}}a{{else}}b{{/if}}{{/if}}',
  '{{#if name}}\n{{#if missing}}\na\n{{/if}}\nb\n{{/if}}\n',
  '{{#each people}}{{name}},{{/each}}',
  '{{#each people}}\n- {{name}}\n{{/each}}\n',
  'x\n\n{{#each people}}\n- {{name}}{{#if note}} ({{note}}){{/if}}\n{{/each}}\n\ny',
  '{{#each nobody}}a{{else}}none{{/each}}',
  'x\n{{#each nobody}}\na\n{{else}}\nnone\n{{/each}}\ny',
  '{{#each nobody}}a{{/each}}',
  '{{#each people}}{{name}}{{#unless @last}}, {{/unless}}{{/each}}',
  '{{#each people}}{{#if @first}}> {{/if}}{{@index}}{{name}} {{/each}}',
  '{{#each people}}{{name}} and {{../name}};{{/each}}',
  '{{#each people}}{{#if note}}{{../name}}{{/if}}{{/each}}',
  '{{#each words}}[{{this}}]{{/each}}',
  '{{#each words}}{{#each ../people}}{{name}}{{../this}}{{../../name}} {{/each}}{{/each}}',
  '{{#each people}}{{#each ../words}}{{this}}{{@index}}{{/each}}{{@index}}{{/each}}',
  'a {{~name}} b',
  'a {{name~}} b',
  'a {{~name~}} b',
  'a\n\n{{~name~}}\n\nb',
  'a {{~#if name~}} b {{~/if~}} c',
  'a {{#if missing~}} b {{~else~}} d {{~/if}} c',
  '{{#each people~}}\n  {{name}}\n{{~/each}}\n',
  'a {{! words }} b',
  'a\n{{! words }}\nb',
  'a\n  {{!-- {{words}} --}}  \nb',
  'a {{~! words ~}} b',
  'a {{> word}} b',
  'a\n{{> line}}\nb',
  'a\n  {{> line}}\nb',
  'a\n  {{> lines}}\nb',
  'a\n  {{> nothing}}\nb',
  'a\n  {{> outer}}\nb',
  '  {{> lines}}',
  '{{> who who=name}}',
  '{{> who who="you"}}',
  '{{#each people}}{{> who who=@index}}{{/each}}',
  '{{> maybe who=missing}}{{> maybe who=name}}{{> maybe who=office.title}}',
  'x\n  {{> loop people=people}}\ny',
  '{{#each people}}{{> maybe who=note}}{{/each}}',
  '{{#if name}}\n  {{> lines}}\n{{/if}}\nb',
  'a \\\\{{name}} b',
  'a \\{{name}} b',
  'a \\{{name}} b {{name}}',
  '{{name}}\n{{name}}\n\n\n{{name}}\n',
  '{{#if name}}a\n{{/if}}\nb',
  '\n{{#if name}}\n\na\n\n{{/if}}\n\nb',
  '- a {{#if name}}\n- b\n{{/if}}\n- c',
  'a\r\n{{#if name}}\r\nb\r\n{{/if}}\r\nc',
];

function namesOf(view: Readonly<Record<string, unknown>>, prefix = ''): Names {
  const names = new Map<string, NamedValue>();
  for (const [key, value] of Object.entries(view)) {
    const path = `${prefix}${key}`;
    if (Array.isArray(value)) names.set(path, { kind: 'list', elements: value.map(elementOf) });
    else if (typeof value === 'object' && value !== null)
      namesOf({ ...value }, `${path}.`).forEach((v, k) => names.set(k, v));
    else names.set(path, typeof value === 'string' ? { kind: 'text', value: { text: value } } : { kind: 'absent' });
  }
  return names;
}

function elementOf(element: unknown): Names {
  return typeof element === 'string' ? namesOf({ this: element }) : namesOf({ ...Object(element) });
}

function parseOrThrow(text: string): Template {
  const outcome = parseTemplate(sourceOfFile('t.md', text));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}

function renderWithDemarche(text: string): string {
  const partials = new Map(
    Object.entries(PARTIALS).map(([name, partial]) => [`partials/${name}`, parseOrThrow(partial)]),
  );
  const { rendered, faults } = renderTemplate(parseOrThrow(text), namesOf(VIEW), partials);
  expect(faults).toEqual([]);
  return rendered.text.replaceAll(PLACEHOLDERS, (_, number: string) => {
    const insert = insertAt(rendered.inserts, Number(number));
    return insert.kind === 'value' && 'text' in insert.value ? insert.value.text : '';
  });
}

function renderWithHandlebars(text: string): string {
  const handlebars = Handlebars.create();
  for (const [name, partial] of Object.entries(PARTIALS)) handlebars.registerPartial(name, partial);
  // Letters have only LF as line end.
  return handlebars.compile(text.replaceAll('\r\n', '\n'), { noEscape: true })(VIEW);
}

test.each(TEMPLATES.map((text) => [JSON.stringify(text), text]))('prints %s as Handlebars does', (_, text) => {
  expect(renderWithDemarche(text)).toBe(renderWithHandlebars(text));
});

/** Templates with another result on purpose, as `docs/view.md` says: the result, then that of Handlebars. */
const DEPARTURES: readonly (readonly [template: string, demarche: string, handlebars: string])[] = [
  // A file without a line feed at its end does not join the next line.
  ['a\n{{> ragged}}\nb', 'a\nfirst\n  second\nb', 'a\nfirst\n  secondb'],
  ['a\n   {{> ragged}}\nb', 'a\n   first\n     second\nb', 'a\n   first\n     secondb'],
  ['{{#each words}}\n{{> word}}\n{{/each}}\n', 'W\nW', 'WW'],
  // The last line feed of a file does not separate the tag from the words after it.
  ['a {{> line}}, b', 'a a line, b', 'a a line\n, b'],
  ['a {{> line}}\nb', 'a a line\nb', 'a a line\n\nb'],
  ['**{{> line}}**', '**a line**', '**a line\n**'],
  // Further lines of a partial stay in the container of the tag.
  ['- {{> lines}}\n- b', '- first\n  second\n\n  fourth\n- b', '- first\nsecond\n\nfourth\n\n- b'],
  ['> {{> lines}}\n> b', '> first\n> second\n>\n> fourth\n> b', '> first\nsecond\n\nfourth\n\n> b'],
  ['  {{> lines}} x', '  first\n  second\n\n  fourth x', '  first\nsecond\n\nfourth\n x'],
];

test.each(DEPARTURES)('prints %j in its own way', (template, demarche, handlebars) => {
  expect(renderWithHandlebars(template)).toBe(handlebars);
  expect(renderWithDemarche(template)).toBe(demarche);
});

test('the comparison would see a difference', () => {
  expect(new Set(TEMPLATES.map(renderWithHandlebars)).size).toBeGreaterThan(40);
});
