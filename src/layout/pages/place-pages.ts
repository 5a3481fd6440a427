import type {
  Area,
  Bookmark,
  Destination,
  LinkAnnotation,
  Page,
  PagedLetter,
  StructureChild,
  StructureElement,
} from '../../model/page.ts';
import type { LeafLink, LinkTarget, SetNote, Tag } from '../galley.ts';
import type { LayoutContext } from '../layout-context.ts';
import { type PlacedRow, type PlacedZone, placeZone } from './place-zone.ts';

/** The rows of a page: the running head, the text with the notes below it, and the folio (page number). */
export interface PlacedRowsOfPage {
  readonly runningHead: readonly PlacedRow[];
  readonly text: readonly PlacedRow[];
  readonly folio: readonly PlacedRow[];
}

/** The structure of a letter, in which leaves stand for marked content, and its notes. */
export interface LetterStructure {
  readonly structure: Tag;
  readonly notes: readonly SetNote[];
}

/** The parts of a paged letter that depend on the positions of its rows. */
export type PlacedLetter = Pick<PagedLetter, 'pages' | 'structure' | 'bookmarks'>;

/**
 * Positions the rows of all pages: numbers the marked content of each page (MCIDs), resolves links to areas and
 * destinations, and replaces the leaves of the structure by references to marked content. `describeTarget` returns the
 * description of a link that has none of its own.
 */
export function placePages(
  rowsByPage: readonly PlacedRowsOfPage[],
  { notes, structure }: LetterStructure,
  describeTarget: (target: LinkTarget) => string,
  context: LayoutContext,
): PlacedLetter {
  const textRowsByPage = rowsByPage.map(({ text }) => text);
  const resolveDestination = createDestinationResolver(textRowsByPage, notes);
  const createLink = ({ target, description }: LeafLink, area: Area): LinkAnnotation => {
    return { area, destination: resolveDestination(target), description: description ?? describeTarget(target) };
  };
  const references = new Map<number, StructureChild[]>();
  const pages = rowsByPage.map(({ runningHead, text, folio }, pageIndex): Page => {
    const placeRows = (rows: readonly PlacedRow[]): PlacedZone => placeZone(rows, pageIndex, createLink, context);
    const textZone = placeRows(text);
    for (const [leafNumber, reference] of textZone.references) {
      const leafReferences = references.get(leafNumber);
      if (leafReferences === undefined) references.set(leafNumber, [reference]);
      else leafReferences.push(reference);
    }
    const zones = [placeRows(runningHead), textZone, placeRows(folio)].filter(({ lines }) => lines.length > 0);
    return {
      contents: textZone.contents,
      zones: zones.map(({ lines }) => ({ lines })),
      rules: zones.flatMap(({ rules }) => rules),
      pictures: textZone.pictures,
      links: textZone.links,
    };
  });
  return { pages, structure: buildStructure(structure, references), bookmarks: collectBookmarks(textRowsByPage) };
}

/**
 * The references of each leaf to marked content and link annotations, in reading order. The key is the number of the
 * leaf in the letter.
 */
type LeafReferences = ReadonlyMap<number, readonly StructureChild[]>;

/**
 * Builds the structure tree of the letter from its tags: replaces each leaf by its references. `outerOffset` is the sum
 * of the leaf offsets of the tag's ancestors.
 */
function buildStructure(
  { leafOffset: ownOffset, ...tagFields }: Tag,
  references: LeafReferences,
  outerOffset: number = 0,
): StructureElement {
  const offset = outerOffset + (ownOffset ?? 0);
  const children: StructureChild[] = [];
  for (const child of tagFields.children) {
    if (child.kind === 'tag') children.push(buildStructure(child, references, offset));
    else children.push(...(references.get(offset + child.number) ?? []));
  }
  return { ...tagFields, kind: 'element', children };
}

/** Collects the bookmarks of all headings, with their positions. */
function collectBookmarks(textRowsByPage: readonly (readonly PlacedRow[])[]): readonly Bookmark[] {
  const bookmarks: Bookmark[] = [];
  textRowsByPage.forEach((rows, pageIndex) => {
    for (const { row, y } of rows)
      if (row.bookmark !== undefined) bookmarks.push({ ...row.bookmark, page: pageIndex, y });
  });
  return bookmarks;
}

/** A position on a page, in points from its top. Pages count from 0. */
interface PagePosition {
  readonly page: number;
  readonly y: number;
}

/**
 * Returns a function that resolves a link target to its destination: the top of the first row of a note, or of the line
 * that has its first mark. The function throws an error if the target is on no page.
 */
function createDestinationResolver(
  textRowsByPage: readonly (readonly PlacedRow[])[],
  notes: readonly SetNote[],
): (target: LinkTarget) => Destination {
  const noteNumbers = new Map(notes.map(({ number, rows: [firstRow] }) => [firstRow, number]));
  const notePositions = new Map<number, PagePosition>();
  const markPositions = new Map<number, PagePosition>();
  textRowsByPage.forEach((rows, pageIndex) => {
    for (const { row, y } of rows) {
      const position = { page: pageIndex, y };
      const noteNumber = noteNumbers.get(row);
      if (noteNumber !== undefined) notePositions.set(noteNumber, position);
      for (const { noteNumbers: marks, baseline } of row.lines) {
        // The first line of a row is at its top, and so are all lines of a row that is no row of a table.
        const lineTop = y + baseline - (row.lines[0]?.baseline ?? 0);
        for (const number of marks)
          if (!markPositions.has(number)) markPositions.set(number, { page: pageIndex, y: lineTop });
      }
    }
  });
  return (target) => {
    if (target.kind === 'address') return target;
    const position = (target.kind === 'note' ? notePositions : markPositions).get(target.number);
    if (position === undefined) throw new Error(`the ${target.kind} ${target.number} is on no page`);
    return { kind: 'place', ...position };
  };
}
