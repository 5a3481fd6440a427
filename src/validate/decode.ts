import * as v from 'valibot';
import type { Comment, Data, DataPath, Scalar } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { quoteYaml } from '../model/quote-yaml.ts';
import { type ValidatedData, convertIssue, echoOf, isAbsent, isUnknownKeyIssue } from './issue-faults.ts';

/** The result of validating data with a schema. */
export interface Decoded<T> {
  /**
   * The validated value; undefined if the data does not match the schema. A value and faults can be present together:
   * unknown keys, for example, are reported and left out of the value.
   */
  readonly value: T | undefined;
  readonly faults: readonly Diagnostic[];
}

/**
 * Validates data with a valibot schema and converts each issue to a fault at the location of the data. Two kinds of
 * faults are added, which valibot does not report: reserved keys, and texts that a YAML comment cuts short. `origin`
 * says whether the data is a profile. Messages may have to withhold the values of profiles.
 */
export function decode<T>(
  schema: v.GenericSchema<unknown, T>,
  data: Data,
  origin: ValidatedData['origin'] = 'campaign',
): Decoded<T> {
  const input = toPlainValue(data, (scalar) => (isAbsent(scalar) ? null : scalar.text));
  const result = v.safeParse(schema, input, { abortPipeEarly: true });
  const issues = result.issues ?? [];
  const issueFaults = issues.flatMap((issue) => convertIssue(issue, { data, origin }));
  const faults = [
    ...issueFaults,
    ...commentInTextFaults(schema, data, origin),
    ...reservedKeyFaults(data).filter(({ span }) => issueFaults.every((issueFault) => issueFault.span !== span)),
  ];
  const isComplete = result.typed && issues.every(isUnknownKeyIssue);
  return { value: isComplete ? result.output : undefined, faults };
}

/** Converts data to plain arrays, objects and values, without spans. `convert` returns the value of a scalar. */
function toPlainValue(data: Data, convert: (scalar: Scalar) => unknown): unknown {
  if (data.kind === 'scalar') return convert(data);
  if (data.kind === 'list') return data.items.map((item) => toPlainValue(item, convert));
  const fields: Record<string, unknown> = {};
  // `__proto__` is left out, because an assignment to it would set the prototype. `reservedKeyFaults` reports this key.
  for (const { key, value } of data.entries) if (key !== '__proto__') fields[key] = toPlainValue(value, convert);
  return fields;
}

/** The keys that valibot drops from a record without an issue, to prevent prototype pollution. */
const RESERVED_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** Returns a fault for each reserved key, at any depth. */
function reservedKeyFaults(data: Data): readonly Diagnostic[] {
  if (data.kind === 'scalar') return [];
  if (data.kind === 'list') return data.items.flatMap(reservedKeyFaults);
  return data.entries.flatMap(({ key, keySpan, value }) => [
    ...(RESERVED_KEYS.includes(key)
      ? [fault('data/wrong-value', keySpan, say`${key} cannot be used as a name`, { hint: say`choose another name` })]
      : []),
    ...reservedKeyFaults(value),
  ]);
}

/** A value that is neither a name, a date nor a number. A schema that accepts it accepts free text. */
const PROBE_TEXT = 'any text, in words';

/**
 * Returns a fault for each free text that a comment follows. In YAML, a space and # begin a comment, so `Plaza #400` is
 * read as `Plaza`. A comment is accepted after a value that cannot be free text: a name, a date, an enumerated word. To
 * recognise free text, the schema is applied to the data twice, with a probe value in place of each commented scalar:
 * free text is where the schema accepts any text but refuses a mapping.
 */
function commentInTextFaults(
  schema: v.GenericSchema,
  data: Data,
  origin: ValidatedData['origin'],
): readonly Diagnostic[] {
  // A comment in the place of a value is reported as a missing value.
  const commentedScalars = findCommentedScalars(data, []).filter(({ comment }) => !comment.source.startsWith('#'));
  if (commentedScalars.length === 0) return [];
  const pathsRefusingText = findRefusedPaths(schema, data, PROBE_TEXT);
  const pathsRefusingMapping = findRefusedPaths(schema, data, {});
  return commentedScalars
    .filter(({ encodedPath }) => !pathsRefusingText.has(encodedPath) && pathsRefusingMapping.has(encodedPath))
    .map(({ comment }) =>
      fault('yaml/comment-in-text', comment.span, say`what stands behind # is a comment and not part of the text`, {
        hint: say`if it is part of the text, write ${echoOf(origin, quoteYaml(comment.source))}; otherwise, give it a line of its own`,
      }),
    );
}

/** Returns each scalar that a comment follows: its encoded path in the data, and the comment. */
function findCommentedScalars(
  data: Data,
  path: DataPath,
): readonly { readonly encodedPath: string; readonly comment: Comment }[] {
  if (data.kind === 'scalar')
    return data.comment === undefined ? [] : [{ encodedPath: encodePath(path), comment: data.comment }];
  if (data.kind === 'list') return data.items.flatMap((item, index) => findCommentedScalars(item, [...path, index]));
  return data.entries.flatMap(({ key, value }) => findCommentedScalars(value, [...path, key]));
}

/** Returns the encoded paths of the issues that arise if `replacement` takes the place of each commented scalar. */
function findRefusedPaths(schema: v.GenericSchema, data: Data, replacement: unknown): ReadonlySet<string> {
  const value = toPlainValue(data, ({ comment, text }) => (comment === undefined ? text : replacement));
  const issues = v.safeParse(schema, value, { abortPipeEarly: true }).issues ?? [];
  return new Set(issues.map((issue) => encodePath((issue.path ?? []).map(({ key }) => String(key)))));
}

/** Encodes a path as a string, so that paths can be members of a set. */
function encodePath(path: DataPath): string {
  return JSON.stringify(path.map(String));
}
