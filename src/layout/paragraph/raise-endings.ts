import type { Figures, WordShaper } from '../../fonts/fonts.ts';
import { anyOf } from '../../model/literal-pattern.ts';
import type { Language } from '../../model/language.ts';
import type { RaisedEndings } from '../../model/locale-data.ts';
import type { Face } from '../../model/page.ts';

/** What the endings depend on, and change, in a text run. `note` is undefined unless it is the mark of a note. */
interface RaisableRun {
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  readonly rise: number;
  readonly figures: Figures;
  readonly note: unknown;
}

/** Raises the endings of ordinal numbers in the text runs of a paragraph, each in a run of its own. */
export type RaiseEndings = <Run extends RaisableRun>(runs: readonly Run[]) => readonly Run[];

/** The size of a raised ending as a share of that of the text, if the face has no superior letters of its own. */
const SCALE = 0.66;

/** Text in which digits and letters are no words: web and mail addresses. */
const ADDRESS = /:\/\/|@|www\./u;

/**
 * Returns a function that sets the endings of ordinal numbers as superior letters: those of the face if it has all of
 * them, otherwise small letters whose tops are as high as capitals. The first are better: their stems are not thin, and
 * some PDF readers take small raised text for a line of its own. The text of the runs stays as it is typed. Letters
 * beside a digit in an address or in a longer word are no such endings.
 */
export function createEndingRaiser(
  endings: RaisedEndings | undefined,
  shaper: Pick<WordShaper, 'shape' | 'metrics'>,
  language: Language,
): RaiseEndings {
  if (endings === undefined) return (runs) => runs;
  const pattern = ordinalPattern(endings);

  function raisedRun<Run extends RaisableRun>(run: Run, ending: string): Run {
    if (hasSuperiorLetters(run, ending)) return { ...run, text: ending, figures: 'raised' };
    const { capHeight, xHeight } = shaper.metrics(run.face);
    const rise = run.rise + (run.size * (capHeight - SCALE * xHeight)) / 1000;
    return { ...run, text: ending, size: run.size * SCALE, rise };
  }

  /** Whether a face has another glyph for each letter of an ending when superior letters are asked for. */
  function hasSuperiorLetters({ face }: RaisableRun, ending: string): boolean {
    const shape = (figures: Figures) => shaper.shape(face, ending, { language, figures, direction: 'ltr' }).glyphs;
    const usual = shape('lining');
    const raised = shape('raised');
    return raised.length === usual.length && raised.every(({ id }, index) => id !== usual[index]?.id);
  }

  function divide<Run extends RaisableRun>(run: Run): readonly Run[] {
    if (run.note !== undefined) return [run];
    const { text } = run;
    const parts: Run[] = [];
    let start = 0;
    for (const { index, 0: number, 1: ending = '' } of text.matchAll(pattern)) {
      const endingStart = index + number.length - ending.length;
      if (ADDRESS.test(wordAround(text, index))) continue;
      parts.push({ ...run, text: text.slice(start, endingStart) }, raisedRun(run, ending));
      start = endingStart + ending.length;
    }
    if (parts.length === 0) return [run];
    return start < text.length ? [...parts, { ...run, text: text.slice(start) }] : parts;
  }

  return (runs) => runs.flatMap((run) => divide(run));
}

/**
 * Returns a pattern that matches an ordinal number in figures or in Roman numerals, with a group for its ending. A Roman
 * numeral has no letters but I, V and X, because "Le", "Ce" and "Me" are words.
 */
function ordinalPattern({ afterOne, afterOthers }: RaisedEndings): RegExp {
  const one = String.raw`(?:(?<!\d)1|(?<![IVX])I)(?=(?:${anyOf(afterOne)})(?![\p{L}\p{M}]))`;
  const other = String.raw`(?:\d*(?:\d[02-9]|[02-9]|\d1)|[IVX]*(?:[IVX]I|[VX]))(?=(?:${anyOf(afterOthers)})(?![\p{L}\p{M}]))`;
  return new RegExp(
    String.raw`(?<![\p{L}\p{M}\p{N}_]|\d[.,])(?:${one}|${other})(${anyOf([...afterOne, ...afterOthers])})(?![\p{L}\p{M}\p{N}_])`,
    'gu',
  );
}

/** Returns the characters around a position up to white space, at most `REACH` before it and as many after it. */
function wordAround(text: string, position: number): string {
  const before =
    text
      .slice(Math.max(0, position - REACH), position)
      .split(/\s/u)
      .at(-1) ?? '';
  const after = text.slice(position, position + REACH).split(/\s/u, 1)[0] ?? '';
  return before + after;
}

/** The greatest number of UTF-16 units before and after a position that are searched for white space. */
const REACH = 500;
