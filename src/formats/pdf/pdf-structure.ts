import type { MarkedContent, PdfElement } from 'pdfkit';
import type { LinkAnnotation, PagedLetter, StructureChild, StructureElement } from '../../model/page.ts';
import type { LetterDocument } from './pdf-document.ts';

/**
 * Adds the structure tree of a letter (ISO 32000-1, 14.7): elements with their marked content and links, the parent tree
 * that leads from these back to their elements, and the names of elements. The document has all pages already.
 */
export function addStructure(letter: PagedLetter, document: LetterDocument): void {
  const contents = letter.pages.map((page, index) => markedContents(page.contents, index, document));
  const unowned = new Set(contents.flat());
  const ids: (readonly [id: string, element: PdfElement])[] = [];

  function addElement({ type: role, id, numbering, language, children }: StructureElement, parent?: PdfElement): void {
    const element = document.struct(role, language === undefined ? {} : { lang: language });
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
      for (const part of dividedByPage(child)) addElement(part, parent);
    } else if (child.kind === 'content') {
      const content = contents[child.page]?.[child.content];
      if (content === undefined || !unowned.delete(content)) throw new Error('a piece of text has no or two elements');
      parent.add(content);
    } else {
      const link = letter.pages[child.page]?.links[child.link];
      if (link === undefined) throw new Error(`the structure names link ${child.link}, which is not there`);
      addLink(link, child.page, parent, document);
    }
  }

  addElement(letter.structure);
  if (unowned.size > 0) throw new Error('a piece of text has no or two elements');
  const { data: root } = document.getStructTreeRoot();
  // The root of a number tree has no limits (ISO 32000-1, 7.9.7).
  Object.assign(root['ParentTree'] as object, { limits: false });
  if (ids.length > 0) root['IDTree'] = { Names: namesOf(ids) };
}

/** Opens the marked content of a page, in the order of its numbers. */
function markedContents(roles: readonly string[], page: number, document: LetterDocument): readonly MarkedContent[] {
  document.switchToPage(page);
  return roles.map((role) => {
    const content = document.markStructureContent(role);
    document.endMarkedContent();
    return content;
  });
}

/**
 * pdfkit takes all annotations of an element to be on the page that is open when the element ends, so a link that goes
 * on overleaf becomes an element on each page. No other element has annotations.
 */
function dividedByPage(element: StructureElement): readonly StructureElement[] {
  if (element.type !== 'Link') return [element];
  const parts = new Map<number, StructureChild[]>();
  for (const child of element.children) {
    if (child.kind === 'element') throw new Error('a link holds an element');
    const part = parts.get(child.page);
    if (part === undefined) parts.set(child.page, [child]);
    else part.push(child);
  }
  return Array.from(parts.values(), (children) => ({ ...element, children }));
}

/** Adds the annotation of a link (ISO 32000-1, 12.5.6.5) to a page, as a part of its element. */
function addLink(link: LinkAnnotation, page: number, element: PdfElement, document: LetterDocument): void {
  const { x, y, width, height } = link.area;
  const options = { Contents: new String(link.description), structParent: element };
  const { destination } = link;
  if (destination.kind === 'address') {
    document.switchToPage(page);
    document.link(x, y, width, height, inAscii(destination.url), options);
  } else {
    const { dictionary, height: top } = document.switchToPage(destination.page);
    const place = [dictionary, 'XYZ', 0, top - destination.y, null];
    document.switchToPage(page);
    document.annotate(x, y, width, height, { Subtype: 'Link', Dest: place, ...options });
  }
}

/** A URI in PDF has seven bits. */
function inAscii(url: string): string {
  return url.replaceAll(/[^\u0020-\u007E]+/g, encodeURIComponent);
}

/** The entries of a name tree (ISO 32000-1, 7.9.6), in order of their keys. */
function namesOf(ids: readonly (readonly [id: string, element: PdfElement])[]): readonly unknown[] {
  const sorted = ids.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sorted.flatMap(([id, { dictionary }]) => [new String(id), dictionary]);
}
