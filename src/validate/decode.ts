import * as v from 'valibot';
import type { Data, DataPath, Scalar } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import type { Span } from '../model/span.ts';
import { type Judged, faultsFor, isAbsent, isUnknownKey } from './issue-faults.ts';

/** What could be made of data, and its faults. A value in spite of faults is whole: unknown keys do not spoil it. */
export interface Decoded<T> {
  readonly value: T | undefined;
  readonly faults: readonly Diagnostic[];
}

/** Judges data by a schema: every complaint becomes a fault of ours, in our words, at its place. */
export function decode<T>(
  schema: v.GenericSchema<unknown, T>,
  data: Data,
  from: Judged['from'] = 'campaign',
): Decoded<T> {
  const value = plainValue(data, (scalar) => (isAbsent(scalar) ? null : scalar.text));
  const result = v.safeParse(schema, value, { abortPipeEarly: true });
  const issues = result.issues ?? [];
  const told = issues.flatMap((issue) => faultsFor(issue, { data, from }));
  const faults = [
    ...told,
    ...cutTexts(schema, data),
    ...reservedKeys(data).filter(({ span }) => told.every((other) => other.span !== span)),
  ];
  const isWhole = result.typed && issues.every(isUnknownKey);
  return { value: isWhole ? result.output : undefined, faults };
}

/** Data as plain lists, mappings and values, its places left out; `scalar` says what a text becomes. */
function plainValue(data: Data, scalar: (scalar: Scalar) => unknown): unknown {
  if (data.kind === 'scalar') return scalar(data);
  if (data.kind === 'list') return data.items.map((item) => plainValue(item, scalar));
  const fields: Record<string, unknown> = {};
  // Assigned, `__proto__` would set the prototype instead of a key; `reservedKeys` refuses it.
  for (const { key, value } of data.entries) if (key !== '__proto__') fields[key] = plainValue(value, scalar);
  return fields;
}

/** The library drops these from mappings without a word. */
const RESERVED: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** Names that no mapping can have, wherever they stand. */
function reservedKeys(data: Data): readonly Diagnostic[] {
  if (data.kind === 'scalar') return [];
  if (data.kind === 'list') return data.items.flatMap(reservedKeys);
  return data.entries.flatMap(({ key, keySpan, value }) => [
    ...(RESERVED.includes(key)
      ? [fault('data/wrong-value', keySpan, say`${key} cannot be used as a name`, { hint: say`choose another name` })]
      : []),
    ...reservedKeys(value),
  ]);
}

/** Neither a name nor a day nor a number: a schema that accepts this accepts any text. */
const ANY_TEXT = 'any text, in words';

/**
 * Texts that a comment cuts short: to YAML a space and # begin one, so that `Plaza #400` is `Plaza`. Behind one of a
 * few fixed words a comment is welcome; behind free text it may have been meant as part of the text. The schema tells
 * the two apart: free text is where it accepts any words, and no mapping.
 */
function cutTexts(schema: v.GenericSchema, data: Data): readonly Diagnostic[] {
  const commented = commentedIn(data, []);
  if (commented.length === 0) return [];
  const refusesText = placesRefused(schema, data, ANY_TEXT);
  const refusesMapping = placesRefused(schema, data, {});
  return commented
    .filter(({ place }) => !refusesText.has(place) && refusesMapping.has(place))
    .map(({ comment }) =>
      fault('yaml/comment-in-text', comment, say`what stands behind # is a comment and not part of the text`, {
        hint: say`put the text in quotation marks, with # if that belongs to it; give a comment a line of its own`,
      }),
    );
}

/** Every text that a comment follows: its place in the data as `keyOf` writes it, and where the comment begins. */
function commentedIn(data: Data, path: DataPath): readonly { readonly place: string; readonly comment: Span }[] {
  if (data.kind === 'scalar')
    return data.comment === undefined ? [] : [{ place: pathKey(path), comment: data.comment }];
  if (data.kind === 'list') return data.items.flatMap((item, index) => commentedIn(item, [...path, index]));
  return data.entries.flatMap(({ key, value }) => commentedIn(value, [...path, key]));
}

/** Where the schema complains if every text that has a comment were this instead. */
function placesRefused(schema: v.GenericSchema, data: Data, instead: unknown): ReadonlySet<string> {
  const value = plainValue(data, ({ comment, text }) => (comment === undefined ? text : instead));
  const issues = v.safeParse(schema, value, { abortPipeEarly: true }).issues ?? [];
  return new Set(issues.map((issue) => pathKey((issue.path ?? []).map(({ key }) => String(key)))));
}

function pathKey(path: DataPath): string {
  return JSON.stringify(path.map(String));
}
