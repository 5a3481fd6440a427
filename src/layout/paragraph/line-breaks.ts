import LineBreaker from 'linebreak';
import type { Language } from '../../model/language.ts';
import { keptSpaces } from './no-break.ts';

/** A place where a line may end, or has to. */
export interface LineBreak {
  /** Characters (UTF-16) before it, white space included. */
  readonly position: number;
  readonly required: boolean;
}

/**
 * Where lines may end (UAX #14), with rules of the trade besides: no line begins with a dash, and an address of the web ends
 * no line with one of its hyphens, as nobody could tell whether it belongs to it, nor with its scheme; and citations and
 * what the language keeps together stay whole. The last place is the end of the text.
 */
export function lineBreaksIn(text: string, language: Language): readonly LineBreak[] {
  const addresses = [...text.matchAll(WEB_ADDRESS)].map(({ index, 0: all, 1: scheme }) => {
    return { start: index, end: index + all.length, schemeEnd: index + (scheme?.length ?? 0) };
  });
  const dividesAddress = (position: number): boolean =>
    addresses.some(
      ({ start, end, schemeEnd }) =>
        start < position && position < end && (position <= schemeEnd || text[position - 1] === '-'),
    );
  const citations = [...text.matchAll(CITATION)].map(({ index, 0: all }) => ({
    start: index,
    end: index + all.length,
  }));
  const dividesCitation = (position: number): boolean =>
    citations.some(({ start, end }) => start < position && position < end);
  const kept = keptSpaces(text, language);
  const isBeforeDash = (position: number): boolean => DASHES.has(text[position] ?? '');

  const breaker = new LineBreaker(text);
  const breaks: LineBreak[] = [];
  for (let found = breaker.nextBreak(); found !== null; found = breaker.nextBreak()) {
    const { position, required } = found;
    if (
      required ||
      !(kept.has(position) || isBeforeDash(position) || dividesAddress(position) || dividesCitation(position))
    )
      breaks.push({ position, required });
  }
  return breaks;
}

const WEB_ADDRESS = /(https?:\/\/|www\.)\S+/g;
/** ICC-ASP/20/Res.5, 2271/96, C.N.225.2025: what is written in one and has a figure, but no address of the web. */
const CITATION = /(?<![\p{L}\d/:.@_-])(?=[\p{L}./-]*\d)[\p{L}\d]+(?:[-./][\p{L}\d]+){1,6}(?![\p{L}\d/@_?#=-])/gu;
const DASHES: ReadonlySet<string> = new Set(['–', '—']);
