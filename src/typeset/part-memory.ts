import type { SetBlock } from './galley.ts';
import type { TextLines } from './set-lines.ts';

/** All that decides how a part of the tree is set, besides what all letters in a language share. */
export type Place = readonly (string | number | boolean)[];

/**
 * Parts of the tree that were set in earlier letters and serve again whole: what letters share is the same object. It
 * changes no letter. `inLetter` are the paragraphs that stand in this one: none stands in it twice.
 */
export type PartMemory = (source: object, place: Place, inLetter: Set<TextLines>, set: () => SetBlock) => SetBlock;

/** What was set of a part in a place, and its paragraphs. */
interface Known {
  readonly place: Place;
  readonly block: SetBlock;
  readonly texts: readonly TextLines[];
}

/** Remembers nothing yet. */
export function emptyPartMemory(): PartMemory {
  const parts = new WeakMap<object, readonly Known[]>();

  return (source, place, inLetter, set) => {
    const known = parts.get(source);
    const found = known?.find((each) => isSame(each.place, place));
    if (found?.texts.every((text) => !inLetter.has(text)) === true) {
      for (const text of found.texts) inLetter.add(text);
      return found.block;
    }
    const before = inLetter.size;
    const block = set();
    const texts = [...inLetter].slice(before);
    // Whatever is this letter's alone would be kept for nothing.
    const isShared = texts.every(({ lines }) => lines.every((line) => line.isShared));
    if (found === undefined && isShared) parts.set(source, [{ place, block, texts }, ...(known ?? [])].slice(0, MOST));
    return block;
  };
}

/** So many places of one part are kept: it may be the first of one letter, and not of another. */
const MOST = 8;

function isSame(a: Place, b: Place): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
