import type { Fragment } from '../model/page.ts';
import { boundedCache, type BoundedCache } from '../model/bounded-cache.ts';
import type { SetLine } from './galley.ts';
import type { TextLines } from './set-lines.ts';

/** Paragraphs kept per generation: those that a campaign says to many, and of the last letters. */
const REMEMBERED_PARAGRAPHS = 400;

/**
 * What was set in earlier letters of a run and serves again. It changes no letter: what is remembered depends on nothing
 * but its key, or on the line that it is remembered for.
 */
export interface SettingMemory {
  /** Paragraphs by all that decides how they are set. */
  readonly paragraphs: BoundedCache<TextLines>;
  /** Lines whose characters all have glyphs. */
  readonly complete: WeakSet<SetLine['fragments']>;
  /** The fragments of lines with their places on the sheet. */
  readonly placed: WeakMap<SetLine['fragments'], readonly Fragment[]>;
}

/** Remembers nothing yet. */
export function emptyMemory(): SettingMemory {
  return { paragraphs: boundedCache(REMEMBERED_PARAGRAPHS), complete: new WeakSet(), placed: new WeakMap() };
}
