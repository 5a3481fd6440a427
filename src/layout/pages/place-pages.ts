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
import type { Leaf, LeafLink, LineLeaf, LinkTarget, Row, SetLine, SetNote, SetRuleLine, Tag } from '../galley.ts';
import { leftOf } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';

/** A row with the place of its top, from the top of the sheet. */
export interface PlacedRow {
  readonly row: Row;
  readonly y: number;
}

/** The rows of a sheet: what stands at its head, its text with the notes below it, and what stands at its foot. */
export interface Sheet {
  readonly head: readonly PlacedRow[];
  readonly text: readonly PlacedRow[];
  readonly foot: readonly PlacedRow[];
}

/** All of a letter whose place is known now. */
export type PlacedLetter = Pick<PagedLetter, 'pages' | 'structure' | 'bookmarks'>;

/**
 * Places a galley whose rows have been dealt out to sheets: numbers the pieces of tagged text, finds the areas of links and
 * where they lead, and gives the structure its contents. `wordsOf` describes a link that has no description of its own.
 */
export function placePages(
  sheets: readonly Sheet[],
  { notes, structure }: Galley,
  wordsOf: (target: LinkTarget) => string,
  context: LayoutContext,
): PlacedLetter {
  const texts = sheets.map(({ text }) => text);
  const destinationOf = findDestinations(texts, notes);
  const linkTo = ({ target, description }: LeafLink, area: Area): LinkAnnotation => {
    return { area, destination: destinationOf(target), description: description ?? wordsOf(target) };
  };
  const places = new Map<number, StructureChild[]>();
  const pages = sheets.map(({ head, text, foot }, page): Page => {
    const zoneOf = (rows: readonly PlacedRow[]): PlacedZone => placeZone(rows, page, linkTo, context);
    const placed = zoneOf(text);
    for (const [leaf, place] of placed.places) {
      const known = places.get(leaf);
      if (known === undefined) places.set(leaf, [place]);
      else known.push(place);
    }
    const zones = [zoneOf(head), placed, zoneOf(foot)].filter(({ lines }) => lines.length > 0);
    return {
      contents: placed.contents,
      zones: zones.map(({ lines }) => ({ lines })),
      rules: zones.flatMap(({ rules }) => rules),
      links: placed.links,
    };
  });
  return { pages, structure: buildStructure(structure, places), bookmarks: findBookmarks(texts) };
}

/** Where the pieces of a leaf went, by its number in the letter: its contents and links on all pages, in reading order. */
type LeafLocations = ReadonlyMap<number, readonly StructureChild[]>;

/** The structure of the letter: its tags, with each leaf replaced by the places where its text stands. */
function buildStructure({ base, ...tag }: Tag, places: LeafLocations, outer: number = 0): StructureElement {
  const from = outer + (base ?? 0);
  const children: StructureChild[] = [];
  for (const child of tag.children) {
    if (child.kind === 'tag') children.push(buildStructure(child, places, from));
    else children.push(...(places.get(from + child.number) ?? []));
  }
  return { ...tag, kind: 'element', children };
}

/** Headings with their places. */
function findBookmarks(texts: readonly (readonly PlacedRow[])[]): readonly Bookmark[] {
  const bookmarks: Bookmark[] = [];
  texts.forEach((rows, page) => {
    for (const { row, y } of rows) if (row.bookmark !== undefined) bookmarks.push({ ...row.bookmark, page, y });
  });
  return bookmarks;
}

/** Says where a link leads, now that everything has its place. */
function findDestinations(
  texts: readonly (readonly PlacedRow[])[],
  notes: readonly SetNote[],
): (target: LinkTarget) => Destination {
  const numbers = new Map(notes.map(({ number, rows: [first] }) => [first, number]));
  const places = new Map<number, { readonly page: number; readonly y: number }>();
  texts.forEach((rows, page) => {
    for (const { row, y } of rows) {
      const number = numbers.get(row);
      if (number !== undefined) places.set(number, { page, y });
    }
  });
  return (target) => {
    if (target.kind === 'address') return target;
    const place = places.get(target.number);
    if (place === undefined) throw new Error(`note ${target.number} stands on no page`);
    return { kind: 'place', ...place };
  };
}

/** Rows of a page in their places. Only one zone of a page has tagged text, which is numbered from 0 in each. */
interface PlacedZone extends Zone {
  readonly rules: readonly RuleLine[];
  /** What its tagged pieces are, by number. */
  readonly contents: readonly StructureType[];
  readonly links: readonly LinkAnnotation[];
  /** Where the pieces of leaves went, by their numbers in the letter, in reading order. */
  readonly places: readonly (readonly [leaf: number, place: StructureChild])[];
}

/** Places rows on a page, which counts from 0. */
function placeZone(
  rows: readonly PlacedRow[],
  page: number,
  linkTo: (link: LeafLink, area: Area) => LinkAnnotation,
  context: LayoutContext,
): PlacedZone {
  const contents: StructureType[] = [];
  const links: LinkAnnotation[] = [];
  const places: (readonly [number, StructureChild])[] = [];
  let current: number | undefined;

  /** The number of the piece that a fragment belongs to: a leaf's text is one piece as long as nothing comes between. */
  function contentOf(leaf: Leaf | undefined, base: number): MarkedContentId {
    if (leaf === undefined) return 'artifact';
    const number = base + leaf.number;
    if (number !== current) {
      places.push([number, { kind: 'content', page, content: contents.length }]);
      contents.push(leaf.type);
      current = number;
    }
    return contents.length - 1;
  }

  function placeLine({ style, fragments, leaves, base, baseline: own }: SetLine, y: number): Line {
    const baseline = y + own;
    const belonging = leaves.map(({ first, leaf }) => ({ first, content: contentOf(leaf, base) }));
    for (const [index, { leaf }] of leaves.entries()) {
      if (leaf?.link === undefined || leaves.findIndex((each) => each.leaf === leaf) < index) continue;
      places.push([base + leaf.number, { kind: 'link', page, link: links.length }]);
      links.push(linkTo(leaf.link, areaOf(fragmentsOf(leaf, leaves, fragments), baseline)));
    }
    return { baseline, style, fragments, contents: belonging };
  }

  const lines: Line[] = [];
  const rules: RuleLine[] = [];
  for (const { row, y } of rows) {
    for (const line of row.lines) lines.push(placeLine(line, y));
    for (const rule of row.rules) rules.push(placeRule(rule, context, y));
  }
  return { lines, rules, contents, links, places };
}

function placeRule({ area, colour }: SetRuleLine, context: LayoutContext, y: number): RuleLine {
  return { area: { ...area, x: leftOf(area, context), y: y + area.y }, colour };
}

/** What of a line belongs to a leaf. */
function fragmentsOf(leaf: Leaf, leaves: readonly LineLeaf[], fragments: readonly Fragment[]): readonly Fragment[] {
  return leaves.flatMap((each, index) =>
    each.leaf === leaf ? fragments.slice(each.first, leaves[index + 1]?.first) : [],
  );
}

/** What of a line can be clicked: about as high as its letters, so that the areas of two lines do not touch. */
function areaOf(own: readonly Fragment[], baseline: number): Area {
  const start = Math.min(...own.map(({ x }) => x));
  const end = Math.max(...own.map(({ x, width }) => x + width));
  const size = Math.max(...own.map((fragment) => fragment.size));
  return { x: start, y: baseline - size * 0.9, width: end - start, height: size * 1.15 };
}
