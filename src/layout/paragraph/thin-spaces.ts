import type { ThinSpaces } from '../../languages/locale-data.ts';
import type { TextRun } from './text-runs.ts';

const THIN_SPACE = '\u202F';
/** Matches the ordinary or no-break space, if any, that a thin space replaces. */
const TYPED_SPACE = String.raw`[ \u00a0]?`;

/**
 * Sets a narrow no-break space (U+202F) before and after the punctuation marks that take one in the language, in place
 * of a typed space, if there is one. No space is set before a mark at the start of the paragraph, after white space,
 * after an opening bracket, or after another mark that it belongs with ("?!").
 */
export function withThinSpaces(runs: readonly TextRun[], thinSpaces: ThinSpaces | undefined): readonly TextRun[] {
  if (thinSpaces === undefined) return runs;
  const markWithSpaceBefore = new RegExp(`${TYPED_SPACE}(${thinSpaces.before.source})`, 'g');
  const markWithSpaceAfter = new RegExp(`(${thinSpaces.after.source})${TYPED_SPACE}`, 'g');
  const noSpaceAfter = new RegExp(String.raw`^$|[\s([]|${thinSpaces.noSpaceAfter.source}`);
  // The last character of the previous run that is not a note mark.
  let lastCharacter = '';
  return runs.map((run) => {
    const text = run.text.replace(markWithSpaceBefore, (match: string, mark: string, offset: number) => {
      const previousCharacter = offset === 0 ? lastCharacter : run.text.charAt(offset - 1);
      return noSpaceAfter.test(previousCharacter) ? match : THIN_SPACE + mark;
    });
    if (run.note === undefined) lastCharacter = run.text.slice(-1);
    return { ...run, text: text.replace(markWithSpaceAfter, `$1${THIN_SPACE}`) };
  });
}
