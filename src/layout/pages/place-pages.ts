import type {
  Area,
  MarkedContentId,
  Bookmark,
  Destination,
  Fragment,
  Line,
  LinkAnnotation,
  Page,
  PagedLetter,
  PlacedPicture,
  StructureType,
  RuleLine,
  StructureChild,
  StructureElement,
  Zone,
} from '../../model/page.ts';
import type {
  Leaf,
  LeafLink,
  LeafRange,
  LinkTarget,
  Row,
  SetLine,
  SetNote,
  SetPicture,
  SetRuleLine,
  Tag,
} from '../galley.ts';
import { leftEdgeOnSheet } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';

/** A row and the position of its top, in points from the top of the sheet. */
export interface PlacedRow {
  readonly row: Row;
  readonly y: number;
}

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

/**
 * A zone of a page whose lines have positions. Only the text zone has marked content, so its numbers (MCIDs) begin at 0
 * on each page.
 */
interface PlacedZone extends Zone {
  readonly rules: readonly RuleLine[];
  readonly pictures: readonly PlacedPicture[];
  /** The structure type of each item of marked content; the index is its MCID. */
  readonly contents: readonly StructureType[];
  readonly links: readonly LinkAnnotation[];
  /** For each item of marked content and each link, a reference to it and the number of its leaf in the letter. */
  readonly references: readonly (readonly [leafNumber: number, reference: StructureChild])[];
}

/** Positions the rows of a zone. `pageIndex` counts from 0. */
function placeZone(
  rows: readonly PlacedRow[],
  pageIndex: number,
  createLink: (link: LeafLink, area: Area) => LinkAnnotation,
  context: LayoutContext,
): PlacedZone {
  const contents: StructureType[] = [];
  const links: LinkAnnotation[] = [];
  const references: (readonly [number, StructureChild])[] = [];
  let currentLeafNumber: number | undefined;

  /** Returns the marked content that a leaf's text on a line, or its picture, belongs to. Consecutive text is one item. */
  function contentIdOf(leaf: Leaf | undefined, leafOffset: number): MarkedContentId {
    if (leaf === undefined) return 'artifact';
    const leafNumber = leafOffset + leaf.number;
    if (leafNumber !== currentLeafNumber) {
      references.push([leafNumber, { kind: 'content', page: pageIndex, content: contents.length }]);
      contents.push(leaf.role);
      currentLeafNumber = leafNumber;
    }
    return contents.length - 1;
  }

  function placeLine({ style, fragments, leafRanges, leafOffset, baseline: baselineInRow }: SetLine, y: number): Line {
    const baseline = y + baselineInRow;
    const contentStarts = leafRanges.map(({ firstFragment, leaf }) => ({
      first: firstFragment,
      contentId: contentIdOf(leaf, leafOffset),
    }));
    for (const [index, { leaf }] of leafRanges.entries()) {
      if (leaf?.link === undefined || leafRanges.findIndex((range) => range.leaf === leaf) < index) continue;
      references.push([leafOffset + leaf.number, { kind: 'link', page: pageIndex, link: links.length }]);
      links.push(createLink(leaf.link, linkArea(fragmentsOfLeaf(leaf, leafRanges, fragments), baseline)));
    }
    return { baseline, style, fragments, contents: contentStarts };
  }

  function placePicture({ picture, area, leaf, leafOffset }: SetPicture, y: number): PlacedPicture {
    const placedArea = { ...area, x: leftEdgeOnSheet(area, context), y: y + area.y };
    return { picture, area: placedArea, contentId: contentIdOf(leaf, leafOffset) };
  }

  const lines: Line[] = [];
  const rules: RuleLine[] = [];
  const pictures: PlacedPicture[] = [];
  for (const { row, y } of rows) {
    for (const picture of row.pictures) pictures.push(placePicture(picture, y));
    for (const line of row.lines) lines.push(placeLine(line, y));
    for (const rule of row.rules) rules.push(placeRule(rule, context, y));
  }
  return { lines, rules, pictures, contents, links, references };
}

function placeRule({ area, colour }: SetRuleLine, context: LayoutContext, y: number): RuleLine {
  return { area: { ...area, x: leftEdgeOnSheet(area, context), y: y + area.y }, colour };
}

/** Returns the fragments of a line that belong to a leaf. */
function fragmentsOfLeaf(
  leaf: Leaf,
  leafRanges: readonly LeafRange[],
  fragments: readonly Fragment[],
): readonly Fragment[] {
  return leafRanges.flatMap((range, index) =>
    range.leaf === leaf ? fragments.slice(range.firstFragment, leafRanges[index + 1]?.firstFragment) : [],
  );
}

/**
 * Returns the area of a link on a line. It is about as high as the letters, so that the areas of two lines do not
 * touch.
 */
function linkArea(fragments: readonly Fragment[], baseline: number): Area {
  const left = Math.min(...fragments.map(({ x }) => x));
  const right = Math.max(...fragments.map(({ x, width }) => x + width));
  const size = Math.max(...fragments.map((fragment) => fragment.size));
  return { x: left, y: baseline - size * 0.9, width: right - left, height: size * 1.15 };
}
