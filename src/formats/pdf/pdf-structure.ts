import type { MarkedContent, PdfElement } from 'pdfkit';
import type { LinkAnnotation, PagedLetter, StructureChild, StructureElement } from '../../model/page.ts';
import type { LetterDocument } from './pdf-document.ts';

/**
 * Adds the structure tree of a letter (ISO 32000-1, 14.7): the elements with their marked content and links, the parent
 * tree from these to their elements, and the IDs of elements. All pages must already be in the document.
 */
export function addStructure(letter: PagedLetter, document: LetterDocument): void {
  const contents = letter.pages.map((page, index) => markedContents(page.contents, index, document));
  /** Marked content that has no element yet. */
  const pending = new Set(contents.flat());
  const ids: (readonly [id: string, element: PdfElement])[] = [];

  function addElement(
    { role: structureType, id, numbering, language, children }: StructureElement,
    parent?: PdfElement,
  ): void {
    const element = document.struct(structureType, language === undefined ? {} : { lang: language });
    const { data } = element.dictionary;
    if (numbering !== undefined) data['A'] = { O: 'List', ListNumbering: numbering };
    if (id !== undefined) {
      data['ID'] = new String(id);
      ids.push([id, element]);
    }
    if (parent === undefined) document.addStructure(element);
    else parent.add(element);
    for (const child of children) addChild(child, element);
    element.end();
  }

  function addChild(child: StructureChild, parent: PdfElement): void {
    if (child.kind === 'element') {
      for (const part of splitByPage(child)) addElement(part, parent);
    } else if (child.kind === 'content') {
      const content = contents[child.page]?.[child.content];
      if (content === undefined || !pending.delete(content))
        throw new Error('marked content must be in exactly one structure element');
      parent.add(content);
    } else {
      const link = letter.pages[child.page]?.links[child.link];
      if (link === undefined) throw new Error(`the structure names link ${child.link}, which is not there`);
      addLink(link, child.page, parent, document);
    }
  }

  addElement(letter.structure);
  if (pending.size > 0) throw new Error('marked content must be in exactly one structure element');
  const { data: root } = document.getStructTreeRoot();
  // The root of a number tree has no `Limits` (ISO 32000-1, 7.9.7), which pdfkit would write.
  Object.assign(root['ParentTree'] as object, { limits: false });
  if (ids.length > 0) root['IDTree'] = { Names: nameTreeEntries(ids) };
}

/** Opens the marked content of a page in the order of MCIDs, which pdfkit assigns from 0. */
function markedContents(types: readonly string[], page: number, document: LetterDocument): readonly MarkedContent[] {
  document.switchToPage(page);
  return types.map((type) => {
    const content = document.markStructureContent(type);
    document.endMarkedContent();
    return content;
  });
}

/**
 * Splits a link that continues on the next page into one element for each page, because pdfkit writes the page that is
 * current at the end of an element for all of its annotations. Other elements have no annotations.
 */
function splitByPage(element: StructureElement): readonly StructureElement[] {
  if (element.role !== 'Link') return [element];
  const parts = new Map<number, StructureChild[]>();
  for (const child of element.children) {
    if (child.kind === 'element') throw new Error('a link holds an element');
    const part = parts.get(child.page);
    if (part === undefined) parts.set(child.page, [child]);
    else part.push(child);
  }
  return Array.from(parts.values(), (children) => ({ ...element, children }));
}

/** Adds a link annotation (ISO 32000-1, 12.5.6.5) to a page, and to its structure element. */
function addLink(link: LinkAnnotation, page: number, element: PdfElement, document: LetterDocument): void {
  const { x, y, width, height } = link.area;
  const options = { Contents: new String(link.description), structParent: element };
  const { destination } = link;
  if (destination.kind === 'address') {
    document.switchToPage(page);
    document.link(x, y, width, height, asciiUri(destination.url), options);
  } else {
    const { dictionary, height: top } = document.switchToPage(destination.page);
    const target = [dictionary, 'XYZ', 0, top - destination.y, null];
    document.switchToPage(page);
    document.annotate(x, y, width, height, { Subtype: 'Link', Dest: target, ...options });
  }
}

/** Percent-encodes a URL, as a URI in PDF consists of 7-bit ASCII (ISO 32000-1, 12.6.4.7). */
function asciiUri(url: string): string {
  return url.replaceAll(/[^\u0020-\u007E]+/g, encodeURIComponent);
}

/** The `Names` of a name tree: keys and values, sorted by key (ISO 32000-1, 7.9.6). */
function nameTreeEntries(ids: readonly (readonly [id: string, element: PdfElement])[]): readonly unknown[] {
  const sorted = ids.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sorted.flatMap(([id, { dictionary }]) => [new String(id), dictionary]);
}
