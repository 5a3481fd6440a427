import { describe, expect, test } from 'vitest';
import { explain } from '../../../../src/commands/explain/explain.ts';
import { findContentValues, countedText } from '../../../../src/commands/preview/parts/content-values.ts';
import { findPageParts } from '../../../../src/commands/preview/parts/page-parts.ts';
import type { PreviewPart } from '../../../../src/commands/preview/preview.ts';
import { createTypesetter } from '../../../../src/layout/typeset.ts';
import { readYaml } from '../../../../src/load/read-yaml.ts';
import { mergeLetter } from '../../../../src/merge/merge-letter.ts';
import { internLetter } from '../../../../src/model/intern-letter.ts';
import type { Letter } from '../../../../src/model/letter.ts';
import { NO_LOCALES } from '../../../../src/model/locale-data.ts';
import { linesOfPage } from '../../../../src/model/page-lines.ts';
import type { PagedLetter } from '../../../../src/model/page.ts';
import type { Recipient } from '../../../../src/model/recipient.ts';
import { createValues } from '../../../../src/model/values.ts';
import { parseTemplates } from '../../../../src/template/parse-templates.ts';
import { aMerging, letterOf, type MergingParts } from '../../../support/a-merging.ts';
import { valueDespiteWarnings, valueOf } from '../../../support/outcomes.ts';
import { conventionsOf } from '../../../support/product-languages.ts';
import { productFonts } from '../../../support/product-fonts.ts';
import { wordsUnderValues } from '../../../support/value-words.ts';

const fonts = await productFonts();
const PAGE = { preset: 'international', justify: true } as const;

async function setOnPages(letter: Letter): Promise<PagedLetter> {
  const typeset = await createTypesetter({ page: PAGE }, letter.language, NO_LOCALES, fonts, createValues());
  return valueDespiteWarnings(typeset(letter));
}

/** The values of a letter with the words that are printed under their areas, each `path: words`. */
async function wordsUnder(letter: Letter): Promise<readonly string[]> {
  const found = wordsUnderValues(await setOnPages(letter), conventionsOf(letter.language).comma.trimEnd());
  return [...found].map(([{ path }, words]) => `${path}: ${words}`);
}

/** The values of a letter that are not over their words, or have no area. */
function misplacedOn(pages: PagedLetter): readonly string[] {
  const comma = conventionsOf(pages.language).comma.trimEnd();
  const found = wordsUnderValues(pages, comma);
  const origins = new Set(pages.pages.flatMap(linesOfPage).flatMap(({ origin }) => origin ?? []));
  const values = [...origins].flatMap(({ content }) => findContentValues(content, comma).values);
  expect(values.length).toBe(found.size);
  return [...found].flatMap(([{ text }, words]) => (words === countedText(text) ? [] : `${words}, not ${text}`));
}

async function misplaced(letter: Letter): Promise<readonly string[]> {
  return misplacedOn(await setOnPages(letter));
}

const body = (words: string): Readonly<Record<string, string>> => ({ 'body/member': `# Subject\n\n${words}\n` });
const titled = (title: string, language = 'en'): Partial<Recipient> => ({
  office: { title: { [language]: title }, rank: 'minister' },
});

describe('the areas of a value', () => {
  const LONG = 'Commissioner for Extraordinary Responsibilities and Administrative Simplification';

  test('are over its words wherever lines and pages break', async () => {
    const wrong: string[] = [];
    let hyphens = 0;
    for (const before of [1, 2]) {
      const words = `${'padding '.repeat(before)}{{recipient.title}}, and the {{recipient.title}}. `;
      const pages = await setOnPages(letterOf({ texts: body(words.repeat(16)), recipient: titled(LONG) }));
      expect(pages.pages.length).toBeGreaterThan(1);
      wrong.push(...misplacedOn(pages));
      const lines = pages.pages.flatMap(linesOfPage);
      hyphens += lines.filter(({ fragments }) => fragments.at(-1)?.glyphs.at(-1)?.text === '\u00ad').length;
    }
    expect(wrong).toEqual([]);
    expect(hyphens).toBeGreaterThan(0);
  });

  test('are over its words from right to left', async () => {
    const names = ['وزير الخارجية', 'Smith & Co. (UK)', 'الحق 1948 Ltd', '12/3', 'لا إله'];
    for (const name of names) {
      const words = `كتبنا إلى {{recipient.title}}، ثم إلى {{recipient.title}} في ${'النص الطويل '.repeat(9)}{{recipient.title}}.`;
      const letter = letterOf({ language: 'ar', texts: body(words), recipient: titled(name, 'ar') });
      expect(await misplaced(letter), name).toEqual([]);
    }
  });

  test('are over right-to-left words in a letter from left to right', async () => {
    const letter = letterOf({
      texts: body('To {{recipient.title}}, 3 March, {{recipient.title}}.'),
      recipient: titled('الحق 12'),
    });
    expect(await misplaced(letter)).toEqual([]);
  });

  test.each([
    ['in stress', 'To **the {{recipient.title}}** and *{{recipient.title}}*.'],
    [
      'in a list and a quotation',
      '- To {{recipient.title}}.\n- And\n\n> the {{recipient.title}} {{recipient.title}}\n',
    ],
    ['in a heading', '## The {{recipient.title}}\n\nWords.'],
    ['in a link', '[The {{recipient.title}}](https://example.org) {{recipient.title}}'],
    [
      'after marks of notes',
      'Words{{cite "statute"}}{{cite "statute" at="art. 1"}} {{recipient.title}} end{{cite "statute"}} {{recipient.title}}.',
    ],
    ['in a table', '| The {{recipient.title}} | b |\n| --- | --: |\n| {{recipient.title}} | of {{recipient.title}} |'],
    ['at a full stop of its own', 'To {{recipient.title}}{{recipient.title}}.'],
  ])('are over its words %s', async (_, words) => {
    expect(await misplaced(letterOf({ texts: body(words), recipient: titled('Chief of Staff Inc.') }))).toEqual([]);
  });

  test('are over its words where a layout adds spaces and raises letters', async () => {
    const words = 'Le 1er mai : {{recipient.title}} ! « {{recipient.title}} » ; le XXe siècle, {{recipient.title}} ?';
    const letter = letterOf({ language: 'fr', texts: body(words), recipient: titled('Ministre : 1er rang', 'fr') });
    expect(await misplaced(letter)).toEqual([]);
  });

  test('share a ligature with the letters beside it', async () => {
    const letter = letterOf({ texts: body('of{{recipient.title}}'), recipient: titled('fice') });
    const pages = await setOnPages(letter);
    const line = pages.pages.flatMap(linesOfPage).find(({ style }) => style === 'body');
    const glyphs = line?.fragments.flatMap((fragment) => fragment.glyphs.map(({ text }) => text)) ?? [];
    expect(glyphs).toEqual(['o', 'ffi', 'c', 'e']);
    const [under] = await wordsUnder({ ...letter, insideAddress: [], close: { type: 'text', value: 'Close' } });
    expect(under).toBe('recipient.title: ffice');
  });

  test('are those of the path in the view, or of the words that a template has', async () => {
    const texts = {
      ...body('{{> who name=recipient.title}} {{#each signatories}}{{name}}{{/each}} {{letter.date}}'),
      'partials/who': 'The {{name}}',
    };
    const letter = letterOf({ texts, recipient: titled('Minister'), letter: { signatories: SIGNATORIES } });
    expect(await wordsUnder({ ...letter, insideAddress: [] })).toEqual([
      'recipient.title: Minister',
      'name: One',
      'letter.date: 1December2025',
    ]);
  });
});

const EVERYONE = { kind: 'everyone', span: { file: 'letter.yaml', line: 9, column: 3 } } as const;
const SIGNATORIES = [{ id: 'one', name: { en: 'One' }, for: EVERYONE }] as const;

/** `profile`: the text of the file from which the recipient is read, in the place of an empty one. */
async function partsOf(parts: MergingParts, profile: string = ''): Promise<readonly PreviewPart[]> {
  const { campaign, selection } = aMerging(parts);
  const templates = valueOf(parseTemplates(campaign));
  const letter = valueDespiteWarnings(mergeLetter(campaign, templates, selection));
  const explanation = explain({ campaign }, { kind: 'letter', selection });
  const explained = {
    plan: { campaign, templates },
    selection,
    profile: valueOf(readYaml('recipients/a.yaml', profile)),
    letter,
    explanation,
    pathOf: (file: string) => `my/${file}`,
  };
  return findPageParts(await setOnPages(letter), explained);
}

const place = ({ name, file }: PreviewPart): string => `${name} ${file}`;

describe('the blocks of a page', () => {
  test('have the file and the line of their words, in reading order', async () => {
    const parts = await partsOf({
      texts: {
        'body/member':
          '# Subject\n\nFirst.\n\n{{> who}}\n\n{{passage "thanks"}}\n\n- One\n- Two\n\n{{demands}}\n\n> Quoted.\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n',
        'partials/who': 'Words.\n\nOf a partial.\n',
        'passages/thanks/some': 'Thanks.\n',
        'demands/ask/ask': '**Ask.** We ask.\n\nMore.\n',
      },
      passages: ['thanks'],
      demands: [{ id: 'ask', numbers: [1] }],
    });
    const names = /^(?:subject|body|passage|demand)/u;
    expect(parts.filter(({ name }) => names.test(name)).map(place)).toEqual([
      'subject my/en/body/member.md:1',
      'body my/en/body/member.md:3',
      'body my/en/partials/who.md:1',
      'body my/en/partials/who.md:3',
      'passage thanks my/en/passages/thanks/some.md:1',
      'body my/en/body/member.md:9',
      'body my/en/body/member.md:10',
      'demand ask my/en/demands/ask/ask.md:1',
      'demand ask my/en/demands/ask/ask.md:3',
      'body my/en/body/member.md:14',
      'body my/en/body/member.md:16',
      'body my/en/body/member.md:18',
    ]);
  });

  test('say where the other parts of a letter are stated', async () => {
    const address = { lines: { '*': ['1 Street', 'ABLAND'] } };
    const parts = await partsOf({
      texts: { 'body/member': '# Subject\n\nWords{{cite "statute" at="art. 1"}}.\n' },
      recipient: { ...titled('Minister'), address, salutation: { en: 'Dear all,' } },
      letter: { signatories: SIGNATORIES },
    });
    expect(parts.filter(({ kind }) => kind === 'block').map(place)).toEqual([
      'notice null',
      'letterhead my/letter.yaml:9',
      'date my/somewhere.yaml:1',
      'inside address my/recipients/forms/en.yaml:3',
      'inside address my/somewhere.yaml:1',
      'inside address my/somewhere.yaml:1',
      'subject my/en/body/member.md:1',
      'salutation my/somewhere.yaml:1',
      'body my/en/body/member.md:3',
      'close my/recipients/forms/en.yaml:6',
      'signature my/letter.yaml:9',
      'note my/somewhere.yaml:1',
    ]);
    const body = parts.find(({ name }) => name === 'body');
    expect(body?.rule).toEqual({ text: 'everyone', file: 'my/somewhere.yaml:1' });
    expect(body?.evidence).toEqual([{ label: 'source', text: 'statute, art. 1', file: 'my/somewhere.yaml:1' }]);
  });

  test('have the words of the page', async () => {
    const words = `${'Sanctions '.repeat(9)}https://example.org/${'documents/'.repeat(12)} end`;
    const parts = await partsOf({
      texts: { 'body/member': `# Subject\n\n${words}.\n\n1. One\n2. Two\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n` },
      recipient: { ...titled('Undersecretary for Responsibilities of the Administration, Simplification and Law') },
    });
    expect(parts.flatMap((part) => (part.name === 'body' ? [part.words] : []))).toEqual([
      `${words}.`,
      '1. One',
      '2. Two',
      'A B',
      '1 2',
    ]);
    expect(parts.find(({ name }) => name === 'value recipient.title')?.words).toMatch(/^Undersecretary .* Law$/u);
  });

  test('have the line of a profile in which their words are stated', async () => {
    const profile = [
      'id: a', // 1
      'office: { title: { fr: Ministre, en: Minister } }',
      'holder:',
      '  name: Ann Other',
      'fields: { floor: 3 }', // 5
      'short: { en: The Minister }',
      'salutation: Dear all,',
      'address:',
      '  lines:',
      '    fr: [1 rue, BELGIQUE]', // 10
      '    en:',
      '      - 1 Street',
      '      - BELGIUM',
      'reference: { ours: X 1 }',
      'copies:', // 15
      '  - The Press',
      '  - en: The Council',
      'source: A book',
    ].join('\n');
    const parts = await partsOf(
      {
        texts: { 'body/member': '# Subject\n\n{{recipient.title}}{{#if holder.name}}, {{holder.name}}{{/if}}.\n' },
        recipient: {
          ...titled('Minister'),
          holder: { name: 'Ann Other', gender: 'unknown', span: { file: 'other.yaml', line: 99, column: 1 } },
          short: { en: 'The Minister' },
          salutation: { en: 'Dear all,' },
          address: { lines: { fr: ['1 rue', 'BELGIQUE'], en: ['1 Street', 'BELGIUM'] } },
          reference: { ours: { '*': 'X 1' } },
          copies: [{ name: { en: 'The Press' } }, { name: { en: 'The Council' } }],
          source: 'A book',
        },
      },
      profile,
    );
    const inProfile = parts.filter(({ file }) => file?.startsWith('my/recipients/a.yaml') === true);
    expect(inProfile.map(({ words, file }) => `${words} ${file?.split(':')[1]}`)).toEqual([
      'Our reference: X 1 14',
      'Ann Other 4',
      'Minister 2',
      '1 Street 12',
      'BELGIUM 13',
      'Dear all, 7',
      'Minister 2',
      'Ann Other 4',
      'Copy to The Press 16',
      'The Council 17',
    ]);
    const source = [{ label: 'source', text: 'A book', file: 'my/recipients/a.yaml:18' }];
    const evidence = parts.filter(({ words }) => /Street|BELGIUM|Press/u.test(words)).map((part) => part.evidence);
    expect(evidence).toEqual([source, source, source]);
  });

  test('have the line of the profile if a plain form has only its values', async () => {
    const profile = 'id: a\noffice:\n  title: Minister\n';
    const texts = { 'body/member': '# Subject\n\nWords.\n' };
    const parts = await partsOf({ texts, recipient: { office: { title: { '*': 'Minister' } } } }, profile);
    const [line] = parts.filter(({ name }) => name === 'inside address');
    expect([line?.words, line?.file]).toEqual(['Minister', 'my/recipients/a.yaml:3']);
  });

  test('keep the texts of two recipients apart that have the same words', async () => {
    const values = createValues();
    const typeset = await createTypesetter({ page: PAGE }, 'en', NO_LOCALES, fonts, values);
    const texts = body('To {{recipient.title}}');
    const other = body('To {{#if holder.name}}{{holder.name}}{{/if}}');
    const holder = { name: 'Same', gender: 'unknown', span: { file: 'a.yaml', line: 1, column: 1 } } as const;
    const pathsOf = (set: Readonly<Record<string, string>>): readonly string[] => {
      const letter = internLetter(letterOf({ texts: set, recipient: { ...titled('Same'), holder } }), values);
      return [...wordsUnderValues(valueDespiteWarnings(typeset({ ...letter, insideAddress: [] })), ',').keys()].map(
        ({ path }) => path,
      );
    };
    for (let round = 0; round < 3; round += 1) {
      expect(pathsOf(texts)).toEqual(['recipient.title']);
      expect(pathsOf(other)).toEqual(['holder.name']);
    }
  });
});
