import * as v from 'valibot';
import type { Data } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { cutTexts } from './cut-texts.ts';
import { type Judged, faultsFor, isAbsent, isUnknownKey } from './issue-faults.ts';
import { plainValue } from './plain-value.ts';

/** What could be made of data, and its faults. A value in spite of faults is whole: unknown keys do not spoil it. */
export interface Checked<T> {
  readonly value: T | undefined;
  readonly faults: readonly Diagnostic[];
}

/** The library drops these from mappings without a word. */
const RESERVED: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** Judges data by a schema: every complaint becomes a fault of ours, in our words, at its place. */
export function decode<T>(
  schema: v.GenericSchema<unknown, T>,
  data: Data,
  from: Judged['from'] = 'campaign',
): Checked<T> {
  let isCommented = false;
  const value = plainValue(data, (scalar) => {
    isCommented ||= scalar.comment !== undefined;
    return isAbsent(scalar) ? null : scalar.text;
  });
  const result = v.safeParse(schema, value, { abortPipeEarly: true });
  const issues = result.issues ?? [];
  const told = issues.flatMap((issue) => faultsFor(issue, { data, from }));
  const faults = [
    ...told,
    ...(isCommented ? cutTexts(schema, data) : []),
    ...reservedKeys(data).filter(({ span }) => told.every((other) => other.span !== span)),
  ];
  const isWhole = result.typed && issues.every(isUnknownKey);
  return { value: isWhole ? result.output : undefined, faults };
}

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
