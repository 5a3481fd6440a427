import { columnInBraces } from '../../../model/columns-file.ts';
import { quoteYaml } from '../../../model/quote-yaml.ts';

/** A cell pattern that is to be written into a columns file. */
export interface PatternDraft {
  readonly kind: 'draft';
  /** Text, with columns in braces. */
  readonly text: string;
  /** The columns in it. */
  readonly columns: readonly string[];
  readonly isUpperCase: boolean;
  /** What replaces the text of the cells. */
  readonly values: ReadonlyMap<string, string> | undefined;
}

/** A part of a columns file that is to be written: patterns in lists and mappings. */
export type DraftTree = PatternDraft | readonly DraftTree[] | { readonly kind: 'keys'; readonly keys: DraftKeys };

/** The keys of a mapping in the order of the file. Those that are undefined are left out. */
export type DraftKeys = Readonly<Record<string, DraftTree | undefined>>;

/** Creates the draft of a pattern that is these columns with a text between each two of them. */
export function draftPattern(columns: readonly string[], between: string = ' '): PatternDraft {
  const text = columns.map(columnInBraces).join(between);
  return { kind: 'draft', text, columns, isUpperCase: false, values: undefined };
}

/** Creates the draft of a mapping. */
export function draftMapping(keys: DraftKeys): DraftTree {
  return { kind: 'keys', keys };
}

/** Returns the path of the first place in which a column is used, or all of them, as `holder.name`. */
export function pathsOfColumn(keys: DraftKeys, column: string): readonly string[] {
  return Object.entries(keys).flatMap(([key, tree]) => pathsIn(tree, key, column));
}

function pathsIn(tree: DraftTree | undefined, path: string, column: string): readonly string[] {
  if (tree === undefined) return [];
  if (isDraftList(tree)) return [...new Set(tree.flatMap((item) => pathsIn(item, path, column)))];
  if (tree.kind === 'draft') return tree.columns.includes(column) ? [path] : [];
  return Object.entries(tree.keys).flatMap(([key, child]) => pathsIn(child, `${path}.${key}`, column));
}

/** Writes keys and their patterns as lines of YAML, in block style. */
export function draftLines(keys: DraftKeys, indent: string = ''): readonly string[] {
  return Object.entries(keys).flatMap(([key, tree]) => {
    if (tree === undefined) return [];
    if (isPlainDraft(tree)) return [`${indent}${key}: ${yamlText(tree.text)}`];
    return [`${indent}${key}:`, ...nestedLines(tree, `${indent}  `)];
  });
}

function nestedLines(tree: DraftTree, indent: string): readonly string[] {
  if (isDraftList(tree)) {
    return tree.flatMap((item) => {
      if (isPlainDraft(item)) return [`${indent}- ${yamlText(item.text)}`];
      const [first = '', ...others] = nestedLines(item, `${indent}  `);
      return [`${indent}- ${first.trimStart()}`, ...others];
    });
  }
  if (tree.kind === 'keys') return draftLines(tree.keys, indent);
  const { text, isUpperCase, values } = tree;
  return [
    `${indent}from: ${yamlText(text)}`,
    ...(isUpperCase ? [`${indent}as: upper`] : []),
    ...(values === undefined ? [] : [`${indent}values:`]),
    ...Array.from(values ?? [], ([cell, value]) => `${indent}  ${yamlText(cell)}: ${yamlText(value)}`),
  ];
}

function isDraftList(tree: DraftTree): tree is readonly DraftTree[] {
  return Array.isArray(tree);
}

function isPlainDraft(tree: DraftTree): tree is PatternDraft {
  return !isDraftList(tree) && tree.kind === 'draft' && !tree.isUpperCase && tree.values === undefined;
}

/**
 * Writes a text as YAML, without quotation marks if it is a plain word. It has no line break and no refused character.
 */
export function yamlText(text: string): string {
  if (/^[a-z]+$/u.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/u.test(text)) return text;
  return quoteYaml(text);
}
