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

/** Walks through a schema and data in parallel, and adds the free texts to `texts`. */
function collectFreeTexts(schema: unknown, data: Data, path: DataPath, texts: FreeText[]): void {
  if (schema === lineOfText) {
    if (data.kind === 'scalar') texts.push({ path, scalar: data });
  } else if (hasKey(schema, 'pipe') && Array.isArray(schema.pipe)) {
    // A pipe that begins with `lineOfText` narrows it, as to an e-mail address.
    if (schema.pipe[0] !== lineOfText) for (const part of schema.pipe) collectFreeTexts(part, data, path, texts);
  } else if (hasKey(schema, 'wrapped')) {
    collectFreeTexts(schema.wrapped, data, path, texts);
  } else if (hasKey(schema, 'getter') && typeof schema.getter === 'function') {
    // A lazy schema selects between an item and a list of items.
    collectFreeTexts(schema.getter(data.kind === 'list' ? [] : {}), data, path, texts);
  } else if (data.kind === 'list') {
    if (!hasKey(schema, 'item')) return;
    for (const [index, item] of data.items.entries()) collectFreeTexts(schema.item, item, [...path, index], texts);
  } else if (data.kind === 'fields') {
    for (const { key, value } of data.entries) collectFreeTexts(schemaOfKey(schema, key), value, [...path, key], texts);
  }
}

/** Returns the schema for the value of a key of a mapping; undefined if the key is not known. */
function schemaOfKey(schema: unknown, key: string): unknown {
  if (hasKey(schema, 'entries') && isRecord(schema.entries) && Object.hasOwn(schema.entries, key))
    return schema.entries[key];
  if (hasKey(schema, 'rest')) return schema.rest;
  return hasKey(schema, 'value') ? schema.value : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Whether a value is an object with a key. Schemas are distinguished by their keys, as valibot's own types are. */
function hasKey<Key extends string>(value: unknown, key: Key): value is Readonly<Record<Key, unknown>> {
  return isRecord(value) && key in value;
}
