import * as v from 'valibot';
import { type Comment, type Data, isAbsent } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { quoteYaml } from '../model/quote-yaml.ts';
import { type FreeText, findFreeTexts } from './free-texts.ts';
import { type ValidatedData, echoOf } from './echo.ts';
import { convertIssue, isUnknownKeyIssue } from './issue-faults.ts';
import { spacingFaults } from './text-spacing.ts';

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
 * Validates data with a valibot schema and converts each issue to a fault at the location of the data. Three kinds of
 * faults are added, which valibot does not report: reserved keys, texts that a YAML comment cuts short, and surplus
 * white space in texts. `origin` says whether the data is a profile. Messages may have to withhold the values of
 * profiles. The free texts of the data are returned too, for the rules that search them.
 */
export function decode<T>(
  schema: v.GenericSchema<unknown, T>,
  data: Data,
  origin: ValidatedData['origin'] = 'campaign',
): Decoded<T> & { readonly texts: readonly FreeText[] } {
  const result = v.safeParse(schema, toPlainValue(data), { abortPipeEarly: true });
  const issues = result.issues ?? [];
  const issueFaults = issues.flatMap((issue) => convertIssue(issue, { data, origin }));
  // The fault of a missing key has the span of a value beside it, which can have a fault of its own.
  const faultySpans = new Set(issueFaults.filter(({ code }) => code !== 'data/missing-key').map(({ span }) => span));
  const texts = findFreeTexts(schema, data);
  const furtherFaults = [...spacingFaults(texts, origin), ...reservedKeyFaults(data)];
  const faults = [
    ...issueFaults,
    ...commentInTextFaults(texts, origin),
    ...furtherFaults.filter(({ span }) => !faultySpans.has(span)),
  ];
  const isComplete = result.typed && issues.every(isUnknownKeyIssue);
  return { value: isComplete ? result.output : undefined, faults, texts };
}

/** Converts data to plain arrays, objects and texts, without spans. An absent value becomes null. */
function toPlainValue(data: Data): unknown {
  if (data.kind === 'scalar') return isAbsent(data) ? null : data.text;
  if (data.kind === 'list') return data.items.map(toPlainValue);
  const fields: Record<string, unknown> = {};
  // `__proto__` is left out, because an assignment to it would set the prototype. `reservedKeyFaults` reports this key.
  for (const { key, value } of data.entries) if (key !== '__proto__') fields[key] = toPlainValue(value);
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

/**
 * Returns a fault for each free text that a comment follows. In YAML, a space and # begin a comment, so `Plaza #400` is
 * read as `Plaza`. A comment is accepted after a value that cannot be free text: a name, a date, an enumerated word.
 */
function commentInTextFaults(texts: readonly FreeText[], origin: ValidatedData['origin']): readonly Diagnostic[] {
  return texts.flatMap(({ scalar: { comment } }) => {
    // A comment in the place of a value is reported as a missing value.
    return comment === undefined || comment.source.startsWith('#') ? [] : [commentInTextFault(comment, origin)];
  });
}

/** Returns the fault for a comment after a text of which it may be meant to be a part. */
export function commentInTextFault(comment: Comment, origin: ValidatedData['origin']): Diagnostic {
  const message = say`what stands behind # is a comment and not part of the text`;
  const hint = say`if it is part of the text, write ${echoOf(origin, quoteYaml(comment.source))}; otherwise, give it a line of its own`;
  return fault('yaml/comment-in-text', comment.span, message, { hint });
}
