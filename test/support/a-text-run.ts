import type { TextRun } from '../../src/layout/paragraph/text-runs.ts';

/** Text of the body in 10 points, outside leaves, notes and isolates. */
export function aTextRun(text: string): TextRun {
  return {
    text,
    face: 'serif',
    size: 10,
    rise: 0,
    colour: [0, 0, 0],
    figures: 'lining',
    leaf: undefined,
    note: undefined,
    isolate: undefined,
  };
}
