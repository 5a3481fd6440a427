import { recurringCache, type BoundedCache } from '../model/bounded-cache.ts';
import { openNumbers, type NumberOf } from '../model/value-numbers.ts';
import type { TextLines } from './set-lines.ts';

/** Paragraphs kept per generation: those that a campaign says to many. */
const REMEMBERED_PARAGRAPHS = 1000;

/**
 * What was set in earlier letters of a run and serves again. It changes no letter: what is remembered depends on nothing
 * but its key.
 */
export interface SettingMemory {
  /** Paragraphs by all that decides how they are set. */
  readonly paragraphs: BoundedCache<TextLines>;
  /** Numbers for what paragraphs say. */
  readonly numberOf: NumberOf;
}

/** Remembers nothing yet. */
export function emptyMemory(): SettingMemory {
  return { paragraphs: recurringCache(REMEMBERED_PARAGRAPHS), numberOf: openNumbers(REMEMBERED_PARAGRAPHS) };
}
