import type { Area, Belonging, Fragment, Line, Role, Rule, StructureChild, Zone } from '../../model/page.ts';
import type { Leaf, LeafLink, LineLeaf, Row, SetLine, SetRule } from '../galley.ts';
import { leftOf, type Margins } from '../margins.ts';

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
  /** Where the pieces of leaves went, by their numbers in the letter, in reading order. */
  readonly places: readonly (readonly [leaf: number, place: StructureChild])[];
}

/** Places rows on a page, which counts from 0. */
export function placeZone(rows: readonly PlacedRow[], page: number, margins: Margins): PlacedZone {
  const contents: Role[] = [];
  const links: OpenLink[] = [];
  const places: (readonly [number, StructureChild])[] = [];
  let current: number | undefined;

  /** The number of the piece that a fragment belongs to: a leaf's text is one piece as long as nothing comes between. */
  function contentOf(leaf: Leaf | undefined, base: number): Belonging {
    if (leaf === undefined) return 'artifact';
    const number = base + leaf.number;
    if (number !== current) {
      places.push([number, { kind: 'content', page, content: contents.length }]);
      contents.push(leaf.role);
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
      links.push({ area: areaOf(fragmentsOf(leaf, leaves, fragments), baseline), link: leaf.link });
    }
    return { baseline, style, fragments, contents: belonging };
  }

  const lines: Line[] = [];
  const rules: Rule[] = [];
  for (const { row, y } of rows) {
    for (const line of row.lines) lines.push(placeLine(line, y));
    for (const rule of row.rules) rules.push(placeRule(rule, margins, y));
  }
  return { zone: { lines }, rules, contents, links, places };
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
