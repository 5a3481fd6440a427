import { recurringCache } from '../model/bounded-cache.ts';
import type { PagedLetter, StructureChild, StructureElement } from '../model/page.ts';
import { containerOf, type Container } from './pdf-container.ts';
import { linkAnnotation, type PageObjects } from './pdf-links.ts';
import type { PdfObjects } from './pdf-objects.ts';
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
export type WriteStructure = (letter: PagedLetter, pages: PageObjects, file: PdfObjects) => WrittenStructure;

/** Structures kept per generation: letters differ in their words more often than in their parts. */
const REMEMBERED_STRUCTURES = 300;

/** All objects of a structure, and its links in the order of their keys, which follow those of the pages. */
interface Structure {
  readonly container: Container;
  readonly links: readonly LinkPlace[];
}

interface LinkPlace {
  readonly page: number;
  readonly link: number;
}

/** Opens the writing of structures in a run. Those of letters that consist of the same parts are written once. */
export function openStructures(): WriteStructure {
  const structures = recurringCache<Structure>(REMEMBERED_STRUCTURES);

  return (letter, pages, file) => {
    const count = 1 + elementsIn(letter.structure);
    const root = file.reserve(count + 1);
    const contents = letter.pages.map((page) => page.contents.length);
    const key = `${root} ${pages.objects.join()} ${contents.join()} ${shapeOf(letter.structure)}`;
    const { container, links } = structures.recall(key, () => structureOf(letter, { root, count, pages }));
    const annotations: number[][] = letter.pages.map(() => []);
    links.forEach(({ page, link }, index) => {
      const own = letter.pages[page]?.links[link];
      if (own === undefined) throw new Error(`the structure names link ${link}, which is not there`);
      annotations[page]?.push(file.add(linkAnnotation(own, letter.pages.length + index, pages)));
    });
    file.putContainer(container);
    return { root, annotations };
  };
}

function elementsIn({ children }: StructureElement): number {
  let count = 1;
  for (const child of children) if (child.kind === 'element') count += elementsIn(child);
  return count;
}

/** The same for two structures exactly if they have the same elements with contents and links of the same numbers. */
function shapeOf({ role, id, numbering, language, children }: StructureElement): string {
  let shape = `${role} ${id ?? ''} ${numbering ?? ''} ${language ?? ''}(`;
  for (const child of children) {
    if (child.kind === 'element') shape += shapeOf(child);
    else if (child.kind === 'content') shape += `${child.page}.${child.content},`;
    else shape += `${child.page}>${child.link},`;
  }
  return `${shape})`;
}

/** What the numbers of objects are: the root's, then those of the elements, that of their container, and those of the links. */
interface Numbering {
  readonly root: number;
  /** Of the root and the elements. */
  readonly count: number;
  readonly pages: PageObjects;
}

function structureOf(letter: PagedLetter, { root, count, pages }: Numbering): Structure {
  const bodies: string[] = [''];
  // Keys of the tree: first the pages, then the links as they come.
  const contentParents = letter.pages.map(({ contents }) => contents.map((): number | undefined => undefined));
  const linkParents: number[] = [];
  const links: LinkPlace[] = [];
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
    links.push({ page: child.page, link: child.link });
    linkParents.push(own);
    return `<</Type/OBJR/Pg ${reference(page)}/Obj ${reference(root + count + links.length)}>>`;
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

  function addElement({ role, id, numbering, language, children }: StructureElement, parent: number): number {
    const own = root + bodies.push('') - 1;
    if (id !== undefined) ids.set(id, own);
    const page = children.find((child) => child.kind === 'content')?.page;
    bodies[own - root] =
      `<</Type/StructElem/S/${role}/P ${reference(parent)}` +
      (numbering === undefined ? '' : `/A<</O/List/ListNumbering/${numbering}>>`) +
      (language === undefined ? '' : `/Lang${pdfText(language)}`) +
      (id === undefined ? '' : `/ID${pdfText(id)}`) +
      (page === undefined ? '' : `/Pg ${reference(objectOf(page))}`) +
      `/K[${children.map((child) => childOf(child, own, page)).join(' ')}]>>`;
    return own;
  }

  const top = addElement(letter.structure, root);
  const parents = [...contentParents.map(listOf), ...linkParents.map(reference)];
  const names = [...ids].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([id, own]) => pdfText(id) + reference(own));
  bodies[0] =
    `<</Type/StructTreeRoot/K[${reference(top)}]/ParentTreeNextKey ${parents.length}` +
    `/ParentTree<</Nums[${parents.map((parent, key) => `${key} ${parent}`).join(' ')}]>>` +
    (names.length === 0 ? '' : `/IDTree<</Names[${names.join(' ')}]>>`) +
    '>>';
  return {
    container: containerOf(
      root + count,
      bodies.map((body, index) => [root + index, body]),
    ),
    links,
  };
}

function listOf(parents: readonly (number | undefined)[]): string {
  return `[${parents.map((parent) => (parent === undefined ? 'null' : reference(parent))).join(' ')}]`;
}
