import * as v from 'valibot';
import type { Data, DataPath, Scalar } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import type { Span } from '../model/span.ts';
import { type ValidatedData, faultsFor, isAbsent, isUnknownKey } from './issue-faults.ts';

/**
 * The result of validating data with a schema. `value` is undefined if the data does not match the schema. It can be
 * present together with faults: unknown keys, for example, are reported and left out of it.
 */
export interface Decoded<T> {
  readonly value: T | undefined;
  readonly faults: readonly Diagnostic[];
}

/**
 * Validates data with a valibot schema and converts every issue to a fault with its location. Texts cut short by a YAML
 * comment and reserved keys, which valibot does not report, are faults too. `from` is the origin of the data: values
 * from a profile may be withheld where messages are public.
 */
export function decode<T>(
  schema: v.GenericSchema<unknown, T>,
  data: Data,
  from: ValidatedData['from'] = 'campaign',
): Decoded<T> {
  const value = plainValue(data, (scalar) => (isAbsent(scalar) ? null : scalar.text));
  const result = v.safeParse(schema, value, { abortPipeEarly: true });
  const issues = result.issues ?? [];
  const issueFaults = issues.flatMap((issue) => faultsFor(issue, { data, from }));
  const faults = [
    ...issueFaults,
    ...textsCutByComment(schema, data),
    ...reservedKeys(data).filter(({ span }) => issueFaults.every((other) => other.span !== span)),
  ];
  const isWhole = result.typed && issues.every(isUnknownKey);
  return { value: isWhole ? result.output : undefined, faults };
}

/** Converts data to plain arrays, objects and values, without spans. `convert` maps each scalar to its value. */
function plainValue(data: Data, convert: (scalar: Scalar) => unknown): unknown {
  if (data.kind === 'scalar') return convert(data);
  if (data.kind === 'list') return data.items.map((item) => plainValue(item, convert));
  const fields: Record<string, unknown> = {};
  // Assignment to `__proto__` would set the prototype instead of a property; `reservedKeys` reports this key.
  for (const { key, value } of data.entries) if (key !== '__proto__') fields[key] = plainValue(value, convert);
  return fields;
}

/** Keys that valibot silently drops from a record, to prevent prototype pollution. */
const RESERVED: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** Returns a fault for every reserved key, at any depth. */
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

/** A probe value that is neither a name, a date nor a number: a schema that accepts it accepts free text. */
const ANY_TEXT = 'any text, in words';

/**
 * Returns a fault for every free text that a comment follows: in YAML, a space and # begin a comment, so `Plaza #400`
 * is read as `Plaza`. A comment after a value with a fixed format (a name, a date, an enumerated word) is accepted. To
 * tell the two apart, the schema is applied to the data with probe values: a free text accepts any text but no mapping.
 */
function textsCutByComment(schema: v.GenericSchema, data: Data): readonly Diagnostic[] {
  const commented = commentedTexts(data, []);
  if (commented.length === 0) return [];
  const textRefused = refusedPaths(schema, data, ANY_TEXT);
  const mappingRefused = refusedPaths(schema, data, {});
  return commented
    .filter(({ encodedPath }) => !textRefused.has(encodedPath) && mappingRefused.has(encodedPath))
    .map(({ comment }) =>
      fault('yaml/comment-in-text', comment, say`what stands behind # is a comment and not part of the text`, {
        hint: say`put the text in quotation marks, with # if that belongs to it; give a comment a line of its own`,
      }),
    );
}

/** Returns, for every scalar that a comment follows, its encoded path in the data and the span of the comment. */
function commentedTexts(
  data: Data,
  path: DataPath,
): readonly { readonly encodedPath: string; readonly comment: Span }[] {
  if (data.kind === 'scalar')
    return data.comment === undefined ? [] : [{ encodedPath: encodePath(path), comment: data.comment }];
  if (data.kind === 'list') return data.items.flatMap((item, index) => commentedTexts(item, [...path, index]));
  return data.entries.flatMap(({ key, value }) => commentedTexts(value, [...path, key]));
}

/** Returns the encoded paths of the issues that arise if `replacement` takes the place of every commented scalar. */
function refusedPaths(schema: v.GenericSchema, data: Data, replacement: unknown): ReadonlySet<string> {
  const value = plainValue(data, ({ comment, text }) => (comment === undefined ? text : replacement));
  const issues = v.safeParse(schema, value, { abortPipeEarly: true }).issues ?? [];
  return new Set(issues.map((issue) => encodePath((issue.path ?? []).map(({ key }) => String(key)))));
}

/** Encodes a path as a string, for comparison. */
function encodePath(path: DataPath): string {
  return JSON.stringify(path.map(String));
}
