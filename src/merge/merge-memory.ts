import { boundedCache, cachesOf, type BoundedCache } from '../model/bounded-cache.ts';
import type { Campaign } from '../model/campaign.ts';
import type { Note } from '../model/letter.ts';
import type { ClaimSource } from '../model/source.ts';
import type { Block, List } from '../model/tree.ts';
import type { AddressLine } from './address-line.ts';
import type { Composed } from './composed.ts';
import type { Composition } from './compose-texts.ts';
import type { LetterFrame } from './letter-frame.ts';
import type { ParsedText } from './parse-markdown.ts';
import type { PatternBlock } from './pattern.ts';
import type { Rendered } from './rendered.ts';
import type { Template } from './template.ts';
import type { TemplatesByKey } from './text-keys.ts';

/**
 * What was made for earlier letters of a run and serves again. It changes no letter: what is remembered depends on nothing
 * but what it is remembered for, and letters never change it. Equal parts of letters become one value, which the later
 * stages know again.
 */
export interface MergeMemory {
  /** Of the templates of a language: each text, its conditions decided in some way, and what Markdown made of it. */
  readonly laidOut: (templates: TemplatesByKey) => BoundedCache<LaidOutText>;
  /** Of a source: its notes. */
  readonly notes: (source: ClaimSource) => BoundedCache<Note>;
  /** Of the first block of a demand: the demand with its numbers in the published letter. */
  readonly numbered: (block: PatternBlock) => BoundedCache<readonly PatternBlock[]>;
  /** Of a block: what it is when it is filled in one way, which is all values, lists and numbers of notes that enter it. */
  readonly blocks: (block: PatternBlock) => BoundedCache<Composed<Block>>;
  /** Lists of demands, by the numbers of their blocks. */
  readonly demands: BoundedCache<Composed<List>>;
  /** Of the templates of a language: texts that are chosen together. */
  readonly compositions: (templates: TemplatesByKey) => BoundedCache<Composition>;
  /** Of a campaign: what all letters of a language have. */
  readonly frames: (campaign: Campaign) => BoundedCache<LetterFrame>;
  /** Of a part of a form of address: the line that it makes. */
  readonly lines: (template: Template) => BoundedCache<AddressLine>;
  /** A number for a thing, which no other has. */
  readonly numberOf: (thing: object) => number;
}

/** A text with its conditions decided, its holes not yet filled. */
export interface LaidOutText {
  readonly rendered: Rendered;
  readonly parsed: ParsedText;
}

/** Entries per generation. Of texts that is more than any campaign has, times the ways in which their conditions fall. */
const LAID_OUT_TEXTS = 500;
const COMPOSITIONS = 500;
/** The ways in which a source is cited, in which demands are numbered, and in which the conditions of a line fall. */
const WAYS = 50;
const LANGUAGES = 10;

/** Remembers nothing yet. */
export function emptyMergeMemory(): MergeMemory {
  return {
    laidOut: cachesOf(LAID_OUT_TEXTS),
    notes: cachesOf(WAYS),
    numbered: cachesOf(WAYS),
    blocks: cachesOf(WAYS),
    demands: boundedCache(COMPOSITIONS),
    compositions: cachesOf(COMPOSITIONS),
    frames: cachesOf(LANGUAGES),
    lines: cachesOf(WAYS),
    numberOf: numbers(),
  };
}

/** Numbers things as they are met. */
function numbers(): (thing: object) => number {
  const known = new WeakMap<object, number>();
  let count = 0;
  return (thing) => {
    const own = known.get(thing) ?? (count += 1);
    known.set(thing, own);
    return own;
  };
}
