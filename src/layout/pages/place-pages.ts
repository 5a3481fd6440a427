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
  StructureType,
  RuleLine,
  StructureChild,
  StructureElement,
  Zone,
} from '../../model/page.ts';
import type { Galley } from '../blocks/set-galley.ts';
import type { Leaf, LeafLink, LeafRange, LinkTarget, Row, SetLine, SetNote, SetRuleLine, Tag } from '../galley.ts';
import { leftOf } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';

/** A row with the position of its top, in points from the top of the sheet. */
export interface PlacedRow {
  readonly row: Row;
  readonly y: number;
}

/** The rows of a page: the running head, the text with the notes below it, and the folio. */
export interface PlacedRowsOfPage {
  readonly head: readonly PlacedRow[];
  readonly text: readonly PlacedRow[];
  readonly foot: readonly PlacedRow[];
}

/** The parts of a paged letter that are known once all rows have positions. */
export type PlacedLetter = Pick<PagedLetter, 'pages' | 'structure' | 'bookmarks'>;

/**
 * Positions the rows of all pages: numbers the marked content of each page (MCIDs), resolves links to areas and
 * destinations, and replaces the leaves of the structure by references to marked content. `wordsOf` returns the
 * description of a link without one.
 */
export function placePages(
  sheets: readonly PlacedRowsOfPage[],
  { notes, structure }: Galley,
  wordsOf: (target: LinkTarget) => string,
  context: LayoutContext,
): PlacedLetter {
  const texts = sheets.map(({ text }) => text);
  const destinationOf = destinationResolver(texts, notes);
  const linkTo = ({ target, description }: LeafLink, area: Area): LinkAnnotation => {
    return { area, destination: destinationOf(target), description: description ?? wordsOf(target) };
  };
  const references = new Map<number, StructureChild[]>();
  const pages = sheets.map(({ head, text, foot }, page): Page => {
    const zoneOf = (rows: readonly PlacedRow[]): PlacedZone => placeZone(rows, page, linkTo, context);
    const placed = zoneOf(text);
    for (const [leaf, reference] of placed.references) {
      const existing = references.get(leaf);
      if (existing === undefined) references.set(leaf, [reference]);
      else existing.push(reference);
    }
    const zones = [zoneOf(head), placed, zoneOf(foot)].filter(({ lines }) => lines.length > 0);
    return {
      contents: placed.contents,
      zones: zones.map(({ lines }) => ({ lines })),
      rules: zones.flatMap(({ rules }) => rules),
      links: placed.links,
    };
  });
  return { pages, structure: buildStructure(structure, references), bookmarks: bookmarksIn(texts) };
}

/**
 * The references of each leaf to marked content and link annotations, in reading order, by its number in the letter.
 */
type LeafReferences = ReadonlyMap<number, readonly StructureChild[]>;

/** The structure of the letter: its tags, with each leaf replaced by its references. */
function buildStructure(
  { leafOffset: base, ...tag }: Tag,
  references: LeafReferences,
  outerOffset: number = 0,
): StructureElement {
  const offset = outerOffset + (base ?? 0);
  const children: StructureChild[] = [];
  for (const child of tag.children) {
    if (child.kind === 'tag') children.push(buildStructure(child, references, offset));
    else children.push(...(references.get(offset + child.number) ?? []));
  }
  return { ...tag, kind: 'element', children };
}

/** The bookmarks of all headings, with their positions. */
function bookmarksIn(texts: readonly (readonly PlacedRow[])[]): readonly Bookmark[] {
  const bookmarks: Bookmark[] = [];
  texts.forEach((rows, page) => {
    for (const { row, y } of rows) if (row.bookmark !== undefined) bookmarks.push({ ...row.bookmark, page, y });
  });
  return bookmarks;
}

/** Returns a function that resolves a link target to its destination. It throws if a note is on no page. */
function destinationResolver(
  texts: readonly (readonly PlacedRow[])[],
  notes: readonly SetNote[],
): (target: LinkTarget) => Destination {
  const noteNumbers = new Map(notes.map(({ number, rows: [first] }) => [first, number]));
  const positions = new Map<number, { readonly page: number; readonly y: number }>();
  texts.forEach((rows, page) => {
    for (const { row, y } of rows) {
      const number = noteNumbers.get(row);
      if (number !== undefined) positions.set(number, { page, y });
    }
  });
  return (target) => {
    if (target.kind === 'address') return target;
    const position = positions.get(target.number);
    if (position === undefined) throw new Error(`note ${target.number} stands on no page`);
    return { kind: 'place', ...position };
  };
}

/** A zone of a page, positioned. Only the text zone has marked content, so its numbers begin at 0 on each page. */
interface PlacedZone extends Zone {
  readonly rules: readonly RuleLine[];
  /** The structure type of each item of marked content, by its number (MCID). */
  readonly contents: readonly StructureType[];
  readonly links: readonly LinkAnnotation[];
  /**
   * A reference of a leaf, with the number of the leaf in the letter, for each item of marked content and each link.
   */
  readonly references: readonly (readonly [leaf: number, reference: StructureChild])[];
}

/** Positions the rows of a zone. `page` is the number of the page, from 0. */
function placeZone(
  rows: readonly PlacedRow[],
  page: number,
  linkTo: (link: LeafLink, area: Area) => LinkAnnotation,
  context: LayoutContext,
): PlacedZone {
  const contents: StructureType[] = [];
  const links: LinkAnnotation[] = [];
  const references: (readonly [number, StructureChild])[] = [];
  let currentLeaf: number | undefined;

  /** The marked content that a leaf's text on a line belongs to. Consecutive text of a leaf is one item. */
  function contentIdOf(leaf: Leaf | undefined, base: number): MarkedContentId {
    if (leaf === undefined) return 'artifact';
    const number = base + leaf.number;
    if (number !== currentLeaf) {
      references.push([number, { kind: 'content', page, content: contents.length }]);
      contents.push(leaf.role);
      currentLeaf = number;
    }
    return contents.length - 1;
  }

  function placeLine({ style, fragments, leaves, leafOffset: base, baseline: offset }: SetLine, y: number): Line {
    const baseline = y + offset;
    const starts = leaves.map(({ first, leaf }) => ({ first, contentId: contentIdOf(leaf, base) }));
    for (const [index, { leaf }] of leaves.entries()) {
      if (leaf?.link === undefined || leaves.findIndex((each) => each.leaf === leaf) < index) continue;
      references.push([base + leaf.number, { kind: 'link', page, link: links.length }]);
      links.push(linkTo(leaf.link, areaOf(fragmentsOf(leaf, leaves, fragments), baseline)));
    }
    return { baseline, style, fragments, contents: starts };
  }

  const lines: Line[] = [];
  const rules: RuleLine[] = [];
  for (const { row, y } of rows) {
    for (const line of row.lines) lines.push(placeLine(line, y));
    for (const rule of row.rules) rules.push(placeRule(rule, context, y));
  }
  return { lines, rules, contents, links, references };
}

function placeRule({ area, colour }: SetRuleLine, context: LayoutContext, y: number): RuleLine {
  return { area: { ...area, x: leftOf(area, context), y: y + area.y }, colour };
}

/** The fragments of a line that belong to a leaf. */
function fragmentsOf(leaf: Leaf, leaves: readonly LeafRange[], fragments: readonly Fragment[]): readonly Fragment[] {
  return leaves.flatMap((each, index) =>
    each.leaf === leaf ? fragments.slice(each.first, leaves[index + 1]?.first) : [],
  );
}

/** The area of a link on a line: about as high as the letters, so that the areas of two lines do not touch. */
function areaOf(fragments: readonly Fragment[], baseline: number): Area {
  const start = Math.min(...fragments.map(({ x }) => x));
  const end = Math.max(...fragments.map(({ x, width }) => x + width));
  const size = Math.max(...fragments.map((fragment) => fragment.size));
  return { x: start, y: baseline - size * 0.9, width: end - start, height: size * 1.15 };
}
