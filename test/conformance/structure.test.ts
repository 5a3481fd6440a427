import { beforeAll, expect, inject, test } from 'vitest';
import { type PdfObjects, dictionary, list, numberTree, readObjects, text } from './pdf-objects.ts';
import { type Element, elementsOf, readStructure } from './structure-tree.ts';
import { outputOf } from './tools.ts';

/** The letter whose structure and metadata are tested. */
const letter = inject('letters').find(({ name }) => name === 'eu-be.en');

/** Roles of PDF 1.7 (ISO 32000-1, 14.8.4) that a letter may need, and those of PDF 2.0 that are mapped to them. */
const MAPPED = { '/Em': '/Span', '/Strong': '/Span' };
const KNOWN = 'Document Sect H1 H2 H3 P L LI Lbl LBody BlockQuote Link Reference Note Span Em Strong'.split(' ');

let objects: PdfObjects;
let elements: readonly Element[];
beforeAll(async () => {
  objects = await readObjects(letter?.pdf ?? '');
  elements = elementsOf(readStructure(objects));
});

test('the structure tree has the roles of a letter, and only roles of PDF 1.7 or mapped to them', () => {
  const roles = new Set(elements.map(({ role }) => role));
  for (const role of [
    'Document',
    'Sect',
    'H1',
    'P',
    'L',
    'LI',
    'Lbl',
    'LBody',
    'Link',
    'Reference',
    'Note',
    'Strong',
  ]) {
    expect(roles).toContain(role);
  }
  expect([...roles].filter((role) => !KNOWN.includes(role))).toEqual([]);
  expect(elements.filter(({ role }) => role === 'H1')).toHaveLength(1);
  expect(elements[0]?.role).toBe('Document');
  const root = dictionary(objects.catalogue['/StructTreeRoot'], objects.all);
  expect(dictionary(root['/RoleMap'], objects.all)).toEqual(MAPPED);
});

test('the catalogue declares the language, the title in the window, the page labels and the bookmarks', () => {
  const { catalogue, all, pages } = objects;
  expect(text(catalogue['/Lang'], all)).toBe('en');
  expect(dictionary(catalogue['/MarkInfo'], all)['/Marked']).toBe(true);
  expect(dictionary(catalogue['/ViewerPreferences'], all)['/DisplayDocTitle']).toBe(true);
  expect([...numberTree(catalogue['/PageLabels'], all)]).toEqual([[0, { '/S': '/D' }]]);
  const outlines = dictionary(catalogue['/Outlines'], all);
  const first = dictionary(outlines['/First'], all);
  expect(text(first['/Title'], all)).toContain('United States sanctions');
  expect(list(first['/Dest'], all)[0]).toBe(pages[0]);
});

test('the tab order of each page is that of the structure', () => {
  const { pages, all } = objects;
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages) expect(dictionary(page, all)['/Tabs']).toBe('/S');
});

test('the metadata claims both standards and names the language', async () => {
  const metadata = await outputOf('pdfinfo', ['-meta', letter?.pdf ?? '']);
  for (const piece of ['<pdfaid:part>3<', '<pdfaid:conformance>A<', '<pdfuaid:part>1<', '<rdf:li>en<']) {
    expect(metadata).toContain(piece);
  }
});

test('XML characters in a title are escaped in the metadata and unchanged in the properties', async () => {
  const stress = inject('letters').find(({ name }) => name === 'stress-international.en')?.pdf ?? '';
  const title = 'Receipts & replies: what is acknowledged within 5 < 7 days, and "noted" > filed';
  const escaped = title
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  expect(await outputOf('pdfinfo', ['-meta', stress])).toContain(`>${escaped}<`);
  expect(await outputOf('pdfinfo', [stress])).toMatch(new RegExp(`^Title: +${title}$`, 'm'));
});

test('words in another language than that of the letter declare it', async () => {
  const french = await readObjects(inject('letters').find(({ name }) => name === 'eu-ie.fr')?.pdf ?? '');
  const spans = elementsOf(readStructure(french)).filter(({ role }) => role === 'Span');
  expect(new Set(spans.map(({ data }) => text(data['/Lang'], french.all)))).toContain('en');
  expect(text(french.catalogue['/Lang'], french.all)).toBe('fr');
});
