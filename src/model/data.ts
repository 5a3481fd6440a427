import type { Span } from './span.ts';

/**
 * What a file says, each piece with its place, before anybody asks what it means. Scalars are the characters as typed:
 * nothing here is a number, a date or a yes-or-no yet.
 */
export type Data = Scalar | DataList | Fields;

export interface Scalar {
  readonly kind: 'scalar';
  readonly text: string;
  /** Was it quoted or a block? An unquoted empty scalar is an absent value; a quoted one is an empty text. */
  readonly quoted: boolean;
  readonly span: Span;
  /** Where a comment follows on the line of an unquoted text: it may have been meant as part of the text. */
  readonly comment?: Span;
}

export interface DataList {
  readonly kind: 'list';
  readonly items: readonly Data[];
  readonly span: Span;
}

export interface Fields {
  readonly kind: 'fields';
  readonly entries: readonly Field[];
  readonly span: Span;
}

/** One `key: value` of a mapping. Keys are unique within their mapping. */
export interface Field {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Data;
}

/** A way into data: keys and 0-based positions. */
export type DataPath = readonly (string | number)[];

/** The data at the end of a path, if the path leads anywhere. */
export function dataAt(data: Data, path: DataPath): Data | undefined {
  let here: Data | undefined = data;
  for (const step of path) {
    if (here?.kind === 'list' && typeof step === 'number') here = here.items[step];
    else if (here?.kind === 'fields') here = here.entries.find(({ key }) => key === String(step))?.value;
    else return undefined;
  }
  return here;
}

/** The place of the data at a path, or of the nearest thing above it that exists. */
export function spanAt(data: Data, path: DataPath): Span {
  for (let length = path.length; length > 0; length -= 1) {
    const found = dataAt(data, path.slice(0, length));
    if (found !== undefined) return found.span;
  }
  return data.span;
}

/** The place of a key, for faults about the key itself. */
export function keySpanAt(data: Data, path: DataPath): Span {
  const parent = dataAt(data, path.slice(0, -1));
  const key = String(path.at(-1));
  const field = parent?.kind === 'fields' ? parent.entries.find((entry) => entry.key === key) : undefined;
  return field?.keySpan ?? spanAt(data, path);
}
