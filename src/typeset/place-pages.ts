import type {
  Area,
  Belonging,
  Direction,
  Fragment,
  Line,
  Link,
  Page,
  Role,
  Rule,
  StructureChild,
} from '../model/page.ts';
import type { Leaf, LeafLink, LinkTarget, Row, SetLine, SetRule } from './galley.ts';
import type { SettingMemory } from './setting-memory.ts';

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

/** Where lines run: from the left end of the measure as far as it goes, or from its right end to the left. */
export interface Margins {
  readonly left: number;
  readonly measure: number;
  readonly direction: Direction;
}

/** Gives rows their places on sheets, numbers their pieces of tagged text and finds the areas of their links. */
export function placePages(
  sheets: readonly (readonly PlacedRow[])[],
  margins: Margins,
  memory: Pick<SettingMemory, 'placed'>,
  leadingTo: LinkedPlaces,
): PlacedPages {
  const places = new Map<Leaf, StructureChild[]>();
  const pages = sheets.map((rows, page) => placePage(rows, page, margins, places, memory));
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
  { placed }: Pick<SettingMemory, 'placed'>,
): Omit<Page, 'links'> & { readonly links: readonly OpenLink[] } {
  const contents: Role[] = [];
  const links: OpenLink[] = [];
  let current: Leaf | undefined;

  function remember(leaf: Leaf, place: StructureChild): void {
    const known = places.get(leaf) ?? [];
    places.set(leaf, [...known, place]);
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

  function placeLine(line: SetLine, y: number): Line {
    const baseline = y + line.baseline;
    const contents = line.fragments.map(({ leaf }) => contentOf(leaf));
    for (const leaf of new Set(line.fragments.map((fragment) => fragment.leaf))) {
      if (leaf?.link === undefined) continue;
      remember(leaf, { kind: 'link', page, link: links.length });
      links.push({ area: areaOf(line, leaf, margins, baseline), link: leaf.link });
    }
    let fragments = placed.get(line.fragments);
    if (fragments === undefined) placed.set(line.fragments, (fragments = placedFragments(line, margins)));
    return { baseline, style: line.style, fragments, contents };
  }

  const lines = rows.flatMap(({ row, y }) => row.lines.map((line) => placeLine(line, y)));
  const rules = rows.flatMap(({ row, y }) => row.rules.map((rule) => placeRule(rule, margins, y)));
  return { contents, lines, rules, links };
}

/** Where on the sheet the left end of something is that has so far counted from the start of the measure. */
function leftOf({ x, width }: Pick<Area, 'x' | 'width'>, { left, measure, direction }: Margins): number {
  return left + (direction === 'rtl' ? measure - x - width : x);
}

function placedFragments(line: SetLine, margins: Margins): readonly Fragment[] {
  return line.fragments.map(({ x, rise, width, face, size, colour, direction, glyphs }): Fragment => {
    return { x: leftOf({ x, width }, margins), rise, width, face, size, colour, direction, glyphs };
  });
}

function placeRule({ area, colour }: SetRule, margins: Margins, y: number): Rule {
  return { area: { ...area, x: leftOf(area, margins), y: y + area.y }, colour };
}

/** What of a line can be clicked: about as high as its letters, so that the areas of two lines do not touch. */
function areaOf(line: SetLine, leaf: Leaf, margins: Margins, baseline: number): Area {
  const own = line.fragments.filter((fragment) => fragment.leaf === leaf);
  const start = Math.min(...own.map(({ x }) => x));
  const end = Math.max(...own.map(({ x, width }) => x + width));
  const size = Math.max(...own.map((fragment) => fragment.size));
  const extent = { x: start, width: end - start };
  return { x: leftOf(extent, margins), y: baseline - size * 0.9, width: extent.width, height: size * 1.15 };
}
