import type { Language } from '../model/language.ts';
import type { Area, Colour, Fragment, StructureType } from '../model/page.ts';
import type { StyleName } from './stylesheet.ts';

/** Where a piece of text leads, before anybody knows on which page things stand. */
export type LinkTarget =
  { readonly kind: 'address'; readonly url: string } | { readonly kind: 'note'; readonly number: number };

/** A link and what is said of it to those who cannot see it; undefined: the words of the note that it leads to. */
export interface LeafLink {
  readonly target: LinkTarget;
  readonly description: string | undefined;
}

/** Text that becomes marked content; one leaf on two pages becomes two. */
export interface Leaf {
  readonly kind: 'leaf';
  /** In its text, from 0. */
  readonly number: number;
  readonly type: StructureType;
  readonly link: LeafLink | undefined;
}

/** An element of the structure whose text has no place yet. */
export interface Tag {
  readonly kind: 'tag';
  readonly type: StructureType;
  readonly id?: string;
  readonly numbering?: 'Decimal' | 'Disc' | 'None';
  readonly language?: Language;
  readonly children: readonly (Tag | Leaf)[];
  /** What the numbers of the leaves in it are more than in itself. */
  readonly base?: number;
}

/** Fragments of a line from this one on, up to the next such stretch, belong to one leaf; no leaf: they are artifacts. */
export interface LineLeaf {
  readonly first: number;
  readonly leaf: Leaf | undefined;
}

/** A line in its row; the baseline counts from the row's top. */
export interface SetLine {
  readonly style: StyleName;
  readonly baseline: number;
  /** How far from the start of the measure it begins: in a letter that is written from right to left, from the right. */
  readonly start: number;
  readonly fragments: readonly Fragment[];
  readonly leaves: readonly LineLeaf[];
  /** What their numbers are more than in their text. */
  readonly base: number;
  /** The numbers of the notes whose marks stand here. */
  readonly notes: readonly number[];
  /** Its characters that no font has. */
  readonly missing: readonly string[];
  /** By how much of itself the white space between its words has grown. */
  readonly stretch: number;
  readonly endsWithHyphen: boolean;
}

/** A drawn line in its row, its place likewise counted from the start of the measure. */
export interface SetRuleLine {
  readonly area: Area;
  readonly colour: Colour;
}

/** May a page end here? Where it should rather not, it may if nothing else is left. */
export type BreakAfter = 'free' | 'avoid' | 'never';

/** What is never divided: mostly a line. Rows stand on each other. */
export interface Row {
  /** Room above, unless the row is the first of its page. */
  readonly before: number;
  readonly height: number;
  readonly lines: readonly SetLine[];
  readonly rules: readonly SetRuleLine[];
  /** Notes whose marks stand here, and which must stand on the same page. */
  readonly notes: readonly number[];
  readonly breakAfter: BreakAfter;
  readonly bookmark: { readonly title: string; readonly level: number } | undefined;
}

/** A block, set: its rows, what it is, and how many leaves it has: their numbers count from 0 in every block. */
export interface SetBlock {
  readonly rows: readonly Row[];
  readonly tags: readonly Tag[];
  readonly leaves: number;
}

/** A note, set: it begins on the page of its mark, and is continued on the next one if it must be. */
export interface SetNote extends SetBlock {
  readonly number: number;
}

/** Blocks in the order of their structure, as parts of one: the leaves of each are numbered behind those before it. */
export function numbered<T extends SetBlock>(blocks: readonly T[]): readonly T[] {
  let before = 0;
  return blocks.map((block) => {
    const base = before;
    before += block.leaves;
    if (base === 0) return block;
    return {
      ...block,
      rows: block.rows.map((row) => ({
        ...row,
        lines: row.lines.map((line) => ({ ...line, base: line.base + base })),
      })),
      tags: block.tags.map((own) => ({ ...own, base: (own.base ?? 0) + base })),
    };
  });
}

/** Blocks below each other as one, in one element or in those that they are. */
export function joinBlocks(blocks: readonly SetBlock[], role?: StructureType, own?: TagAttributes): SetBlock {
  const parts = numbered(blocks);
  const whole: SetBlock = {
    rows: parts.flatMap(({ rows }) => rows),
    tags: parts.flatMap(({ tags }) => tags),
    leaves: parts.reduce((sum, { leaves }) => sum + leaves, 0),
  };
  return role === undefined ? whole : inTag(whole, role, own);
}

/** The block in one element. */
export function inTag(block: SetBlock, role: StructureType, own?: TagAttributes): SetBlock {
  return { ...block, tags: [tag(role, block.tags, own)] };
}

/** What only some tags have. */
type TagAttributes = Pick<Tag, 'id' | 'numbering'>;

/** A tag with what it holds. */
export function tag(role: StructureType, children: readonly (Tag | Leaf)[], own?: TagAttributes): Tag {
  return { kind: 'tag', type: role, ...own, children };
}

/** A row that has nothing but what is given. */
export function galleyRow(own: Pick<Row, 'height'> & Partial<Row>): Row {
  const { before = 0, height, lines = [], rules = [], notes = [], breakAfter = 'free', bookmark } = own;
  return { before, height, lines, rules, notes, breakAfter, bookmark };
}

/** The row with its content so much further down. */
export function lowered(row: Row, by: number): Row {
  return {
    ...row,
    lines: row.lines.map((line) => ({ ...line, baseline: line.baseline + by })),
    rules: row.rules.map((rule) => ({ ...rule, area: { ...rule.area, y: rule.area.y + by } })),
  };
}

/** The rows with room above the first. */
export function spaced(rows: readonly Row[], before: number): readonly Row[] {
  const [first, ...others] = rows;
  return first === undefined || first.before === before ? rows : [{ ...first, before }, ...others];
}

/** The rows, with what holds of a page break after the last. */
export function ending(rows: readonly Row[], breakAfter: BreakAfter): readonly Row[] {
  const last = rows.at(-1);
  return last === undefined ? rows : [...rows.slice(0, -1), { ...last, breakAfter }];
}

/** How tall rows are when they stand on each other at the top of a page. */
export function heightOf(rows: readonly Row[]): number {
  return rows.reduce((sum, row, index) => sum + row.height + (index === 0 ? 0 : row.before), 0);
}
