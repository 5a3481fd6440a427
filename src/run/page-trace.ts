/** Characters of a trace for each line of a page dump: 12 bits, so that one changed line in 4096 is passed over. */
const WIDTH = 2;

/**
 * What the manifest keeps of a page dump besides its hash: two characters for each line. Enough to say where the pages
 * of a letter first differ from those of its file: a PDF's words cannot be read back.
 */
export function tracePages(dump: string): string {
  return dumpLines(dump).map(trace).join('');
}

/** The first line of a page dump that its trace does not have: its page, its place there, its words. */
export interface PageDifference {
  readonly page: number;
  /** From 1, in the order of the dump; 0: it is the page itself that is new. */
  readonly line: number;
  readonly words: string;
}

/** Where a dump first differs from a trace; undefined if every line agrees. */
export function findPageDifference(before: string, dump: string): PageDifference | undefined {
  let page = 0;
  let line = 0;
  for (const [index, text] of dumpLines(dump).entries()) {
    if (text.startsWith(' ')) line += 1;
    else [page, line] = [page + 1, 0];
    if (trace(text) !== before.slice(index * WIDTH, (index + 1) * WIDTH)) {
      return { page, line, words: text.split(' | ').slice(1).join(' | ') };
    }
  }
  // Every line is as it was, and the old dump has more.
  return before.length > dumpLines(dump).length * WIDTH ? { page, line: line + 1, words: '' } : undefined;
}

function dumpLines(dump: string): readonly string[] {
  return dump.trimEnd().split('\n');
}

const DIGITS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');

/** FNV-1a over UTF-16 code units, folded to two digits of 64. Two lines that share a trace cost a hint its place, no more. */
function trace(line: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < line.length; at += 1) hash = Math.imul(hash ^ line.charCodeAt(at), 0x01000193);
  const folded = hash ^ (hash >>> 12) ^ (hash >>> 24);
  return `${DIGITS[(folded >>> 6) & 63]}${DIGITS[folded & 63]}`;
}
