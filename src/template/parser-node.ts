/**
 * Reading the tree of Handlebars' parser piece by piece, each piece checked. A shape that the parser never makes is a bug
 * of ours or a change of its own, and throws.
 */

/** A node of the parser's tree: only that it has a type is known before it is looked at. */
export interface ParserNode {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Where a node begins. Lines and columns from 1; the parser counts columns from 0. */
export function startOfNode(node: ParserNode): { readonly line: number; readonly column: number } {
  const start = recordIn(recordIn(node['loc'])['start']);
  const { line, column } = start;
  if (typeof line !== 'number' || typeof column !== 'number') throw new Error('the parser of templates gave no place');
  return { line, column: column + 1 };
}

/** A node. */
export function nodeIn(value: unknown): ParserNode {
  const record = recordIn(value);
  const { type } = record;
  if (typeof type !== 'string') throw new Error('the parser of templates made something that is no node');
  return { ...record, type };
}

/** A node, or nothing where the parser leaves one out. */
export function optionalNodeIn(value: unknown): ParserNode | undefined {
  return value === undefined || value === null ? undefined : nodeIn(value);
}

function recordIn(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new Error('the parser of templates made something unexpected');
  return value as Readonly<Record<string, unknown>>;
}

/** A list of anything. */
export function listIn(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error('the parser of templates made no list where one belongs');
  return value;
}

/** A text. */
export function textIn(value: unknown): string {
  if (typeof value !== 'string') throw new Error('the parser of templates made no text where one belongs');
  return value;
}
