import type { ThinSpaces } from '../../languages/conventions.ts';
import type { TextRun } from './text-runs.ts';

const THIN_SPACE = '\u202F';
/** The ordinary or no-break space that a thin space replaces, if the text has one. */
const TYPED_SPACE = String.raw`[ \u00a0]?`;

/**
 * Sets a narrow no-break space (U+202F) before and after the punctuation marks that take one in the language, in place
 * of a typed space if there is one. No space is set before a mark at the start of a paragraph, after white space, after
 * an opening bracket, or right after a mark that the next one follows closely ("?!").
 */
export function withThinSpaces(runs: readonly TextRun[], thinSpaces: ThinSpaces | undefined): readonly TextRun[] {
  if (thinSpaces === undefined) return runs;
  const spacedBefore = new RegExp(`${TYPED_SPACE}(${thinSpaces.before.source})`, 'g');
  const spacedAfter = new RegExp(`(${thinSpaces.after.source})${TYPED_SPACE}`, 'g');
  const noSpaceAfter = new RegExp(String.raw`^$|[\s([]|${thinSpaces.noSpaceAfter.source}`);
  // The last character of the previous run, note marks not counted.
  let lastCharacter = '';
  return runs.map((run) => {
    const text = run.text.replace(spacedBefore, (match: string, sign: string, offset: number) => {
      const previous = offset === 0 ? lastCharacter : run.text.charAt(offset - 1);
      return noSpaceAfter.test(previous) ? match : THIN_SPACE + sign;
    });
    if (run.note === undefined) lastCharacter = run.text.slice(-1);
    return { ...run, text: text.replace(spacedAfter, `$1${THIN_SPACE}`) };
  });
}
