import { outputOf } from './tools.ts';

/**
 * The words of a file in the order of its structure, as poppler reads them to an assistive technology: artifacts and the
 * marks of notes in running text are left out.
 */
export async function structureText(file: string): Promise<string> {
  const lines = (await outputOf('pdfinfo', ['-struct-text', file])).split('\n');
  const texts: string[] = [];
  let marked = Infinity;
  for (const line of lines) {
    const depth = line.search(/\S/);
    if (depth < 0) continue;
    if (depth <= marked) marked = /^\s*Reference\b/.test(line) ? depth : Infinity;
    const said = /^\s*"(.*)"$/.exec(line)?.[1];
    if (said !== undefined && marked === Infinity) texts.push(said);
  }
  return texts.join(' ');
}

/** The text of a file's pages as most programs that copy or search text find it. */
export async function pageText(file: string): Promise<string> {
  return outputOf('pdftotext', ['-enc', 'UTF-8', file, '-']);
}

/**
 * The words that a text lacks, each as often as it lacks it. A line may end in a hyphen inside a word; a word that is too
 * long for a line, an address or a number of a document may be divided without one, so these are looked for in the text
 * without its line ends.
 * The mark of a note stands at its word without a space.
 */
export function missingWords(text: string, words: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const word of wordsIn(text)) left.set(word, (left.get(word) ?? 0) + 1);
  const whole = withoutHyphens(text).replaceAll(/\s+/g, '');
  const take = (word: string): boolean => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  };
  const takeMarked = (word: string): boolean => {
    const marked = [...left.keys()].find((found) => (left.get(found) ?? 0) > 0 && isMarked(found, word));
    return marked !== undefined && take(marked);
  };
  return words.filter((word) => !take(word) && !takeMarked(word) && !(isDivided(word) && whole.includes(word)));
}

/** Is it the word with the mark of a note, behind its punctuation or before it? */
function isMarked(found: string, word: string): boolean {
  const core = word.replace(/\p{P}+$/u, '');
  return [
    [word, ''],
    [core, word.slice(core.length)],
  ].some(([before = '', after = '']) => {
    const mark = found.slice(before.length, found.length - after.length);
    return found === `${before}${mark}${after}` && /^\d+(?:,\d+)*$/.test(mark);
  });
}

/** The words of a text: what stands between white space. */
export function wordsIn(text: string): readonly string[] {
  return withoutHyphens(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}

function withoutHyphens(text: string): string {
  return text.normalize('NFKC').replaceAll(/[-\u00AD\u2010\u2011]\n?|[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '');
}

function isDivided(word: string): boolean {
  return word.length > 40 || word.includes('://') || /\d.*[/–)]./.test(word);
}

/** Pairs of neighbouring words that a text does not have beside each other, each as often as it lacks them. */
export function missingPairs(text: string, words: readonly string[]): readonly string[] {
  const pairsOf = (of: readonly string[]): readonly string[] =>
    of.slice(1).map((word, index) => `${of[index]} ${word}`);
  const left = new Map<string, number>();
  for (const pair of pairsOf(wordsIn(text))) left.set(pair, (left.get(pair) ?? 0) + 1);
  return pairsOf(words).filter((pair) => {
    const count = left.get(pair) ?? 0;
    left.set(pair, count - 1);
    return count <= 0;
  });
}
