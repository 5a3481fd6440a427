import type { Isolate } from './embedding-levels.ts';
import type { TextRun } from './text-runs.ts';

/**
 * Returns the isolates of a paragraph (UAX #9): merged values, each in the direction of its own text, and note marks.
 * Marks are left-to-right isolates, so that in a right-to-left paragraph, too, they follow their text and form no
 * number with digits before them. Each is one by itself, as is the comma between two, so that the first mark is the one
 * next to the text in either direction.
 */
export function isolatesIn(runs: readonly TextRun[]): readonly Isolate[] {
  const isolates: Isolate[] = [];
  let start = 0;
  let previousRun: TextRun | undefined;
  for (const run of runs) {
    const end = start + run.text.length;
    const isMark = run.note !== undefined;
    const lastIsolate = isolates.at(-1);
    const continuesLastIsolate = !isMark && previousRun?.isolate === run.isolate;
    if ((isMark || run.isolate !== undefined) && end > start) {
      if (continuesLastIsolate && lastIsolate?.end === start) isolates[isolates.length - 1] = { ...lastIsolate, end };
      else isolates.push({ start, end, direction: isMark ? 'ltr' : 'auto' });
    }
    start = end;
    previousRun = run;
  }
  return isolates;
}
