import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createView } from '../../src/template/campaign-view.ts';
import { type ViewRow, VIEW } from '../../src/template/view.ts';
import type { FieldValue } from '../../src/model/field.ts';
import { merged } from '../support/a-merging.ts';
import { aField } from '../support/some-fields.ts';

const DOCUMENT = readFileSync('docs/view.md', 'utf8');

/** The cells of the table below a heading, row by row, without the header of the table. */
function tableBelow(heading: string): readonly (readonly string[])[] {
  const section = DOCUMENT.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('\\|', '|')),
  );
}

function codeIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '');
}

/** The rows that the document must have for a name of the view: one for the name, and one for each field of a list. */
function rowsOf(row: ViewRow): readonly (readonly string[])[] {
  if (row.type === 'text') {
    return [[`\`${row.path}\``, 'text', row.needs.length > 0 ? 'optional' : 'always', row.meaning, row.example]];
  }
  const fields = row.fields.map(({ name, meaning, example }) => [
    `\`${name}\` in \`${row.path}\``,
    'text',
    'always',
    meaning,
    example,
  ]);
  return [[`\`${row.path}\``, 'list', 'always', row.meaning, ''], ...fields];
}

/** Merges a body with these words, in a campaign that has all names in the document's examples. */
function mergeBody(words: string): ReturnType<typeof merged> {
  return merged({
    texts: {
      'body/member': `# Subject\n\nWords.\n\n${words}\n`,
      'passages/thanks/some': 'Thanks.',
      'demands/ask/ask': '**Ask.** We ask.',
      ...(words.includes('> greeting') ? { 'partials/greeting': '{{#if who}}Dear {{who}}{{/if}}' } : {}),
    },
    passages: words.includes('"thanks"') ? ['thanks'] : [],
    demands: words.includes('{{demands}}') ? [{ id: 'ask', numbers: [1] }] : [],
    sources: { 'rome-statute': {} },
    fields: [aField('households', { type: 'number', required: true }), aField('member', { type: 'yes-no' })],
    recipient: { fields: new Map<string, FieldValue>([['households', { type: 'number', value: '412' }]]) },
  });
}

test('docs/view.md lists exactly the names of the view', () => {
  expect(VIEW.length).toBeGreaterThan(8);
  expect(tableBelow('The view')).toEqual(VIEW.flatMap(rowsOf));
});

test('docs/view.md lists the names that forms of address can use', () => {
  const [, listed = ''] =
    /\(`recipients\/forms\/`\) see ([^.]*(?:`[^`]*`[^.`]*)*), and are/.exec(DOCUMENT.replaceAll('\n', ' ')) ?? [];
  expect(codeIn(listed)).toEqual(createView(new Map()).formRows.map(({ path }) => path));
});

describe('the tags in the document', () => {
  const tags = tableBelow('Tags').flatMap(([tag = '']) => codeIn(tag));

  test('are at least nine', () => {
    expect(tags.length).toBeGreaterThanOrEqual(9);
  });

  test.each(tags)('%s is accepted', (tag) => {
    expect(mergeBody(tag.replaceAll('…', 'a')).diagnostics).toEqual([]);
  });
});

describe('the refused tags in the document', () => {
  const rows = tableBelow('What is refused, and what to write instead');

  test('are at least fifteen', () => {
    expect(rows.length).toBeGreaterThanOrEqual(15);
  });

  test.each(rows.flatMap(([refused = '']) => codeIn(refused)))('%s is refused', (refused) => {
    const { ok, diagnostics } = mergeBody(refused);
    expect(ok).toBe(false);
    expect(diagnostics[0]?.span).toMatchObject({ file: 'en/body/member.md', line: 5 });
    expect(diagnostics[0]?.hint).toBeDefined();
  });

  test.each(rows.flatMap(([, , instead = '']) => codeIn(instead)))('%s is accepted instead', (instead) => {
    expect(mergeBody(instead).diagnostics).toEqual([]);
  });
});
