import type { PagedLetter, StructureChild, StructureElement } from '../model/page.ts';
import type { PdfFile } from './pdf-file.ts';
import { linkAnnotation, type PageObjects } from './pdf-links.ts';
import { pdfText, reference } from './pdf-syntax.ts';

/** The structure of a letter, written: its root, and the annotations of each page. */
export interface WrittenStructure {
  readonly root: number;
  readonly annotations: readonly (readonly number[])[];
}

/**
 * Writes what the letter consists of (ISO 32000-1, 14.7): elements that know their text and links, and a tree that leads
 * from these back to their elements. A page's key in that tree is its number.
 */
export function writeStructure(letter: PagedLetter, pages: PageObjects, file: PdfFile): WrittenStructure {
  // Keys of the tree: first the pages, then the links as they come.
  const contentParents = letter.pages.map(({ contents }) => contents.map((): number | undefined => undefined));
  const linkParents: number[] = [];
  const annotations: number[][] = letter.pages.map(() => []);
  const ids = new Map<string, number>();

  /** A piece of text on the page that the element names is told by its number alone. */
  function childOf(child: StructureChild, own: number, ownPage: number | undefined): string {
    if (child.kind === 'element') return reference(addElement(child, own));
    const page = objectOf(child.page);
    if (child.kind === 'content') {
      noteParent(child.page, child.content, own);
      return child.page === ownPage
        ? String(child.content)
        : `<</Type/MCR/Pg ${reference(page)}/MCID ${child.content}>>`;
    }
    return `<</Type/OBJR/Pg ${reference(page)}/Obj ${reference(addLink(child.page, child.link, own))}>>`;
  }

  function objectOf(page: number): number {
    const object = pages.objects[page];
    if (object === undefined) throw new Error(`the structure names page ${page}, which is not there`);
    return object;
  }

  function noteParent(page: number, content: number, own: number): void {
    const parents = contentParents[page];
    if (parents === undefined || content >= parents.length || parents[content] !== undefined) {
      throw new Error('a piece of text has no or two elements');
    }
    parents[content] = own;
  }

  function addLink(page: number, number: number, own: number): number {
    const link = letter.pages[page]?.links[number];
    if (link === undefined) throw new Error(`the structure names link ${number}, which is not there`);
    const annotation = file.add(linkAnnotation(link, pages.objects.length + linkParents.length, pages));
    linkParents.push(own);
    annotations[page]?.push(annotation);
    return annotation;
  }

  function addElement({ role, id, numbering, language, children }: StructureElement, parent: number): number {
    const own = file.reserve();
    if (id !== undefined) ids.set(id, own);
    const page = children.find((child) => child.kind === 'content')?.page;
    file.put(
      own,
      `<</Type/StructElem/S/${role}/P ${reference(parent)}` +
        (numbering === undefined ? '' : `/A<</O/List/ListNumbering/${numbering}>>`) +
        (language === undefined ? '' : `/Lang${pdfText(language)}`) +
        (id === undefined ? '' : `/ID${pdfText(id)}`) +
        (page === undefined ? '' : `/Pg ${reference(objectOf(page))}`) +
        `/K[${children.map((child) => childOf(child, own, page)).join(' ')}]>>`,
    );
    return own;
  }

  const root = file.reserve();
  const top = addElement(letter.structure, root);
  const parents = [...contentParents.map(listOf), ...linkParents.map(reference)];
  const names = [...ids].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([id, own]) => pdfText(id) + reference(own));
  file.put(
    root,
    `<</Type/StructTreeRoot/K[${reference(top)}]/ParentTreeNextKey ${parents.length}` +
      `/ParentTree<</Nums[${parents.map((parent, key) => `${key} ${parent}`).join(' ')}]>>` +
      (names.length === 0 ? '' : `/IDTree<</Names[${names.join(' ')}]>>`) +
      '>>',
  );
  return { root, annotations };
}

function listOf(parents: readonly (number | undefined)[]): string {
  return `[${parents.map((parent) => (parent === undefined ? 'null' : reference(parent))).join(' ')}]`;
}
