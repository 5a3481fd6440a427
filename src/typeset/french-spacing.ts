import type { Run } from './runs.ts';

const THIN_SPACE = '\u202F';
const MARK = /[ \u00a0]?([;!?»]|:(?=\s|$))/g;
/** After these, and after other white space, a mark stands as it was typed. */
const CLOSE_BEFORE = /[\s([;!?:«\u202f]/;

/**
 * As French has it: a thin space that no line ends at goes before ; : ! ? and » and after «, whether a space was typed
 * there or none. Addresses of the web and times of day have none.
 */
export function withThinSpaces(runs: readonly Run[]): readonly Run[] {
  let before = '';
  return runs.map((run) => {
    const text = run.text.replace(MARK, (typed: string, mark: string, at: number) => {
      const previous = at === 0 ? before : run.text.charAt(at - 1);
      return previous === '' || CLOSE_BEFORE.test(previous) ? typed : THIN_SPACE + mark;
    });
    if (run.note === undefined) before = run.text.slice(-1);
    return { ...run, text: text.replace(/«[ \u00a0]?/g, `«${THIN_SPACE}`) };
  });
}
