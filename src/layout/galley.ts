import type { Language } from '../model/language.ts';
import type { Area, Colour, Fragment, StructureType } from '../model/page.ts';
import type { StyleName } from './stylesheet.ts';

/** The target of a link, before notes have positions on pages. */
export type LinkTarget =
  { readonly kind: 'address'; readonly url: string } | { readonly kind: 'note'; readonly number: number };

/** The link of a leaf. */
export interface LeafLink {
  readonly target: LinkTarget;
  /** Its description for screen readers; undefined: the text of the note that it leads to. */
  readonly description: string | undefined;
}

/** Text that becomes one item of marked content; one on each page if a page break divides it. */
export interface Leaf {
  readonly kind: 'leaf';
  /** Its number in its paragraph, from 0. Offsets (`leafOffset`) make it a number in the letter. */
  readonly number: number;
  readonly role: StructureType;
  readonly link: LeafLink | undefined;
}

/** A structure element before its text is on a page: its children are leaves instead of marked content. */
export interface Tag {
  readonly kind: 'tag';
  readonly role: StructureType;
  /** Unique in the letter; only notes have one. */
  readonly id?: string;
  /** The ListNumbering attribute of a list (ISO 32000-1, 14.8.5.5). */
  readonly numbering?: 'Decimal' | 'Disc' | 'None';
  /** Undefined: the language of the parent. */
  readonly language?: Language;
  readonly children: readonly (Tag | Leaf)[];
  /** The offset added to the numbers of all leaves below it, besides the offsets of its ancestors; undefined: 0. */
  readonly leafOffset?: number;
}

/** A range of fragments of a line that belong to one leaf. It ends where the next range begins. */
export interface LeafRange {
  /** The index of its first fragment. */
  readonly first: number;
  /** Undefined: the fragments are artifacts. */
  readonly leaf: Leaf | undefined;
}

/** A line of text in a row. */
export interface SetLine {
  readonly style: StyleName;
  /** From the top of the row, in points. */
  readonly baseline: number;
  /** The distance from the start of the measure (its right end in a right-to-left letter) to the line, in points. */
  readonly start: number;
  readonly fragments: readonly Fragment[];
  readonly leaves: readonly LeafRange[];
  /** The offset added to the numbers of its leaves. */
  readonly leafOffset: number;
  /** The numbers of the notes whose marks are on the line. */
  readonly noteNumbers: readonly number[];
  /** Its characters for which the fonts have no glyph. */
  readonly missingCharacters: readonly string[];
  /** How far its white space is stretched, as a share of its natural width; negative: shrunk. */
  readonly stretch: number;
  readonly endsWithHyphen: boolean;
}

/** A drawn line in a row. */
export interface SetRuleLine {
  /** In points from the start of the measure and the top of the row. */
  readonly area: Area;
  readonly colour: Colour;
}

/** Whether a page may end after a row. `avoid`: only if no better page break is possible. */
export type BreakAfter = 'free' | 'avoid' | 'never';

/** Part of a galley that a page break never divides, mostly one line. Rows follow each other from top to bottom. */
export interface Row {
  /** The space above, in points; dropped at the top of a page. */
  readonly spaceAbove: number;
  /** In points, without the space above. */
  readonly height: number;
  readonly lines: readonly SetLine[];
  readonly rules: readonly SetRuleLine[];
  /** The numbers of the notes whose marks are in the row; they have to begin on the same page. */
  readonly noteNumbers: readonly number[];
  readonly breakAfter: BreakAfter;
  readonly bookmark: { readonly title: string; readonly level: number } | undefined;
}

/** A set block: its rows, its tags and the number of its leaves, which are numbered from 0 in each block. */
export interface SetBlock {
  readonly rows: readonly Row[];
  readonly tags: readonly Tag[];
  readonly leafCount: number;
}

/** A set note. It begins on the page of its mark and may be continued on the next one. */
export interface SetNote extends SetBlock {
  readonly number: number;
}

/** Numbers the leaves of the blocks consecutively, in the order of the structure, by adding offsets. */
export function withNumberedLeaves<T extends SetBlock>(blocks: readonly T[]): readonly T[] {
  let leavesBefore = 0;
  return blocks.map((block) => {
    const base = leavesBefore;
    leavesBefore += block.leafCount;
    if (base === 0) return block;
    return {
      ...block,
      rows: block.rows.map((row) => ({
        ...row,
        lines: row.lines.map((line) => ({ ...line, leafOffset: line.leafOffset + base })),
      })),
      tags: block.tags.map((element) => ({ ...element, leafOffset: (element.leafOffset ?? 0) + base })),
    };
  });
}

/** Joins blocks one below the other. If a structure type is given, one element encloses their tags. */
export function joinBlocks(blocks: readonly SetBlock[], type?: StructureType, attributes?: TagAttributes): SetBlock {
  const parts = withNumberedLeaves(blocks);
  const whole: SetBlock = {
    rows: parts.flatMap(({ rows }) => rows),
    tags: parts.flatMap(({ tags }) => tags),
    leafCount: parts.reduce((sum, { leafCount: leaves }) => sum + leaves, 0),
  };
  return type === undefined ? whole : enclosedInTag(whole, type, attributes);
}

/** The block with its tags enclosed in one element. */
export function enclosedInTag(block: SetBlock, structureType: StructureType, attributes?: TagAttributes): SetBlock {
  return { ...block, tags: [tag(structureType, block.tags, attributes)] };
}

/** The attributes that only some tags have. */
type TagAttributes = Pick<Tag, 'id' | 'numbering'>;

/** Creates a tag. */
export function tag(structureType: StructureType, children: readonly (Tag | Leaf)[], attributes?: TagAttributes): Tag {
  return { kind: 'tag', role: structureType, ...attributes, children };
}

/** Creates a row with defaults for all fields that are not given. */
export function galleyRow(fields: Pick<Row, 'height'> & Partial<Row>): Row {
  const {
    spaceAbove: before = 0,
    height,
    lines = [],
    rules = [],
    noteNumbers: notes = [],
    breakAfter = 'free',
    bookmark,
  } = fields;
  return { spaceAbove: before, height, lines, rules, noteNumbers: notes, breakAfter, bookmark };
}

/** The row with its lines and rule lines moved down by so many points. */
export function movedDown(row: Row, by: number): Row {
  return {
    ...row,
    lines: row.lines.map((line) => ({ ...line, baseline: line.baseline + by })),
    rules: row.rules.map((rule) => ({ ...rule, area: { ...rule.area, y: rule.area.y + by } })),
  };
}

/** The rows, with the space above the first one set. */
export function withSpaceAbove(rows: readonly Row[], before: number): readonly Row[] {
  const [first, ...others] = rows;
  return first === undefined || first.spaceAbove === before ? rows : [{ ...first, spaceAbove: before }, ...others];
}

/** The rows, with `breakAfter` of the last one set. */
export function withBreakAfter(rows: readonly Row[], breakAfter: BreakAfter): readonly Row[] {
  const last = rows.at(-1);
  return last === undefined ? rows : [...rows.slice(0, -1), { ...last, breakAfter }];
}

/** The height of rows at the top of a page: the space above the first does not count. */
export function heightOf(rows: readonly Row[]): number {
  return rows.reduce((sum, row, index) => sum + row.height + (index === 0 ? 0 : row.spaceAbove), 0);
}
