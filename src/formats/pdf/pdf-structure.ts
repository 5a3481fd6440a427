import type { MarkedContent, PdfElement } from 'pdfkit';
import type { Area, LinkAnnotation, PagedLetter, StructureChild, StructureElement } from '../../model/page.ts';
import type { LetterDocument } from './pdf-document.ts';

/**
 * Adds the structure tree of a letter (ISO 32000-1, 14.7): the structure elements with their marked content and links,
 * the parent tree, which maps marked content and links to their elements, and the tree of element IDs. The document
 * must already contain all pages.
 */
export function addStructure(letter: PagedLetter, document: LetterDocument): void {
  const contentsByPage = letter.pages.map((page, index) => registerMarkedContent(page.contents, index, document));
  /** The marked content that no element contains yet. */
  const unassignedContents = new Set(contentsByPage.flat());
  const identifiedElements: (readonly [id: string, element: PdfElement])[] = [];

  function addElement(structureElement: StructureElement, parent?: PdfElement): void {
    const { role: structureType, id, numbering, alternative, language, children } = structureElement;
    const element = document.struct(structureType, language === undefined ? {} : { lang: language });
    const { data } = element.dictionary;
    if (numbering !== undefined) data['A'] = { O: 'List', ListNumbering: numbering };
    // Without a scope, a reader may take a head of a column for that of a row (ISO 32000-1, 14.8.5.7).
    if (structureType === 'TH') data['A'] = { O: 'Table', Scope: 'Column' };
    if (alternative !== undefined) {
      data['Alt'] = new String(alternative);
      data['A'] = figureLayout(areaOfFigure(structureElement, letter), letter.sheet.height);
    }
    if (id !== undefined) {
      data['ID'] = new String(id);
      identifiedElements.push([id, element]);
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
      const content = contentsByPage[child.page]?.[child.content];
      if (content === undefined || !unassignedContents.delete(content))
        throw new Error('marked content must be in exactly one structure element');
      parent.add(content);
    } else {
      const link = letter.pages[child.page]?.links[child.link];
      if (link === undefined) throw new Error(`the structure names link ${child.link}, which is not there`);
      addLink(link, child.page, parent, document);
    }
  }

  addElement(letter.structure);
  if (unassignedContents.size > 0) throw new Error('marked content must be in exactly one structure element');
  const { data: rootData } = document.getStructTreeRoot();
  rootData['RoleMap'] = ROLE_MAP;
  // The root of a number tree has no `Limits` (ISO 32000-1, 7.9.7), which pdfkit would write.
  Object.assign(rootData['ParentTree'] as object, { limits: false });
  if (identifiedElements.length > 0) rootData['IDTree'] = { Names: nameTreeEntries(identifiedElements) };
}

/** Returns the area of the picture that a figure has on its page. */
function areaOfFigure({ children }: StructureElement, { pages }: PagedLetter): Area {
  const [content] = children;
  const pictures = content?.kind === 'content' ? (pages[content.page]?.pictures ?? []) : [];
  const picture = pictures.find(({ contentId }) => content?.kind === 'content' && contentId === content.content);
  if (picture === undefined) throw new Error('a figure has no picture');
  return picture.area;
}

/** The layout attributes of a figure (ISO 32000-1, 14.8.5.4): a block of its own, with its bounding box on the page. */
function figureLayout({ x, y, width, height }: Area, sheetHeight: number): object {
  const bottom = sheetHeight - y - height;
  return {
    O: 'Layout',
    Placement: 'Block',
    BBox: [x, bottom, x + width, bottom + height],
    Width: width,
    Height: height,
  };
}

/**
 * The structure types that PDF 1.7 lacks, each with the standard type that it stands for (ISO 32000-1, 14.7.3). They are
 * those of PDF 2.0 (ISO 32000-2, 14.8.4.7.2).
 */
const ROLE_MAP = { Strong: 'Span', Em: 'Span' };

/**
 * Registers the marked content of a page, given by its structure types in the order of MCIDs, which pdfkit assigns from
 * 0. Each sequence is ended at once: `LetterDocument` ignores pdfkit's operators, and the actual sequences, with the
 * same MCIDs, are in the content stream of the page.
 */
function registerMarkedContent(
  structureTypes: readonly string[],
  page: number,
  document: LetterDocument,
): readonly MarkedContent[] {
  document.switchToPage(page);
  return structureTypes.map((type) => {
    const content = document.markStructureContent(type);
    document.endMarkedContent();
    return content;
  });
}

/**
 * Splits a link that continues on the next page into one element for each page. pdfkit writes the same page for all
 * annotations of an element, the page that is current when the element ends. Other elements than links have no
 * annotations and are not split.
 */
function splitByPage(element: StructureElement): readonly StructureElement[] {
  if (element.role !== 'Link') return [element];
  const childrenByPage = new Map<number, StructureChild[]>();
  for (const child of element.children) {
    if (child.kind === 'element') throw new Error('a link holds an element');
    const pageChildren = childrenByPage.get(child.page);
    if (pageChildren === undefined) childrenByPage.set(child.page, [child]);
    else pageChildren.push(child);
  }
  return Array.from(childrenByPage.values(), (children) => ({ ...element, children }));
}

/** Adds a link annotation (ISO 32000-1, 12.5.6.5) to a page and to its structure element. */
function addLink(link: LinkAnnotation, page: number, element: PdfElement, document: LetterDocument): void {
  const { x, y, width, height } = link.area;
  const options = { Contents: new String(link.description), structParent: element };
  const { destination } = link;
  if (destination.kind === 'address') {
    document.switchToPage(page);
    document.link(x, y, width, height, asciiUri(destination.url), options);
  } else {
    const { dictionary, height: pageHeight } = document.switchToPage(destination.page);
    const explicitDestination = [dictionary, 'XYZ', 0, pageHeight - destination.y, null];
    document.switchToPage(page);
    document.annotate(x, y, width, height, { Subtype: 'Link', Dest: explicitDestination, ...options });
  }
}

/** Percent-encodes a URL, because a URI in a PDF consists of 7-bit ASCII (ISO 32000-1, 12.6.4.7). */
function asciiUri(url: string): string {
  return url.replaceAll(/[^\u0020-\u007E]+/g, encodeURIComponent);
}

/** Returns the array `Names` of a name tree, in which keys and values alternate, sorted by key (ISO 32000-1, 7.9.6). */
function nameTreeEntries(
  identifiedElements: readonly (readonly [id: string, element: PdfElement])[],
): readonly unknown[] {
  const sorted = identifiedElements.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sorted.flatMap(([id, { dictionary }]) => [new String(id), dictionary]);
}
