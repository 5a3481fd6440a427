import { type PdfObjects, dictionary, list, numberTree, text, word } from './pdf-objects.ts';
import { type Element, elementsOf, readStructure } from './structure-tree.ts';

/** The faults that a check found, and the number of objects that it looked at, so that a test can require some. */
export interface Checked {
  readonly faults: readonly string[];
  readonly looked: number;
}

/**
 * Checks that every link annotation has one structure element, which names the page of the annotation, that its
 * `/StructParent` refers to that element, and that it has a text alternative. veraPDF does not check the page.
 */
export function checkLinks(objects: PdfObjects): Checked {
  const { all, catalogue, pages } = objects;
  const parents = numberTree(dictionary(catalogue['/StructTreeRoot'], all)['/ParentTree'], all);
  const links = elementsOf(readStructure(objects)).filter(({ role }) => role === 'Link');
  const faults: string[] = [];
  let looked = 0;
  for (const page of pages) {
    for (const annotation of list(dictionary(page, all)['/Annots'], all).map(word)) {
      looked += 1;
      const data = dictionary(annotation, all);
      if (data['/Subtype'] !== '/Link') faults.push(`${annotation} is no link`);
      if (text(data['/Contents'], all).trim() === '') faults.push(`${annotation} says nothing of itself`);
      const owners = links.filter(({ annotations }) => annotations.some((each) => each.annotation === annotation));
      if (owners.length !== 1) faults.push(`${annotation} has ${owners.length} elements`);
      for (const owner of owners) {
        if (parents.get(Number(data['/StructParent'])) !== owner.own) {
          faults.push(`${annotation} leads to an element that is not its own`);
        }
        const places = owner.annotations.filter((each) => each.annotation === annotation);
        if (places.some((each) => each.page !== page)) faults.push(`${annotation} is said to be on another page`);
      }
    }
  }
  return { faults, looked };
}

/** Checks that the parent tree has the right element for every marked content that an element refers to. */
export function checkContents(objects: PdfObjects): Checked {
  const { all, catalogue } = objects;
  const parents = numberTree(dictionary(catalogue['/StructTreeRoot'], all)['/ParentTree'], all);
  const faults: string[] = [];
  let looked = 0;
  for (const { own, role, contents } of elementsOf(readStructure(objects))) {
    for (const { page, id } of contents) {
      looked += 1;
      const pieces = list(parents.get(Number(dictionary(page, all)['/StructParents'])), all);
      if (pieces[id] !== own) faults.push(`piece ${id} of page ${page} does not lead back to its ${role} ${own}`);
    }
  }
  return { faults, looked };
}

/**
 * Checks that every note has a unique identifier, a label and a paragraph, and that every mark has a note: the link of
 * the mark leads to the page of the note, and the link in the label of the note back to the page of the mark.
 */
export function checkNotes(objects: PdfObjects): Checked {
  const { all } = objects;
  const elements = elementsOf(readStructure(objects));
  const notes = elements.filter(({ role }) => role === 'Note');
  const references = elements.filter(({ role }) => role === 'Reference');
  const linksBack = notes.map(({ children }) =>
    linkIn(
      children.find(({ role }) => role === 'Lbl'),
      all,
    ),
  );
  const linksOut = references.map((reference) => linkIn(reference, all));
  const ids = notes.map(({ data }) => text(data['/ID'], all));
  const faults = [
    ...(ids.includes('') ? ['a note has no identifier'] : []),
    ...(new Set(ids).size === ids.length ? [] : ['two notes have the same identifier']),
    ...notes.flatMap(({ own, children }) =>
      ['Lbl', 'P']
        .filter((role) => children.every((child) => child.role !== role))
        .map((role) => `${own} has no ${role}`),
    ),
    ...(references.length === notes.length ? [] : [`${references.length} marks have ${notes.length} notes`]),
    ...references.flatMap(({ own }, index) =>
      leadsTo(linksOut[index], linksBack[index]) ? [] : [`the mark ${own} does not lead to its note`],
    ),
    ...notes.flatMap(({ own }, index) =>
      leadsTo(linksBack[index], linksOut[index]) ? [] : [`the note ${own} does not lead back to its mark`],
    ),
  ];
  return { faults, looked: notes.length };
}

/** The page of a link, and the page that it leads to; undefined if there is no link with a destination. */
type LinkPages = { readonly on: string; readonly to: string } | undefined;

/** Returns the pages of the first link in an element. */
function linkIn(element: Element | undefined, all: PdfObjects['all']): LinkPages {
  const link = element?.children.find(({ role }) => role === 'Link')?.annotations[0];
  if (link === undefined) return undefined;
  const [page] = list(dictionary(link.annotation, all)['/Dest'], all);
  return page === undefined ? undefined : { on: link.page, to: word(page) };
}

function leadsTo(link: LinkPages, target: LinkPages): boolean {
  return link !== undefined && link.to === target?.on;
}

/**
 * Checks that every list declares its numbering, and that its items have a body, and a label unless the numbering is
 * `/None`.
 */
export function checkLists(objects: PdfObjects): Checked {
  const { all } = objects;
  const lists = elementsOf(readStructure(objects)).filter(({ role }) => role === 'L');
  const faults = lists.flatMap(({ own, data, children }) => {
    const numbering = dictionary(data['/A'], all)['/ListNumbering'];
    const expected = numbering === '/None' ? 'LBody' : 'Lbl LBody';
    return [
      ...(['/Decimal', '/Disc', '/None'].includes(word(numbering)) ? [] : [`${own} does not say how it is numbered`]),
      ...(children.length > 0 && children.every(({ role }) => role === 'LI') ? [] : [`${own} holds what is no item`]),
      ...children
        .filter((item) => item.children.map(({ role }) => role).join(' ') !== expected)
        .map((item) => `the item ${item.own} is not made of ${expected}`),
    ];
  });
  return { faults, looked: lists.length };
}

/** Checks that every figure has words that stand for it, and its area, which is on the page. */
export function checkFigures(objects: PdfObjects): Checked {
  const { all } = objects;
  const figures = elementsOf(readStructure(objects)).filter(({ role }) => role === 'Figure');
  const faults = figures.flatMap(({ own, data, contents }) => {
    const box = list(dictionary(data['/A'], all)['/BBox'], all).map(Number);
    const page = list(dictionary(contents[0]?.page ?? null, all)['/MediaBox'], all).map(Number);
    const [left = 0, bottom = 0, right = 0, top = 0] = box;
    const [, , width = 0, height = 0] = page;
    const isOnPage = left >= 0 && bottom >= 0 && right <= width && top <= height && left < right && bottom < top;
    return [
      ...(text(data['/Alt'] ?? '', all) === '' ? [`the figure ${own} has no words`] : []),
      ...(contents.length === 1 ? [] : [`the figure ${own} has ${contents.length} contents`]),
      ...(isOnPage ? [] : [`the figure ${own} is not on its page`]),
    ];
  });
  return { faults, looked: figures.length };
}

const ACTIVE = /^\/(?:JavaScript|JS|Launch|SubmitForm|ImportData|RichMedia|Movie|Sound|OpenAction|AA)$/;

/** Checks that nothing in the file runs code, opens another file or has a `file:` address. */
export function checkHarmless({ all }: PdfObjects): Checked {
  const faults: string[] = [];
  let looked = 0;
  const walk = (value: unknown, place: string): void => {
    looked += 1;
    if (typeof value === 'string') {
      if (ACTIVE.test(value) || /\bfile:/i.test(value)) faults.push(`${place} holds ${value}`);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (ACTIVE.test(key)) faults.push(`${place} has ${key}`);
        walk(inner, place);
      }
    }
  };
  for (const [place, value] of all) walk(value, place);
  return { faults, looked };
}
