import * as v from 'valibot';
import type { Data, Path, Scalar } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import type { Span } from '../model/span.ts';
import { plainValue } from './plain-value.ts';

/** No name, day or number looks like this, so what accepts it takes any text. */
const ANY_TEXT = 'any text, in words';

/**
 * Texts that a comment cuts short: YAML takes a space and # for the beginning of one, so that `Plaza #400` is `Plaza`.
 * Behind a word that is one of a few a comment is welcome; behind free text nobody can tell whether it was meant as one.
 * Which is which is asked of the schema: free text is where any words are accepted, and a mapping is not.
 */
export function cutTexts(schema: v.GenericSchema, data: Data): readonly Diagnostic[] {
  const commented = commentedIn(data, []);
  const refusesText = placesRefused(schema, data, ANY_TEXT);
  const refusesMapping = placesRefused(schema, data, {});
  return commented
    .filter(({ path }) => !refusesText.has(keyOf(path)) && refusesMapping.has(keyOf(path)))
    .map(({ comment }) => cutText(comment));
}

interface Commented {
  readonly path: Path;
  readonly comment: Span;
}

function commentedIn(data: Data, path: Path): readonly Commented[] {
  if (data.kind === 'scalar') return data.comment === undefined ? [] : [{ path, comment: data.comment }];
  if (data.kind === 'list') return data.items.flatMap((item, index) => commentedIn(item, [...path, index]));
  return data.entries.flatMap(({ key, value }) => commentedIn(value, [...path, key]));
}

/** Where the schema complains if every text that has a comment were this instead. */
function placesRefused(schema: v.GenericSchema, data: Data, instead: unknown): ReadonlySet<string> {
  const scalar = (given: Scalar): unknown => (given.comment === undefined ? given.text : instead);
  const issues = v.safeParse(schema, plainValue(data, scalar), { abortPipeEarly: true }).issues ?? [];
  return new Set(issues.map((issue) => keyOf((issue.path ?? []).map(({ key }) => String(key)))));
}

function keyOf(path: Path): string {
  return JSON.stringify(path.map(String));
}

function cutText(comment: Span): Diagnostic {
  return fault('yaml/comment-in-text', comment, say`what stands behind # is a comment and not part of the text`, {
    hint: say`put the text in quotation marks, with # if that belongs to it; give a comment a line of its own`,
  });
}
