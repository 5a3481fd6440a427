import type { Language } from '../model/language.ts';
import type { Area, Colour, Fragment, Role } from '../model/page.ts';
import type { StyleName } from './stylesheet.ts';

/** Where a piece of text leads, before anybody knows on which page things stand. */
export type LinkTarget =
  { readonly kind: 'address'; readonly url: string } | { readonly kind: 'note'; readonly number: number };

/** A link and what is said of it to those who cannot see it; undefined: the words of the note that it leads to. */
export interface LeafLink {
  readonly target: LinkTarget;
  readonly description: string | undefined;
}

/** Text that becomes marked content; one leaf on two pages becomes two. Leaves are told apart by identity. */
export interface Leaf {
  readonly kind: 'leaf';
  readonly role: Role;
  readonly link: LeafLink | undefined;
}

/** An element of the structure whose text has no place yet. */
export interface Tag {
  readonly kind: 'tag';
  readonly role: Role;
  readonly id?: string;
  readonly numbering?: 'Decimal' | 'Disc' | 'None';
  readonly language?: Language;
  readonly children: readonly (Tag | Leaf)[];
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
  /** Its characters that no font has. */
  readonly missing: readonly string[];
  /** Do letters share it? Then what is made of it is worth remembering. */
  readonly isShared: boolean;
  /** By how much of itself the white space between its words has grown. */
  readonly stretch: number;
  readonly endsWithHyphen: boolean;
}

/** A drawn line in its row, its place likewise counted from the start of the measure. */
export interface SetRule {
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
  readonly rules: readonly SetRule[];
  /** Notes whose marks stand here, and which must stand on the same page. */
  readonly notes: readonly number[];
  readonly breakAfter: BreakAfter;
  readonly bookmark: { readonly title: string; readonly level: number } | undefined;
}

/** A block, set: its rows and what it is. */
export interface SetBlock {
  readonly rows: readonly Row[];
  readonly tag: Tag;
}

/** A tag with what it holds. */
export function tag(role: Role, children: readonly (Tag | Leaf)[]): Tag {
  return { kind: 'tag', role, children };
}

/** Text that is no link. */
export function leaf(role: Role): Leaf {
  return { kind: 'leaf', role, link: undefined };
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
