import { expect, test } from 'vitest';
import { parseTemplates } from '../../../src/template/parse-templates.ts';
import { aMerging, merged, SHORT_BODY } from '../../support/a-merging.ts';

function places(texts: Readonly<Record<string, string>>): readonly string[] {
  return parseTemplates(aMerging({ texts }).campaign).diagnostics.map(
    ({ code, span }) => `${code} ${span.file}:${span.line}:${span.column}`,
  );
}

test('templates that no letter uses are read too', () => {
  expect(
    places({ 'body/unused': '{{#if', 'partials/unused': '{{> nobody}}', 'demands/a/unused': '{{demands}}' }),
  ).toEqual(['template/syntax en/body/unused.md:1:1', 'template/unsupported en/demands/a/unused.md:1:1']);
});

test('a partial is only unknown once all of them could be read', () => {
  expect(places({ 'body/member': `${SHORT_BODY}{{> word}}`, 'partials/word': '{{/if}}' })).toEqual([
    'template/syntax en/partials/word.md:1:1',
  ]);
});

test('every language is read in which letters go out, and no other', () => {
  const { campaign } = aMerging();
  const broken = new Map([['body/member', { file: 'xx/body/member.md', text: '{{' }]]);
  const filesAtFault = (languages: readonly string[]): readonly string[] => {
    const editions = { languages, each: 'every' } as const;
    const templates = { ...campaign.templates, xx: broken };
    return parseTemplates({ ...campaign, editions, templates }).diagnostics.map(({ span }) => span.file);
  };
  expect(filesAtFault(['en', 'xx'])).toEqual(['xx/body/member.md']);
  expect(filesAtFault(['en'])).toEqual([]);
});

test('no message is in the words of the parser', () => {
  const { campaign } = aMerging({ texts: { 'body/member': 'a {{b c=}} {{', 'body/other': 'a {{b c=}}' } });
  const messages = JSON.stringify(parseTemplates(campaign).diagnostics);
  expect(messages).not.toMatch(/expecting|parse error|lexical|INVALID|EOF|undefined/i);
});

test('quotes that never end are found at once', () => {
  expect(places({ 'body/unused': `{{${'\\"'.repeat(60)}` })).toEqual(['template/syntax en/body/unused.md:1:1']);
});

/** Partials of which each includes the next so many times. */
function levels(count: number, times: number): Readonly<Record<string, string>> {
  const partials = Array.from({ length: count }, (_, level): [string, string] => [
    `partials/p${level}`,
    level === count - 1 ? 'end' : `{{> p${level + 1}}}`.repeat(times),
  ]);
  return { 'body/member': `${SHORT_BODY}\n{{> p0}}\n`, ...Object.fromEntries(partials) };
}

test.each([
  ['that doubles itself', levels(30, 2)],
  ['that goes deeper and deeper', levels(100, 1)],
  [
    'of a great many words',
    {
      'body/member': `${SHORT_BODY}{{> word}}`,
      'partials/word': '{{> words}}'.repeat(100),
      'partials/words': 'a'.repeat(20_000),
    },
  ],
])('a template %s is stopped', (_, texts) => {
  expect(merged({ texts }).diagnostics.map(({ code }) => code)).toEqual(['template/too-large']);
});
