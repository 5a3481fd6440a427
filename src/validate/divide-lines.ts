import type { Data, Scalar } from '../model/data.ts';

/** The step of a path that stands for every key of a mapping. */
export const ANY_KEY: unique symbol = Symbol('any key');

/** A path to a value that has lines: keys, and `ANY_KEY`. */
export type LinesPath = readonly (string | typeof ANY_KEY)[];

/**
 * Returns data in which each text of several lines at one of these paths is a list of its lines, as if the file had it
 * so. The line break at the end of a text is not followed by a line. Each line has the span of the text.
 */
export function divideLines(data: Data, paths: readonly LinesPath[]): Data {
  return paths.reduce(divideLinesAt, data);
}

function divideLinesAt(data: Data, path: LinesPath): Data {
  const [step, ...rest] = path;
  if (step === undefined) return data.kind === 'scalar' && LINE_BREAK.test(data.text) ? listOfScalars(data) : data;
  if (data.kind !== 'fields') return data;
  let isDivided = false;
  const entries = data.entries.map((entry) => {
    if (step !== ANY_KEY && entry.key !== step) return entry;
    const value = divideLinesAt(entry.value, rest);
    if (value === entry.value) return entry;
    isDivided = true;
    return { ...entry, value };
  });
  return isDivided ? { ...data, entries } : data;
}

const LINE_BREAK = /\r\n?|\n/u;

function listOfScalars(scalar: Scalar): Data {
  const lines = scalar.text.replace(/(?:\r\n?|\n)+$/u, '').split(LINE_BREAK);
  return { kind: 'list', items: lines.map((text) => ({ ...scalar, text })), span: scalar.span };
}
