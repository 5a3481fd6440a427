import { expect, test } from 'vitest';
import { parseTemplates } from '../../../src/template/parse-templates.ts';
import { aMerging, merged, SHORT_BODY } from '../../support/a-merging.ts';

function locateFaults(texts: Readonly<Record<string, string>>): readonly string[] {
  return parseTemplates(aMerging({ texts }).campaign).diagnostics.map(
    ({ code, span }) => `${code} ${span.file}:${span.line}:${span.column}`,
  );
}

test('also parses the templates that no letter uses', () => {
  expect(
    locateFaults({ 'body/unused': '{{#if', 'partials/unused': '{{> nobody}}', 'demands/a/unused': '{{demands}}' }),
  ).toEqual(['template/syntax en/body/unused.md:1:1', 'template/unsupported en/demands/a/unused.md:1:1']);
});

test('reports no unknown partial while a partial has syntax faults', () => {
  expect(locateFaults({ 'body/member': `${SHORT_BODY}{{> word}}`, 'partials/word': '{{/if}}' })).toEqual([
    'template/syntax en/partials/word.md:1:1',
  ]);
});

test('parses the templates of every selected language, and of no other', () => {
  const { campaign } = aMerging();
  const broken = new Map([['body/member', { file: 'pl/body/member.md', text: '{{' }]]);
  const filesAtFault = (languages: readonly string[]): readonly string[] => {
    const editions = { languages, each: 'every' } as const;
    const templates = { ...campaign.templates, pl: broken };
    return parseTemplates({ ...campaign, editions, templates }).diagnostics.map(({ span }) => span.file);
  };
  expect(filesAtFault(['en', 'pl'])).toEqual(['pl/body/member.md']);
  expect(filesAtFault(['en'])).toEqual([]);
});

test('no message has the wording of the Handlebars parser', () => {
  const { campaign } = aMerging({ texts: { 'body/member': 'a {{b c=}} {{', 'body/other': 'a {{b c=}}' } });
  const messages = JSON.stringify(parseTemplates(campaign).diagnostics);
  expect(messages).not.toMatch(/expecting|parse error|lexical|INVALID|EOF|undefined/i);
});

test('reports an unclosed quote without catastrophic backtracking', () => {
  expect(locateFaults({ 'body/unused': `{{${'\\"'.repeat(60)}` })).toEqual(['template/syntax en/body/unused.md:1:1']);
});

/** A body and `count` partials, each of which includes the next `times` times. */
function nestedPartials(count: number, times: number): Readonly<Record<string, string>> {
  const partials = Array.from({ length: count }, (_, level): [string, string] => [
    `partials/p${level}`,
    level === count - 1 ? 'end' : `{{> p${level + 1}}}`.repeat(times),
  ]);
  return { 'body/member': `${SHORT_BODY}\n{{> p0}}\n`, ...Object.fromEntries(partials) };
}

test.each([
  ['whose size doubles at every level', nestedPartials(30, 2)],
  ['with too many levels', nestedPartials(100, 1)],
  ['with thousands of levels', nestedPartials(3_000, 1)],
  [
    'with too much text',
    {
      'body/member': `${SHORT_BODY}{{> word}}`,
      'partials/word': '{{> words}}'.repeat(100),
      'partials/words': 'a'.repeat(20_000),
    },
  ],
])('a template %s is refused', (_, texts) => {
  expect(merged({ texts }).diagnostics.map(({ code }) => code)).toEqual(['template/too-large']);
});
