import LineBreaker from 'linebreak';
import type { Language } from '../model/language.ts';
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
  return hasPlainBreaks(text) ? spacesIn(text, language) : breaksIn(text, language);
}

/**
 * May lines end at its spaces and nowhere else? So much is plain of words of Latin letters and figures, with signs that
 * hold on to them, and with single spaces between.
 */
export function hasPlainBreaks(text: string): boolean {
  return PLAIN.test(text);
}

const WORD = String.raw`[A-Za-z\u00c0-\u024f0-9][A-Za-z\u00c0-\u024f0-9.,’]*`;
const PLAIN = new RegExp(`^${WORD}(?: ${WORD})* ?$`);

function spacesIn(text: string, language: Language): readonly LineBreak[] {
  const kept = keptSpaces(text, language);
  const breaks: LineBreak[] = [];
  for (let space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', space + 1)) {
    const position = space + 1;
    if (position < text.length && !kept.has(position)) breaks.push({ position, required: false });
  }
  breaks.push({ position: text.length, required: false });
  return breaks;
}

function breaksIn(text: string, language: Language): readonly LineBreak[] {
  const addresses = [...(MAY_BE_ADDRESS.test(text) ? text.matchAll(WEB_ADDRESS) : [])].map(
    ({ index, 0: all, 1: scheme }) => {
      return { start: index, end: index + all.length, schemeEnd: index + (scheme?.length ?? 0) };
    },
  );
  const dividesAddress = (position: number): boolean =>
    addresses.some(
      ({ start, end, schemeEnd }) =>
        start < position && position < end && (position <= schemeEnd || text[position - 1] === '-'),
    );
  const citations = [...(MAY_BE_CITATION.test(text) ? text.matchAll(CITATION) : [])].map(({ index, 0: all }) => ({
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

/** Most texts have none, which is seen sooner than found. */
const MAY_BE_ADDRESS = /:\/\/|www\./;
const MAY_BE_CITATION = /[-./][\p{L}\d]/u;
const WEB_ADDRESS = /(https?:\/\/|www\.)\S+/g;
/** ICC-ASP/20/Res.5, 2271/96, C.N.225.2025: what is written in one and has a figure, but no address of the web. */
const CITATION = /(?<![\p{L}\d/:.@_-])(?=[\p{L}./-]*\d)[\p{L}\d]+(?:[-./][\p{L}\d]+){1,6}(?![\p{L}\d/@_?#=-])/gu;
const DASHES: ReadonlySet<string> = new Set(['–', '—']);
