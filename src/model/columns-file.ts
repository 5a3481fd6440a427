import type { DataPath, Scalar } from './data.ts';
import type { Span } from './span.ts';

/** A value of a profile as a columns file describes it: text, and the columns whose cells are put into it. */
export interface CellPattern {
  readonly kind: 'pattern';
  /** The texts before, between and after the columns: one more than there are columns. */
  readonly texts: readonly string[];
  /** The names of the columns, as {@link headerKey} writes them. Empty if the value is the same in every row. */
  readonly columns: readonly string[];
  /** The pattern as it is in the columns file. */
  readonly scalar: Scalar;
  /** Whether the value is put into capitals. */
  readonly isUpperCase: boolean;
  /** What replaces the text that was made of the cells; undefined if it stays. An empty replacement is no value. */
  readonly values: ReadonlyMap<string, string> | undefined;
}

/** A list of patterns in a columns file. */
export interface PatternList {
  readonly kind: 'list';
  readonly items: readonly PatternTree[];
  readonly span: Span;
}

/** A mapping of keys to patterns in a columns file. */
export interface PatternFields {
  readonly kind: 'fields';
  readonly entries: readonly { readonly key: string; readonly keySpan: Span; readonly value: PatternTree }[];
  readonly span: Span;
}

/** A profile, or a part of one, with patterns in the place of its values. */
export type PatternTree = CellPattern | PatternList | PatternFields;

/** A name in a columns file, and its location. */
export interface NamedAt {
  readonly name: string;
  readonly span: Span;
}

/** A file `<name>.columns.yaml`, which describes how each row of a table becomes the profile of a recipient. */
export interface ColumnsFile {
  /** The file name of the table, if it is not that of the columns file. */
  readonly table: NamedAt | undefined;
  /** The sheet of a workbook; undefined: its only one. */
  readonly sheet: NamedAt | undefined;
  /** The 1-based number of the row that names the columns; undefined: the first row that is not empty. */
  readonly header: { readonly row: number; readonly span: Span } | undefined;
  /** The delimiter of a CSV table; undefined: it is detected. */
  readonly delimiter: NamedAt | undefined;
  /** The id of a recipient, before it is made a name. */
  readonly id: CellPattern;
  /** The profile without its id. */
  readonly profile: PatternFields;
  /** The columns that are left out on purpose. `name` is as {@link headerKey} writes it. */
  readonly ignored: readonly NamedAt[];
  /** The start of the columns file. */
  readonly span: Span;
}

/**
 * Returns the name of a column by which it is found: composed (NFC), trimmed, and with one space for each run of white
 * space, because a header cell may have several lines. Case is kept.
 */
export function headerKey(name: string): string {
  return name.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}

/** Returns a column as a pattern has it: its name in braces, and the braces of the name doubled. */
export function columnInBraces(name: string): string {
  return `{${name.replaceAll(/[{}]/gu, '$&$&')}}`;
}

/** Returns all patterns of a tree, in the order of the file. */
export function patternsIn(tree: PatternTree): readonly CellPattern[] {
  if (tree.kind === 'pattern') return [tree];
  return tree.kind === 'list' ? tree.items.flatMap(patternsIn) : tree.entries.flatMap(({ value }) => patternsIn(value));
}

/** Returns the first pattern from which the value at a path of a profile is made; undefined if there is none. */
export function patternAt(profile: PatternFields, path: DataPath): CellPattern | undefined {
  let tree: PatternTree | undefined = profile;
  for (const step of path) {
    if (tree?.kind === 'fields') tree = tree.entries.find(({ key }) => key === step)?.value;
    // Items of a list are left out if their cells are empty, so that an index does not lead to its pattern.
    else return undefined;
  }
  return tree === undefined ? undefined : patternsIn(tree)[0];
}
