import type { Message } from '../model/message.ts';
import { neutralise } from './neutralise.ts';
import { graphemesOf } from './seen-width.ts';

/** The line that a fault is about, safe to print, after the line before it if that has words. */
export interface Excerpt {
  readonly lines: readonly string[];
  /** The part of the last line that is meant: where it begins, and where it has ended, in UTF-16 code units. */
  readonly from: number;
  readonly to: number;
}

const TAB = 4;

/** Characters of a line that are shown to each side of the mark, if it is too long to be shown whole. */
const ROOM = 60;

/** A line of so many characters is shown whole. */
const WHOLE = 2 * ROOM;

/**
 * The lines around a place. Columns count from 1 in UTF-16 code units; tabs are widened, and what cannot be seen is
 * written out, so that what is marked in the excerpt is what is meant in the file.
 */
export function excerptAt(lines: readonly string[], line: number, column: number, length: number): Excerpt | undefined {
  const text = lines[line - 1];
  if (text === undefined) return undefined;
  const start = Math.min(column - 1, text.length);
  const room = text.length <= WHOLE ? WHOLE : ROOM;
  const before = graphemesOf(text.slice(Math.max(0, start - 4 * ROOM), start)).slice(-room);
  const marked = graphemesOf(text.slice(start, start + Math.min(length, 4 * ROOM))).slice(0, room);
  const afterwards = text.slice(start + marked.join('').length);
  const after = graphemesOf(afterwards.slice(0, 4 * ROOM)).slice(0, room);
  const lead = before.join('').length < start ? '…' : '';
  const rest = after.join('').length < afterwards.length ? '…' : '';
  const head = lead + shown(before.join(''), 0);
  const middle = shown(marked.join(''), head.length);
  const tail = shown(after.join(''), head.length + middle.length);
  const previous = lines[line - 2];
  const isHelpful = previous !== undefined && previous.trim() !== '' && previous.length <= WHOLE;
  return {
    lines: [...(isHelpful ? [shown(previous, 0)] : []), head + middle + tail + rest],
    from: head.length,
    to: head.length + Math.max(middle.length, 1),
  };
}

function shown(text: string, column: number): string {
  let width = column;
  return text
    .split(/(\t)/u)
    .map((piece) => {
      const safe = piece === '\t' ? ' '.repeat(TAB - (width % TAB)) : neutralise(piece);
      width += safe.length;
      return safe;
    })
    .join('');
}

/** Whole words, tags and quoted texts, if one of them begins here; else one character. */
const PIECE = /^(?:\{\{.*?\}\}+|"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[\p{L}\p{M}\p{N}_.+-]+)/u;

/** How much of a line from a place on is meant: what the message quotes, if that stands there, else a word, else one character. */
export function lengthMeant(line: string, column: number, message: Message): number {
  const rest = line.slice(column - 1);
  const quoted = message
    .flatMap((part) => (typeof part === 'string' ? [] : [part.echo]))
    .filter((echo) => echo !== '' && rest.startsWith(echo));
  const longest = Math.max(0, ...quoted.map((echo) => echo.length));
  if (longest > 0) return longest;
  return PIECE.exec(rest)?.[0].length ?? graphemesOf(rest.slice(0, 40))[0]?.length ?? 1;
}
