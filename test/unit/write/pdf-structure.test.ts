import { expect, test } from 'vitest';
import type { PagedLetter, StructureElement } from '../../../src/model/page.ts';
import { openStructures, type WriteStructure } from '../../../src/write/pdf-structure.ts';
import { openEmptyFile } from '../../support/empty-file.ts';

const content = (page: number, number: number) => ({ kind: 'content', page, content: number }) as const;
const element = (changes: Partial<StructureElement>): StructureElement => {
  return { kind: 'element', role: 'P', children: [content(0, 0)], ...changes };
};

function written(writeStructure: WriteStructure, child: StructureElement, reserved = 0): string {
  const link = { area: { x: 0, y: 0, width: 1, height: 1 }, description: '' };
  const destination = { kind: 'address', url: 'https://example.org/' } as const;
  const links = [{ ...link, destination }];
  const page = { contents: ['P', 'P'], zones: [], rules: [], links } as const;
  const letter: PagedLetter = {
    language: 'en',
    title: '',
    author: '',
    sheet: { width: 1, height: 1 },
    pages: [page, page],
    structure: element({ role: 'Document', children: [child] }),
    bookmarks: [],
  };
  const file = openEmptyFile();
  const objects = [file.reserve(), file.reserve()];
  for (const object of objects) file.put(object, '<<>>');
  for (let index = 0; index < reserved; index += 1) file.add('<<>>');
  const { root, annotations } = writeStructure(letter, { objects, sheetHeight: 1 }, file);
  return `${root} ${annotations.join('|')} ${Buffer.from(file.finish(1, 2)).toString('latin1')}`;
}

/** Each differs from the first in one thing. */
const ELEMENTS: readonly StructureElement[] = [
  element({}),
  element({ role: 'H1' }),
  element({ id: 'note-1' }),
  element({ numbering: 'Disc' }),
  element({ language: 'fr' }),
  element({ children: [content(0, 1)] }),
  element({ children: [content(1, 0)] }),
  element({ children: [content(0, 0), content(0, 1)] }),
  element({ children: [content(0, 0), content(1, 0)] }),
  element({ children: [content(0, 0), { kind: 'link', page: 0, link: 0 }] }),
  element({ children: [content(0, 0), { kind: 'link', page: 1, link: 0 }] }),
  element({ children: [element({})] }),
];

test('the structure of a letter does not show which were written before', () => {
  const writeStructure = openStructures();
  for (let round = 0; round < 3; round += 1) {
    for (const child of ELEMENTS) expect(written(writeStructure, child)).toBe(written(openStructures(), child));
  }
  expect(new Set(ELEMENTS.map((child) => written(openStructures(), child))).size).toBe(ELEMENTS.length);
});

test('nor under which numbers', () => {
  const writeStructure = openStructures();
  const [child = element({})] = ELEMENTS;
  for (const reserved of [0, 1, 0, 1, 0]) {
    expect(written(writeStructure, child, reserved)).toBe(written(openStructures(), child, reserved));
  }
});

test('a piece of text with two elements is a bug', () => {
  const twice = element({ children: [content(0, 0), element({})] });
  expect(() => written(openStructures(), twice)).toThrow('a piece of text has no or two elements');
});
