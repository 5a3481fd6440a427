import type * as v from 'valibot';
import type { Data, DataPath, Scalar } from '../model/data.ts';
import { lineOfText } from './value-schemas.ts';

/** A free text of a file: a scalar for which the schema accepts any words, unlike a name, a date or an address. */
export interface FreeText {
  readonly path: DataPath;
  readonly scalar: Scalar;
}

/** Returns the free texts of data: the scalars where its schema has `lineOfText` itself. The data need not be valid. */
export function findFreeTexts(schema: v.GenericSchema, data: Data): readonly FreeText[] {
  const texts: FreeText[] = [];
  collectFreeTexts(schema, data, [], texts);
  return texts;
}

/** The properties of valibot's schemas that lead to the schemas within them. A schema has some of them, or none. */
interface SchemaNode {
  readonly kind: string;
  /** The schemas and actions that a value passes one after the other. */
  readonly pipe?: readonly SchemaNode[];
  /** The schema of an optional value. */
  readonly wrapped?: SchemaNode;
  /** Returns the schema for an input. */
  readonly getter?: (input: unknown) => SchemaNode;
  /** The schema of the items of a list. */
  readonly item?: SchemaNode;
  /** The schemas of the keys of a mapping. */
  readonly entries?: Readonly<Record<string, SchemaNode>>;
  /** The schema of the other keys of a mapping. */
  readonly rest?: SchemaNode;
  /** The schema of all values of a record. */
  readonly value?: SchemaNode;
}

/**
 * Walks through a schema and data in parallel, and adds the free texts to `texts`. `path` is changed on the way and
 * restored: the walk is made for each profile, and copies the path only where there is a text.
 */
function collectFreeTexts(schema: SchemaNode, data: Data, path: (string | number)[], texts: FreeText[]): void {
  if (data.kind === 'scalar') {
    if (schemaOfScalar(schema) === lineOfText) texts.push({ path: [...path], scalar: data });
    return;
  }
  const { pipe, wrapped, getter, item, entries, rest, value } = schema;
  if (pipe !== undefined) for (const part of pipe) collectFreeTexts(part, data, path, texts);
  else if (wrapped !== undefined) collectFreeTexts(wrapped, data, path, texts);
  // A lazy schema selects by the kind of data and by the keys: between an item and a list of items, or two mappings.
  else if (getter !== undefined) collectFreeTexts(getter(withoutValues(data)), data, path, texts);
  else if (data.kind === 'list') {
    if (item !== undefined) data.items.forEach((child, index) => collectChild(item, child, index, path, texts));
  } else if (entries !== undefined || value !== undefined) {
    for (const { key, value: child } of data.entries) {
      const childSchema = entries !== undefined && Object.hasOwn(entries, key) ? entries[key] : (rest ?? value);
      if (childSchema !== undefined) collectChild(childSchema, child, key, path, texts);
    }
  }
}

/** Returns a list or a mapping as a lazy schema takes it, whose values do not count. */
function withoutValues(data: Exclude<Data, Scalar>): object {
  return data.kind === 'list' ? [] : Object.fromEntries(data.entries.map(({ key }) => [key, undefined]));
}

function collectChild(
  schema: SchemaNode,
  data: Data,
  step: string | number,
  path: (string | number)[],
  texts: FreeText[],
): void {
  path.push(step);
  collectFreeTexts(schema, data, path, texts);
  path.pop();
}

/** Returns the schema of a text within an optional value, a choice by the input or a pipe; any other as it is. */
function schemaOfScalar(schema: SchemaNode): SchemaNode {
  const inner = schema.wrapped ?? schema.getter?.('') ?? schema.pipe?.[0];
  return schema === lineOfText || inner === undefined ? schema : schemaOfScalar(inner);
}
