import type { PagedLetter, StructureChild, StructureElement } from '../model/page.ts';
import { addLink } from './pdf-links.ts';
import { pdfText, type PdfDictionary, type PdfFile, type PdfObject, type PdfPage, type PdfValue } from './pdf-file.ts';

/**
 * Writes what the letter consists of (ISO 32000-1, 14.7): elements that know their text and links, and a tree that leads
 * from these back to their elements.
 */
export function writeStructure(letter: PagedLetter, pages: readonly PdfPage[], file: PdfFile): void {
  // Keys of the tree: first the pages, then the links as they come.
  const contentParents: PdfValue[][] = letter.pages.map(({ contents }) => contents.map(() => null));
  const linkParents: PdfObject[] = [];
  const ids = new Map<string, PdfObject>();

  function pageAt(index: number): PdfPage {
    const page = pages[index];
    if (page === undefined) throw new Error(`the structure names page ${index}, which is not there`);
    return page;
  }

  function childOf(child: StructureChild, own: PdfObject): PdfValue {
    if (child.kind === 'element') return addElement(child, own);
    const page = pageAt(child.page);
    if (child.kind === 'content') {
      const parents = contentParents[child.page];
      if (parents?.[child.content] !== null) throw new Error('a piece of text has no or two elements');
      parents[child.content] = own;
      return { Type: 'MCR', Pg: page.dictionary, MCID: child.content };
    }
    const link = letter.pages[child.page]?.links[child.link];
    if (link === undefined) throw new Error(`the structure names link ${child.link}, which is not there`);
    const key = pages.length + linkParents.length;
    linkParents.push(own);
    return { Type: 'OBJR', Pg: page.dictionary, Obj: addLink(link, page, key, file, pages, letter.sheet.height) };
  }

  function addElement({ role, id, numbering, language, children }: StructureElement, parent: PdfObject): PdfObject {
    const data: PdfDictionary = { Type: 'StructElem', S: role, P: parent };
    const own = file.ref(data);
    if (numbering !== undefined) data['A'] = { O: 'List', ListNumbering: numbering };
    if (language !== undefined) data['Lang'] = pdfText(language);
    if (id !== undefined) {
      data['ID'] = pdfText(id);
      ids.set(id, own);
    }
    data['K'] = children.map((child) => childOf(child, own));
    own.end();
    return own;
  }

  const root = file.structureRoot;
  root.data['K'] = [addElement(letter.structure, root)];
  pages.forEach((page, key) => (page.dictionary.data['StructParents'] = key));
  root.data['ParentTree'] = { Nums: [...contentParents, ...linkParents].flatMap((parent, key) => [key, parent]) };
  root.data['ParentTreeNextKey'] = pages.length + linkParents.length;
  if (ids.size > 0) root.data['IDTree'] = { Names: [...ids].toSorted(byId).flatMap(([id, own]) => [pdfText(id), own]) };
}

function byId([a]: readonly [string, PdfObject], [b]: readonly [string, PdfObject]): number {
  return a < b ? -1 : 1;
}
