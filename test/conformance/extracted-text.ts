import { readObjects, text } from './pdf-objects.ts';
import { elementsOf, readStructure } from './structure-tree.ts';
import { outputOf } from './tools.ts';

/**
 * The words of a file in the order of its structure tree, as poppler passes them to assistive technology, without
 * artifacts and without the marks of notes in running text. The words that stand for pictures, which poppler does not
 * print, are put in at their figures.
 */
export async function structureText(file: string): Promise<string> {
  const lines = (await outputOf('pdfinfo', ['-struct-text', file])).split('\n');
  const texts: string[] = [];
  const figures = lines.some(isFigure) ? await readAlternatives(file) : [];
  let figureIndex = 0;
  let marked = Infinity;
  for (const line of lines) {
    const depth = line.search(/\S/);
    if (depth < 0) continue;
    if (depth <= marked) marked = /^\s*Reference\b/.test(line) ? depth : Infinity;
    if (isFigure(line)) {
      texts.push(figures[figureIndex] ?? '');
      figureIndex += 1;
    }
    const said = /^\s*"(.*)"$/.exec(line)?.[1];
    if (said !== undefined && marked === Infinity) texts.push(said);
  }
  return texts.join(' ');
}

function isFigure(line: string): boolean {
  return /^\s*Figure\b/.test(line);
}

/** The words that stand for the pictures of a file, in reading order. */
export async function readAlternatives(file: string): Promise<readonly string[]> {
  const objects = await readObjects(file);
  const figures = elementsOf(readStructure(objects)).filter(({ role }) => role === 'Figure');
  return figures.map(({ data }) => text(data['/Alt'] ?? '', objects.all));
}

/** The text of a file's pages, as poppler extracts it for copying and searching. */
export async function pageText(file: string): Promise<string> {
  return outputOf('pdftotext', ['-enc', 'UTF-8', file, '-']);
}

/**
 * The words that a text lacks, each as often as it lacks it. A line may end inside a word with a hyphen. Overlong
 * words, URLs and document numbers may be divided without a hyphen, so they are searched for in the text without line
 * ends. The mark of a note follows its word without a space.
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

/** Whether an extracted word is the word with the mark of a note before, in or after its punctuation. */
function isMarked(found: string, word: string): boolean {
  const [punctuation = ''] = /\p{P}*$/u.exec(word) ?? [];
  return Array.from({ length: punctuation.length + 1 }, (_, count) => word.length - count).some((end) => {
    const [before, after] = [word.slice(0, end), word.slice(end)];
    const mark = found.slice(before.length, found.length - after.length);
    return found === `${before}${mark}${after}` && /^\d+(?:,\d+)*$/.test(mark);
  });
}

/** The words of a text, which are separated by white space. */
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

/** The pairs of adjacent words that a text lacks, each as often as it lacks it. */
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
