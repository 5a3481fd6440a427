import type { ThinSpaces } from '../../languages/conventions.ts';
import type { TextRun } from './text-runs.ts';

const THIN_SPACE = '\u202F';
/** A space that was typed where a thin one belongs. */
const TYPED = String.raw`[ \u00a0]?`;

/**
 * Puts a thin space that no line ends at (U+202F) beside the signs that have one in the language, whether a space was
 * typed there or none. After an opening bracket, other white space, or nothing, a sign stands as it was typed.
 */
export function withThinSpaces(runs: readonly TextRun[], thinSpaces: ThinSpaces | undefined): readonly TextRun[] {
  if (thinSpaces === undefined) return runs;
  const spacedBefore = new RegExp(`${TYPED}(${thinSpaces.before.source})`, 'g');
  const spacedAfter = new RegExp(`(${thinSpaces.after.source})${TYPED}`, 'g');
  const closeBefore = new RegExp(String.raw`^$|[\s([]|${thinSpaces.closeAfter.source}`);
  let before = '';
  return runs.map((run) => {
    const text = run.text.replace(spacedBefore, (typed: string, sign: string, at: number) => {
      const previous = at === 0 ? before : run.text.charAt(at - 1);
      return closeBefore.test(previous) ? typed : THIN_SPACE + sign;
    });
    if (run.note === undefined) before = run.text.slice(-1);
    return { ...run, text: text.replace(spacedAfter, `$1${THIN_SPACE}`) };
  });
}
