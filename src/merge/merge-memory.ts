import { cachesOf, recurringCache, type BoundedCache } from '../model/bounded-cache.ts';
import type { Note } from '../model/letter.ts';
import type { ClaimSource } from '../model/source.ts';
import type { Block, Inline } from '../model/tree.ts';
import type { ParsedText } from './parse-markdown.ts';
import { holesIn, type PatternBlock } from './pattern.ts';
import type { Rendered } from './rendered.ts';
import type { TemplatesByKey } from './text-keys.ts';

/**
 * What was made for earlier letters of a run and serves again. It changes no letter: what is remembered depends on nothing
 * but what it is remembered for, and letters never change it. Equal parts of letters become one value, which the later
 * stages know again.
 */
export interface MergeMemory {
  /** Of the templates of a language: each text, its conditions decided in some way, and what Markdown made of it. */
  readonly laidOut: (templates: TemplatesByKey) => BoundedCache<LaidOutText>;
  readonly blocks: BlockMemory;
  /** Of a source: its notes. */
  readonly notes: (source: ClaimSource) => BoundedCache<Note>;
  /** Of the first block of a demand: the demand with its numbers in the published letter. */
  readonly numbered: (block: PatternBlock) => BoundedCache<readonly PatternBlock[]>;
}

/** A text with its conditions decided, its holes not yet filled. */
export interface LaidOutText {
  readonly rendered: Rendered;
  readonly parsed: ParsedText;
}

/** Blocks whose holes were filled. */
export interface BlockMemory {
  /** The inserts that a block has room for, in reading order; undefined: it is not filled by lines alone. */
  readonly holesIn: (block: PatternBlock) => readonly number[] | undefined;
  /** The block, filled with that; if it has been asked for before, what was made then. */
  readonly filled: (block: PatternBlock, inlines: readonly Inline[], fill: () => readonly Block[]) => readonly Block[];
}

/** Entries per generation. Of texts that is more than any campaign has, times the ways in which their conditions fall. */
const LAID_OUT_TEXTS = 500;
const FILLED_BLOCKS = 2000;
/** The ways in which a source is cited, and in which demands are numbered. */
const WAYS = 50;

/** Remembers nothing yet. */
export function emptyMergeMemory(): MergeMemory {
  return {
    laidOut: cachesOf(LAID_OUT_TEXTS),
    blocks: emptyBlockMemory(),
    notes: cachesOf(WAYS),
    numbered: cachesOf(WAYS),
  };
}

/** A number for a block, and its holes. */
interface LookedThrough {
  readonly number: number;
  readonly holes: readonly number[] | undefined;
}

function emptyBlockMemory(): BlockMemory {
  const known = new WeakMap<PatternBlock, LookedThrough>();
  const blocks = recurringCache<readonly Block[]>(FILLED_BLOCKS);
  let count = 0;

  function lookedThrough(block: PatternBlock): LookedThrough {
    const own = known.get(block) ?? { number: (count += 1), holes: holesIn(block) };
    known.set(block, own);
    return own;
  }

  return {
    holesIn: (block) => lookedThrough(block).holes,
    filled: (block, inlines, fill) =>
      blocks.recall(`${lookedThrough(block).number} ${inlines.map(keyOf).join('\0')}`, fill),
  };
}

/** Holes are filled with values and with marks of notes. */
function keyOf(inline: Inline): string {
  if (inline.type === 'text') return `"${inline.value}`;
  return inline.type === 'footnoteReference' ? `^${inline.identifier}` : JSON.stringify(inline);
}
