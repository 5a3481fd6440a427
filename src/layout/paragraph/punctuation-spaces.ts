import type { Conventions } from '../../languages/conventions.ts';
import { anyOf, literalPattern } from '../../model/literal-pattern.ts';

const THIN_SPACE = '\u202F';
const NO_BREAK_SPACE = '\u00A0';

/** A colon has a space only if white space or the end of the text follows: not in a URL or a time of day. */
const COLON = String.raw`:(?=\s|$)`;
/** What follows a mark inside a web address, as in "?page=1". No space is added before such a mark. */
const IN_ADDRESS = String.raw`[\p{L}\p{N}/=&%#_-]`;

/** What the spaces at punctuation depend on, and change, in a text run: its text, and whether it is the mark of a note. */
interface SpacedRun {
  readonly text: string;
  readonly note: unknown;
}

/** Sets the spaces at the punctuation of the text runs of a paragraph. */
export type SetPunctuationSpaces = <Run extends SpacedRun>(runs: readonly Run[]) => readonly Run[];

/**
 * Returns a function that sets the spaces before and after those punctuation marks that have one in the language: a
 * narrow no-break space (U+202F) or a no-break space (U+00A0), in place of an ordinary space or of none. A no-break
 * space that is typed stays as it is, wide or narrow, because its author chose it. No space is set before a mark at the
 * start of the paragraph or of a quotation, after white space, or after an opening bracket, and none is added between
 * two marks that belong together ("?!") or inside a web address.
 */
export function createPunctuationSpaceSetter({
  thinSpaces,
  noBreakSpaces,
  quotationMarks,
}: Pick<Conventions, 'thinSpaces' | 'noBreakSpaces' | 'quotationMarks'>): SetPunctuationSpaces {
  if (thinSpaces === undefined && noBreakSpaces === undefined) return (runs) => runs;
  const spacesBefore = spacesByMark(thinSpaces?.before, noBreakSpaces?.before);
  const spacesAfter = spacesByMark(thinSpaces?.after, noBreakSpaces?.after);
  const marksBefore = [...spacesBefore.keys()].filter((mark) => mark !== ':');
  const colon = spacesBefore.has(':') ? COLON : '(?!)';
  const anyMark = anyOf(marksBefore);
  const patterns: PunctuationPatterns = {
    before: new RegExp(`(?: (?=${colon}|${anyMark})|(?=${colon}|(?:${anyMark})(?!${IN_ADDRESS})))(.)`, 'gu'),
    after: new RegExp(String.raw`(${anyOf([...spacesAfter.keys()])})(?![\u00A0\u202F]) ?`, 'gu'),
    noneAfter: new RegExp(String.raw`^$|[\s([]|${literalPattern(quotationMarks.open)}`, 'u'),
    noneBetween: new RegExp(anyOf(thinSpaces?.noSpaceAfter ?? []), 'u'),
    closingMark: quotationMarks.close,
  };
  return (runs) => withSpaces(runs, patterns, spacesBefore, spacesAfter);
}

/** The space at each mark. */
type SpacesByMark = ReadonlyMap<string, string>;

/** Returns the space at each mark. A mark that has both kinds of space in the data has the thin one. */
function spacesByMark(thin: readonly string[] = [], noBreak: readonly string[] = []): SpacesByMark {
  return new Map([
    ...noBreak.map((mark) => [mark, NO_BREAK_SPACE] as const),
    ...thin.map((mark) => [mark, THIN_SPACE] as const),
  ]);
}

/** The patterns of a language. Those for marks match the ordinary space too, if there is one, and have a group for the mark. */
interface PunctuationPatterns {
  readonly before: RegExp;
  readonly after: RegExp;
  /** What no space follows, before any mark. */
  readonly noneAfter: RegExp;
  /** Marks that no space separates from the next mark, unless that closes a quotation. */
  readonly noneBetween: RegExp;
  readonly closingMark: string;
}

function withSpaces<Run extends SpacedRun>(
  runs: readonly Run[],
  patterns: PunctuationPatterns,
  spacesBefore: SpacesByMark,
  spacesAfter: SpacesByMark,
): readonly Run[] {
  // The last character of the previous run that is not a note mark.
  let lastCharacter = '';
  return runs.map((run) => {
    const text = run.text.replace(patterns.before, (match: string, mark: string, offset: number) => {
      const previousCharacter = offset === 0 ? lastCharacter : run.text.charAt(offset - 1);
      const isSeparate = match !== mark || mark === patterns.closingMark;
      const hasNone =
        patterns.noneAfter.test(previousCharacter) || (!isSeparate && patterns.noneBetween.test(previousCharacter));
      return hasNone ? match : `${spacesBefore.get(mark) ?? ''}${mark}`;
    });
    if (run.note === undefined) lastCharacter = run.text.slice(-1);
    return {
      ...run,
      text: text.replace(patterns.after, (_, mark: string) => `${mark}${spacesAfter.get(mark) ?? ''}`),
    };
  });
}
