/**
 * Functions that narrow values in the AST of Handlebars' parser to a type at run time. They throw if a value has
 * another type, which is a bug or a change in a new version of the parser.
 */

/** A node of the AST. Only its `type` has been checked; its other properties are checked when they are read. */
export interface ParserNode {
  readonly type: string;
  readonly [key: string]: unknown;
}

/**
 * A place in the text that was parsed. Lines and columns count from 1, unlike the parser's columns, which count from 0.
 */
export interface ParserPosition {
  readonly line: number;
  readonly column: number;
}

/** Returns the start of a node. */
export function startOfNode(node: ParserNode): ParserPosition {
  return positionOf(requireRecord(node['loc'])['start']);
}

/** Returns the end of a node: the place after its last character. */
export function endOfNode(node: ParserNode): ParserPosition {
  return positionOf(requireRecord(node['loc'])['end']);
}

function positionOf(value: unknown): ParserPosition {
  const { line, column } = requireRecord(value);
  if (typeof line !== 'number' || typeof column !== 'number') throw new Error('the parser of templates gave no place');
  return { line, column: column + 1 };
}

/** Returns the value as a node; throws if it is not an object with a type. */
export function requireNode(value: unknown): ParserNode {
  const record = requireRecord(value);
  const { type } = record;
  if (typeof type !== 'string') throw new Error('the parser of templates made something that is no node');
  return { ...record, type };
}

/** Returns the value as a node, or undefined if it is undefined or null. */
export function optionalNode(value: unknown): ParserNode | undefined {
  return value === undefined || value === null ? undefined : requireNode(value);
}

function requireRecord(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new Error('the parser of templates made something unexpected');
  return value as Readonly<Record<string, unknown>>;
}

/** Returns the value as an array of unchecked elements; throws if it is not an array. */
export function requireList(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error('the parser of templates made no list where one belongs');
  return value;
}

/** Returns the value as a string; throws if it is not a string. */
export function requireString(value: unknown): string {
  if (typeof value !== 'string') throw new Error('the parser of templates made no text where one belongs');
  return value;
}
