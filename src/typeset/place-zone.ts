import type { Area, Belonging, Fragment, Line, Role, Rule, StructureChild, Zone } from '../model/page.ts';
import type { Leaf, LeafLink, LineLeaf, Row, SetLine, SetRule } from './galley.ts';
import { leftOf, type Margins } from './place-pieces.ts';

/** A row with the place of its top, from the top of the sheet. */
export interface PlacedRow {
  readonly row: Row;
  readonly y: number;
}

/** A link, before anybody knows where things stand that it may lead to. */
export interface OpenLink {
  readonly area: Area;
  readonly link: LeafLink;
}

/** Rows of a page in their places. Only one zone of a page has tagged text, which is numbered from 0 in each. */
export interface PlacedZone {
  readonly zone: Zone;
  readonly rules: readonly Rule[];
  /** What its tagged pieces are, by number. */
  readonly contents: readonly Role[];
  readonly links: readonly OpenLink[];
  /** Where the pieces of leaves went, in reading order. */
  readonly places: readonly (readonly [leaf: Leaf, place: StructureChild])[];
}

/** Places rows on a page, which counts from 0. */
export type PlaceZone = (rows: readonly PlacedRow[], page: number) => PlacedZone;

/** A zone that letters share, and the page that it was placed on. */
interface Known {
  readonly rows: readonly PlacedRow[];
  readonly page: number;
  readonly placed: PlacedZone;
}

/** Zones kept that begin with the same line: what goes before it on its page differs, and what comes after. */
const REMEMBERED_ZONES = 8;

/** Opens the placing of rows in a run. A zone whose rows letters share is placed once. */
export function openZones(margins: Margins): PlaceZone {
  const zones = new WeakMap<Row['lines'], readonly Known[]>();

  return (rows, page) => {
    const [first] = rows;
    if (first === undefined) return placeAnew(rows, page, margins, false);
    const known = zones.get(first.row.lines);
    const found = known?.find((each) => each.page === page && isSame(each.rows, rows));
    if (found !== undefined) return found.placed;
    const isShared = rows.every(({ row }) => row.lines.every((line) => line.isShared));
    const placed = placeAnew(rows, page, margins, isShared);
    if (isShared) zones.set(first.row.lines, [{ rows, page, placed }, ...(known ?? [])].slice(0, REMEMBERED_ZONES));
    return placed;
  };
}

function isSame(a: readonly PlacedRow[], b: readonly PlacedRow[]): boolean {
  if (a.length !== b.length) return false;
  for (const [index, { row, y }] of a.entries()) {
    const other = b[index];
    if (other === undefined || y !== other.y || !holdsSame(row, other.row)) return false;
  }
  return true;
}

/** Rows may be copies of each other; their lines are not. */
function holdsSame(a: Row, b: Row): boolean {
  if (a.lines !== b.lines && a.lines.length + b.lines.length > 0) return false;
  return a.rules === b.rules || JSON.stringify(a.rules) === JSON.stringify(b.rules);
}

/** Places rows, without looking whether they were placed before. */
export function placeAnew(
  rows: readonly PlacedRow[],
  page: number,
  margins: Margins,
  isShared: boolean = false,
): PlacedZone {
  const contents: Role[] = [];
  const links: OpenLink[] = [];
  const places: (readonly [Leaf, StructureChild])[] = [];
  let current: Leaf | undefined;

  /** The number of the piece that a fragment belongs to: a leaf's text is one piece as long as nothing comes between. */
  function contentOf(leaf: Leaf | undefined): Belonging {
    if (leaf === undefined) return 'artifact';
    if (leaf !== current) {
      places.push([leaf, { kind: 'content', page, content: contents.length }]);
      contents.push(leaf.role);
      current = leaf;
    }
    return contents.length - 1;
  }

  function placeLine({ style, fragments, leaves, isShared: isLineShared, baseline: own }: SetLine, y: number): Line {
    const baseline = y + own;
    const belonging = leaves.map(({ first, leaf }) => ({ first, content: contentOf(leaf) }));
    for (const [index, { leaf }] of leaves.entries()) {
      if (leaf?.link === undefined || leaves.findIndex((each) => each.leaf === leaf) < index) continue;
      places.push([leaf, { kind: 'link', page, link: links.length }]);
      links.push({ area: areaOf(fragmentsOf(leaf, leaves, fragments), baseline), link: leaf.link });
    }
    return { baseline, style, fragments, contents: belonging, isShared: isLineShared };
  }

  const lines: Line[] = [];
  const rules: Rule[] = [];
  for (const { row, y } of rows) {
    for (const line of row.lines) lines.push(placeLine(line, y));
    for (const rule of row.rules) rules.push(placeRule(rule, margins, y));
  }
  return { zone: { lines, isShared }, rules, contents, links, places };
}

function placeRule({ area, colour }: SetRule, margins: Margins, y: number): Rule {
  return { area: { ...area, x: leftOf(area, margins), y: y + area.y }, colour };
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
