import { type Span, fileStart } from './span.ts';

/**
 * The parsed content of a YAML, CSV or JSON file, in which each node has its span. All scalars are texts: the
 * validation converts them to numbers, dates and booleans.
 */
export type Data = Scalar | DataList | Fields;

/** A single value as text. */
export interface Scalar {
  readonly kind: 'scalar';
  readonly text: string;
  /** Whether the scalar is quoted or a block scalar. An empty scalar that is not quoted is an absent value. */
  readonly quoted: boolean;
  readonly span: Span;
  /** A comment after an unquoted text on the same line; the writer may have meant it as part of the text. */
  readonly comment?: Comment;
}

/** A comment of YAML, from its number sign to the end of the line. */
export interface Comment {
  readonly span: Span;
  /** The source text of the value and the comment: `Plaza #400`. */
  readonly source: string;
}

/** Returns a mapping without entries, in the place of a file that does not exist or has no content. */
export function emptyFields(file: string): Fields {
  return { kind: 'fields', entries: [], span: fileStart(file) };
}

/** A sequence (YAML) or an array (JSON). */
export interface DataList {
  readonly kind: 'list';
  readonly items: readonly Data[];
  readonly span: Span;
  /** As in {@link Fields}. */
  readonly source?: string;
}

/** A mapping (YAML), an object (JSON) or a row of a table (CSV). */
export interface Fields {
  readonly kind: 'fields';
  readonly entries: readonly Field[];
  readonly span: Span;
  /** The source text, if YAML has it on one line. The writer may have meant it as text: `Attn: The Registrar`. */
  readonly source?: string;
  /**
   * Returns the cell from which the value at a path is made, be it empty; undefined if no column is named for it. Only
   * the profile of a row that a columns file describes has it.
   */
  readonly cellOf?: (path: DataPath) => Span | undefined;
}

/** One `key: value` of a mapping. Keys are unique within their mapping. */
export interface Field {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Data;
}

/** Whether a value is absent: an empty unquoted scalar, as after a key without a value, or a file without content. */
export function isAbsent(data: Data): boolean {
  return data.kind === 'scalar' && data.text === '' && !data.quoted;
}

/** A path into data: the keys of mappings, and the indices of lists from 0. */
export type DataPath = readonly (string | number)[];

/** Returns the data at a path; undefined if the path does not exist. */
export function dataAt(data: Data, path: DataPath): Data | undefined {
  let current: Data | undefined = data;
  for (const step of path) {
    if (current?.kind === 'list' && typeof step === 'number') current = current.items[step];
    else if (current?.kind === 'fields') current = current.entries.find(({ key }) => key === String(step))?.value;
    else return undefined;
  }
  return current;
}

/** Returns the span of the data at a path or, if the path does not exist, of the nearest ancestor that does. */
export function spanAt(data: Data, path: DataPath): Span {
  for (let length = path.length; length > 0; length -= 1) {
    const ancestor = dataAt(data, path.slice(0, length));
    if (ancestor !== undefined) return ancestor.span;
  }
  return data.span;
}

/** Returns the span of the last key of a path, for faults that concern the key itself; falls back to {@link spanAt}. */
export function keySpanAt(data: Data, path: DataPath): Span {
  const parent = dataAt(data, path.slice(0, -1));
  const key = String(path.at(-1));
  const field = parent?.kind === 'fields' ? parent.entries.find((entry) => entry.key === key) : undefined;
  return field?.keySpan ?? spanAt(data, path);
}
