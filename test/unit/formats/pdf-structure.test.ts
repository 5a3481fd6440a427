import { describe, expect, test } from 'vitest';
import type { LinkAnnotation, PagedLetter, StructureElement } from '../../../src/model/page.ts';
import { openDocument } from '../../../src/formats/pdf/pdf-document.ts';
import { addStructure } from '../../../src/formats/pdf/pdf-structure.ts';
import { named, type WrittenObject, writtenObjects } from '../../support/written-objects.ts';

const content = (page: number, number: number) => ({ kind: 'content', page, content: number }) as const;
const link = (page: number, number: number) => ({ kind: 'link', page, link: number }) as const;
const element = (changes: Partial<StructureElement>): StructureElement => {
  return { kind: 'element', role: 'P', children: [], ...changes };
};

const linkTo = (destination: LinkAnnotation['destination']): LinkAnnotation => {
  return { area: { x: 10, y: 20, width: 30, height: 5 }, destination, description: 'where it leads' };
};
const OUT = linkTo({ kind: 'address', url: 'https://example.org/é' });
const IN = linkTo({ kind: 'place', page: 1, y: 90 });

/** Two pages, each with so many pieces of text and two links: out of the letter, and to the second page. */
function structured(children: StructureElement['children'], pieces = 1): ReadonlyMap<number, WrittenObject> {
  const contents = Array.from({ length: pieces }, () => 'P' as const);
  const page = { contents, zones: [], rules: [], pictures: [], links: [OUT, IN] };
  const letter: PagedLetter = {
    language: 'en',
    title: 'Title',
    author: 'Author',
    day: '2025-12-01',
    sheet: { width: 100, height: 200 },
    pages: [page, page],
    structure: element({ role: 'Document', children }),
    bookmarks: [],
  };
  const document = openDocument({ ...letter, digest: '' }, letter.sheet);
  letter.pages.forEach(() => document.addPage());
  addStructure(letter, document);
  document.end();
  return writtenObjects(document.bytes);
}

function only(objects: ReadonlyMap<number, WrittenObject>, pattern: RegExp): readonly [number, WrittenObject] {
  const found = all(objects, pattern);
  if (found[0] === undefined || found.length > 1) throw new Error(`${found.length} objects are like ${pattern}`);
  return found[0];
}

function all(
  objects: ReadonlyMap<number, WrittenObject>,
  pattern: RegExp,
): readonly (readonly [number, WrittenObject])[] {
  return [...objects].filter(([, { text }]) => pattern.test(text));
}

const PAGE = /\/Type \/Page /;

describe('an element of the structure', () => {
  test('says that a head of a table is that of a column', () => {
    const objects = structured([
      element({ role: 'TH', children: [content(0, 0)] }),
      element({ role: 'TD', children: [content(1, 0)] }),
    ]);
    const [, head] = only(objects, /\/S \/TH\b/);
    expect(head.text.replaceAll(/\s+/g, ' ')).toContain('/A << /O /Table /Scope /Column >>');
    const [, cell] = only(objects, /\/S \/TD\b/);
    expect(cell.text).not.toContain('/A ');
  });

  test('says its role, its language, how it is numbered and its name', () => {
    const objects = structured([
      element({ role: 'L', numbering: 'Decimal', children: [content(0, 0)] }),
      element({ role: 'Note', id: 'note-2', language: 'fr', children: [content(1, 0)] }),
    ]);
    expect(only(objects, /\/S \/L /)[1].text).toContain('/A << /O /List /ListNumbering /Decimal >>');
    const [note, { text }] = only(objects, /\/S \/Note /);
    expect(text).toContain('/Lang (fr)');
    expect(text).toContain('/ID (note-2)');
    expect(only(objects, /StructTreeRoot.*IDTree/)[1].text).toContain(`/IDTree << /Names [(note-2) ${note} 0 R] >>`);
  });

  test('is found by its name, whatever the order: names are sorted', () => {
    const notes = ['note-2', 'note-1'].map((id, page) => element({ role: 'Note', id, children: [content(page, 0)] }));
    const [second, first] = all(structured(notes), /\/S \/Note /).map(([number]) => number);
    expect(only(structured(notes), /IDTree/)[1].text).toContain(
      `/Names [(note-1) ${first} 0 R (note-2) ${second} 0 R]`,
    );
  });

  test('names its text by number, with the page where that is another one, and is led back to', () => {
    const objects = structured(
      [
        element({ role: 'H1', children: [content(0, 1), content(0, 0), content(1, 0)] }),
        element({ role: 'H2', children: [content(1, 1)] }),
      ],
      2,
    );
    const [first, second] = all(objects, PAGE).map(([number]) => number);
    const [heading, { text }] = only(objects, /\/S \/H1 /);
    expect(text).toContain(`/K [1 0 << /Type /MCR /Pg ${second} 0 R /MCID 0 >>]`);
    expect(text).toContain(`/Pg ${first} 0 R`);
    const [other, { text: ownPage }] = only(objects, /\/S \/H2 /);
    expect(ownPage).toContain(`/K [1] /Pg ${second} 0 R`);
    const tree = only(objects, /\/ParentTree /)[1].text;
    expect(tree).not.toContain('/Limits');
    expect(tree).toMatch(
      new RegExp(`/Nums \\[ 0 \\[${heading} 0 R ${heading} 0 R\\] 1 \\[${heading} 0 R ${other} 0 R\\] \\]`),
    );
    for (const [key, page] of [first, second].entries()) {
      expect(objects.get(page ?? 0)?.text).toContain(`/StructParents ${key}`);
    }
  });
});

describe('a link', () => {
  test('says where it leads, in seven bits, and what it is, to those who do not see it', () => {
    const objects = structured([
      element({ role: 'Link', children: [content(0, 0), link(0, 0)] }),
      element({ role: 'Link', children: [content(1, 0), link(0, 1)] }),
    ]);
    const [out, inside] = all(objects, /\/Subtype \/Link /);
    for (const annotation of [out, inside]) {
      expect(annotation?.[1].text).toContain('/Contents (where it leads)');
      expect(annotation?.[1].text).toContain('/Rect [10 175 40 180]');
      expect(annotation?.[1].text).toContain('/F 4');
    }
    expect(objects.get(named(out?.[1], 'A'))?.text).toBe('<< /S /URI /URI (https://example.org/%C3%A9) >>');
    const [first, second] = all(objects, PAGE);
    expect(first?.[1].text).toContain(`/Annots [${out?.[0]} 0 R ${inside?.[0]} 0 R]`);
    expect(inside?.[1].text).toContain(`/Dest [${second?.[0]} 0 R /XYZ 0 110 null]`);
  });

  test('that goes on overleaf is an element on each page, and each says on which', () => {
    const objects = structured([
      element({ role: 'Link', children: [content(0, 0), link(0, 0), content(1, 0), link(1, 0)] }),
    ]);
    const pages = all(objects, PAGE);
    const links = all(objects, /\/S \/Link /);
    expect([pages.length, links.length]).toEqual([2, 2]);
    links.forEach(([own, { text }], index) => {
      const [page, { text: pageText }] = pages[index] ?? [0, { text: '' }];
      const [, annotation] = /<< \/Type \/OBJR \/Obj (\d+) 0 R \/Pg (\d+) 0 R >>/.exec(text) ?? [];
      expect(text).toContain(`/Pg ${page} 0 R >>] /Pg ${page} 0 R`);
      expect(pageText).toContain(`/Annots [${annotation} 0 R]`);
      const key = /\/StructParent (\d+)/.exec(objects.get(Number(annotation))?.text ?? '')?.[1];
      expect(only(objects, /\/ParentTree /)[1].text).toContain(` ${key} ${own} 0 R`);
    });
  });
});

describe('a bug', () => {
  test.each([
    ['a piece of text with two elements', [content(0, 0), element({ children: [content(0, 0)] }), content(1, 0)]],
    ['a piece of text with none', [content(0, 0)]],
    ['a piece of text that is not there', [content(0, 0), content(1, 0), content(1, 1)]],
  ])('is %s', (_, children) => {
    expect(() => structured(children)).toThrow('marked content must be in exactly one structure element');
  });

  test('is a link that holds an element', () => {
    const part = element({ role: 'Span', children: [content(0, 0)] });
    expect(() => structured([element({ role: 'Link', children: [part] })])).toThrow('a link holds an element');
  });

  test('is a link that is not there', () => {
    expect(() => structured([link(0, 2)])).toThrow('the structure names link 2, which is not there');
  });
});
