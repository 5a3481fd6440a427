/** The number of base64url digits of a checksum: 12 bits, so that one in 4096 changed lines is not detected. */
const DIGITS_PER_LINE = 2;

/**
 * Returns the trace of a page dump (`Artifact.layout`, a text with the position of every line): a checksum of each
 * line. The manifest keeps it besides the hash of the dump. It allows `demarche check` to locate the first difference
 * between a PDF on the disk and the letter as it would be made now. The PDF itself cannot be compared line by line,
 * because its words cannot be recovered.
 */
export function tracePages(dump: string): string {
  return dumpLines(dump).map(checksumLine).join('');
}

/** The first line of a page dump that does not match a trace. */
export interface PageDifference {
  /** The 1-based number of the page. */
  readonly page: number;
  /** The 1-based number of the line on its page, in the order of the dump; 0 for the line that begins the page. */
  readonly line: number;
  /**
   * The words of the line. Empty for a rule line (a drawn line) or a link, and if the dump has fewer lines than the
   * trace.
   */
  readonly words: string;
}

/** What is before the number in a line that begins a page. */
const PAGE_START = 'page ';

/** Returns the first line in which a dump differs from the trace of an earlier dump; undefined if all lines agree. */
export function findPageDifference(earlierTrace: string, dump: string): PageDifference | undefined {
  let page = 0;
  let line = 0;
  for (const [index, text] of dumpLines(dump).entries()) {
    // A line without indentation begins a page: `page 1`.
    if (text.startsWith(' ')) line += 1;
    else [page, line] = [Number(text.replace(PAGE_START, '')), 0];
    if (checksumLine(text) !== earlierTrace.slice(index * DIGITS_PER_LINE, (index + 1) * DIGITS_PER_LINE)) {
      return { page, line, words: text.split(' | ').slice(1).join(' | ') };
    }
  }
  // All lines of this dump agree. The dumps still differ if the earlier dump had more lines.
  return earlierTrace.length > dumpLines(dump).length * DIGITS_PER_LINE
    ? { page, line: line + 1, words: '' }
    : undefined;
}

function dumpLines(dump: string): readonly string[] {
  return dump.trimEnd().split('\n');
}

/** The digits of base64url (RFC 4648, section 5). */
const BASE64URL_DIGITS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');

/**
 * Returns the checksum of a line: FNV-1a (32 bits) over its UTF-16 code units, folded to 12 bits. After a collision,
 * the difference is reported at a later line.
 */
function checksumLine(line: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < line.length; index += 1) hash = Math.imul(hash ^ line.charCodeAt(index), 0x01000193);
  const foldedHash = hash ^ (hash >>> 12) ^ (hash >>> 24);
  return `${BASE64URL_DIGITS[(foldedHash >>> 6) & 63]}${BASE64URL_DIGITS[foldedHash & 63]}`;
}
