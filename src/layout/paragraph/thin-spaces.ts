import type { ThinSpaces } from '../../model/locale-data.ts';
import { anyOf } from '../../model/literal-pattern.ts';

const THIN_SPACE = '\u202F';
/** Matches the ordinary or no-break space, if any, that a thin space replaces. */
const TYPED_SPACE = String.raw`[ \u00a0]?`;

/** A colon has a thin space only if white space or the end of the text follows: not in a URL or a time of day. */
const COLON = String.raw`:(?=\s|$)`;

/** What thin spaces depend on, and change, in a text run: its text, and whether it is the mark of a note. */
interface SpacedRun {
  readonly text: string;
  readonly note: unknown;
}

/** Sets the thin spaces in the text runs of a paragraph. */
export type SetThinSpaces = <Run extends SpacedRun>(runs: readonly Run[]) => readonly Run[];

/**
 * Returns a function that sets a narrow no-break space (U+202F) before and after the punctuation marks that take one in
 * the language, in place of a typed space, if there is one. No space is set before a mark at the start of the paragraph,
 * after white space, after an opening bracket, or after another mark that it belongs with ("?!").
 */
export function createThinSpaceSetter(thinSpaces: ThinSpaces | undefined): SetThinSpaces {
  if (thinSpaces === undefined) return (runs) => runs;
  const { before, after, noSpaceAfter } = thinSpaces;
  const markBefore = [...(before.includes(':') ? [COLON] : []), anyOf(before.filter((mark) => mark !== ':'))].join('|');
  const patterns: ThinSpacePatterns = {
    markWithSpaceBefore: new RegExp(`${TYPED_SPACE}(${markBefore})`, 'gu'),
    markWithSpaceAfter: new RegExp(`(${anyOf(after)})${TYPED_SPACE}`, 'gu'),
    noSpaceAfter: new RegExp(String.raw`^$|[\s([]|${anyOf(noSpaceAfter)}`, 'u'),
  };
  return (runs) => withThinSpaces(runs, patterns);
}

/** The patterns of a language. Those for marks have a group for the mark. */
interface ThinSpacePatterns {
  readonly markWithSpaceBefore: RegExp;
  readonly markWithSpaceAfter: RegExp;
  readonly noSpaceAfter: RegExp;
}

function withThinSpaces<Run extends SpacedRun>(runs: readonly Run[], patterns: ThinSpacePatterns): readonly Run[] {
  // The last character of the previous run that is not a note mark.
  let lastCharacter = '';
  return runs.map((run) => {
    const text = run.text.replace(patterns.markWithSpaceBefore, (match: string, mark: string, offset: number) => {
      const previousCharacter = offset === 0 ? lastCharacter : run.text.charAt(offset - 1);
      return patterns.noSpaceAfter.test(previousCharacter) ? match : THIN_SPACE + mark;
    });
    if (run.note === undefined) lastCharacter = run.text.slice(-1);
    return { ...run, text: text.replace(patterns.markWithSpaceAfter, `$1${THIN_SPACE}`) };
  });
}
