/** The length of a checksum in a trace: 12 bits, so that one in 4096 changed lines goes unnoticed. */
const DIGITS_PER_LINE = 2;

/**
 * Returns the trace of a page dump (`Artifact.layout`): a checksum of two digits for each line, which the manifest
 * keeps besides the hash of the dump. With it, the first difference between a PDF on the disk and the letter as it
 * would be made now can be located without reading the words of the PDF, which cannot be recovered.
 */
export function tracePages(dump: string): string {
  return dumpLines(dump).map(traceLine).join('');
}

/** The first line of a page dump that does not match a trace. */
export interface PageDifference {
  /** The number of the page, from 1. */
  readonly page: number;
  /** The number of the line on its page, in the order of the dump, from 1; 0 for the line that begins the page. */
  readonly line: number;
  /** The words of the line; empty for a rule line or a link, and if the dump has no such line. */
  readonly words: string;
}

/** Returns the first line in which a dump differs from the trace of an earlier dump; undefined if every line agrees. */
export function findPageDifference(earlierTrace: string, dump: string): PageDifference | undefined {
  let page = 0;
  let line = 0;
  for (const [index, text] of dumpLines(dump).entries()) {
    // A line that is not indented begins a page: `page 1`.
    if (text.startsWith(' ')) line += 1;
    else [page, line] = [page + 1, 0];
    if (traceLine(text) !== earlierTrace.slice(index * DIGITS_PER_LINE, (index + 1) * DIGITS_PER_LINE)) {
      return { page, line, words: text.split(' | ').slice(1).join(' | ') };
    }
  }
  // Every line agrees, and the earlier dump has more lines.
  return earlierTrace.length > dumpLines(dump).length * DIGITS_PER_LINE
    ? { page, line: line + 1, words: '' }
    : undefined;
}

function dumpLines(dump: string): readonly string[] {
  return dump.trimEnd().split('\n');
}

/** The digits of base64url (RFC 4648, section 5). */
const DIGITS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');

/**
 * FNV-1a (32 bits) over UTF-16 code units, folded to two digits of base64url. A collision only makes a difference
 * appear further down than it is.
 */
function traceLine(line: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < line.length; index += 1) hash = Math.imul(hash ^ line.charCodeAt(index), 0x01000193);
  const folded = hash ^ (hash >>> 12) ^ (hash >>> 24);
  return `${DIGITS[(folded >>> 6) & 63]}${DIGITS[folded & 63]}`;
}
