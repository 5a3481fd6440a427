import LineBreaker from 'linebreak';

/** A place where a line may end, or has to. */
export interface LineBreak {
  /** Characters (UTF-16) before it, white space included. */
  readonly position: number;
  readonly required: boolean;
}

/**
 * Where lines may end (UAX #14), with two rules of the trade besides: no line begins with a dash, and an address of the web
 * does not end a line with one of its hyphens, as nobody could tell whether it belongs to it. The last place is the end of
 * the text.
 */
export function lineBreaksIn(text: string): readonly LineBreak[] {
  const addresses = [...text.matchAll(WEB_ADDRESS)].map(({ index, 0: address }) => ({
    start: index,
    end: index + address.length,
  }));
  const isAfterHyphenInAddress = (position: number): boolean =>
    text[position - 1] === '-' && addresses.some(({ start, end }) => start < position && position < end);
  const isBeforeDash = (position: number): boolean => DASHES.has(text[position] ?? '');

  const breaker = new LineBreaker(text);
  const breaks: LineBreak[] = [];
  for (let found = breaker.nextBreak(); found !== null; found = breaker.nextBreak()) {
    const { position, required } = found;
    if (required || !(isBeforeDash(position) || isAfterHyphenInAddress(position))) breaks.push({ position, required });
  }
  return breaks;
}

const WEB_ADDRESS = /(?:https?:\/\/|www\.)\S+/g;
const DASHES: ReadonlySet<string> = new Set(['–', '—']);
