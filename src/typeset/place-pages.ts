import type { Area, Belonging, Fragment, Line, Link, Page, Role, Rule, StructureChild } from '../model/page.ts';
import type { Leaf, LeafLink, LineLeaf, LinkTarget, Row, SetLine, SetRule } from './galley.ts';
import { leftOf, type Margins } from './place-pieces.ts';

/** Rows with the place of their tops, from the top of the sheet. */
export interface PlacedRow {
  readonly row: Row;
  readonly y: number;
}

/** Where the pieces of a leaf went: its contents and links on all pages, in reading order. */
export type LeafPlaces = ReadonlyMap<Leaf, readonly StructureChild[]>;

/** A link whose destination may be a note, which has a place only when all pages have been filled. */
interface OpenLink {
  readonly area: Area;
  readonly link: LeafLink;
}

/** The pages of a letter; tagged text gets its numbers here. */
export interface PlacedPages {
  readonly pages: readonly Page[];
  readonly places: LeafPlaces;
}

/** What there is to know of that which links lead to. */
export interface LinkedPlaces {
  readonly destinationOf: (target: LinkTarget) => Link['destination'];
  readonly wordsOf: (target: LinkTarget) => string;
}

/** Gives rows their places on sheets, numbers their pieces of tagged text and finds the areas of their links. */
export function placePages(
  sheets: readonly (readonly PlacedRow[])[],
  margins: Margins,
  leadingTo: LinkedPlaces,
): PlacedPages {
  const places = new Map<Leaf, StructureChild[]>();
  const pages = sheets.map((rows, page) => placePage(rows, page, margins, places));
  return {
    places,
    pages: pages.map(({ links, ...page }) => ({
      ...page,
      links: links.map(({ area, link }) => ({
        area,
        destination: leadingTo.destinationOf(link.target),
        description: link.description ?? leadingTo.wordsOf(link.target),
      })),
    })),
  };
}

function placePage(
  rows: readonly PlacedRow[],
  page: number,
  margins: Margins,
  places: Map<Leaf, StructureChild[]>,
): Omit<Page, 'links'> & { readonly links: readonly OpenLink[] } {
  const contents: Role[] = [];
  const links: OpenLink[] = [];
  let current: Leaf | undefined;

  function remember(leaf: Leaf, place: StructureChild): void {
    const known = places.get(leaf);
    if (known === undefined) places.set(leaf, [place]);
    else known.push(place);
  }

  /** The number of the piece that a fragment belongs to: a leaf's text is one piece as long as nothing comes between. */
  function contentOf(leaf: Leaf | undefined): Belonging {
    if (leaf === undefined) return 'artifact';
    if (leaf !== current) {
      remember(leaf, { kind: 'content', page, content: contents.length });
      contents.push(leaf.role);
      current = leaf;
    }
    return contents.length - 1;
  }

  function placeLine({ style, fragments, leaves, isShared, baseline: own }: SetLine, y: number): Line {
    const baseline = y + own;
    const contents = leaves.map(({ first, leaf }) => ({ first, content: contentOf(leaf) }));
    if (leaves.every(({ leaf }) => leaf?.link === undefined)) {
      return { baseline, style, fragments, contents, isShared };
    }
    for (const [index, { leaf }] of leaves.entries()) {
      if (leaf?.link === undefined || leaves.findIndex((each) => each.leaf === leaf) < index) continue;
      remember(leaf, { kind: 'link', page, link: links.length });
      links.push({ area: areaOf(fragmentsOf(leaf, leaves, fragments), baseline), link: leaf.link });
    }
    return { baseline, style, fragments, contents, isShared };
  }

  const lines: Line[] = [];
  const rules: Rule[] = [];
  for (const { row, y } of rows) {
    for (const line of row.lines) lines.push(placeLine(line, y));
    for (const rule of row.rules) rules.push(placeRule(rule, margins, y));
  }
  return { contents, lines, rules, links };
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
