import type {
  Zone,
  RuleLine,
  PlacedPicture,
  StructureType,
  LinkAnnotation,
  StructureChild,
  Area,
  MarkedContentId,
  Line,
  Fragment,
} from '../../model/page.ts';
import type { Row, LeafLink, Leaf, SetLine, SetPicture, SetRuleLine, LeafRange } from '../galley.ts';
import type { LayoutContext } from '../layout-context.ts';
import { leftEdgeOnSheet } from '../paragraph-format.ts';

/** A row and the position of its top, in points from the top of the sheet. */
export interface PlacedRow {
  readonly row: Row;
  readonly y: number;
}

/**
 * A zone of a page whose lines have positions. Only the text zone has marked content, so its numbers (MCIDs) begin at 0
 * on each page.
 */
export interface PlacedZone extends Zone {
  readonly rules: readonly RuleLine[];
  readonly pictures: readonly PlacedPicture[];
  /** The structure type of each item of marked content; the index is its MCID. */
  readonly contents: readonly StructureType[];
  readonly links: readonly LinkAnnotation[];
  /** For each item of marked content and each link, a reference to it and the number of its leaf in the letter. */
  readonly references: readonly (readonly [leafNumber: number, reference: StructureChild])[];
}

/** Positions the rows of a zone. `pageIndex` counts from 0. */
export function placeZone(
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

  function placeLine(
    { style, fragments, leafRanges, leafOffset, origin, baseline: baselineInRow }: SetLine,
    y: number,
  ): Line {
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
    return { baseline, style, fragments, contents: contentStarts, origin };
  }

  function placePicture({ picture, area, leaf, leafOffset, origin }: SetPicture, y: number): PlacedPicture {
    const placedArea = { ...area, x: leftEdgeOnSheet(area, context), y: y + area.y };
    return { picture, area: placedArea, contentId: contentIdOf(leaf, leafOffset), origin };
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
