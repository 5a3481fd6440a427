import { recurringCache } from '../model/bounded-cache.ts';
import type { ViewTexts } from './view.ts';

/**
 * A part of a letter that is finished but for values of the view. For letters in which these are the same it is the same
 * value, which the later stages know again.
 */
export interface Composed<T> {
  /** The paths of the values that it waits for. */
  readonly paths: readonly string[];
  readonly filled: (texts: ViewTexts['texts']) => T;
}

/** Fillings kept per generation: as many as there are States, and some more. */
const FILLINGS = 250;

/** A part that waits for the values at those paths; `fill` changes nothing that it is given. */
export function composed<T>(paths: readonly string[], fill: (texts: ViewTexts['texts']) => T): Composed<T> {
  const distinct = [...new Set(paths)];
  if (distinct.length === 0) {
    const whole = fill(new Map());
    return { paths: distinct, filled: () => whole };
  }
  const known = recurringCache<T>(FILLINGS);
  return {
    paths: distinct,
    filled: (texts) => known.recall(distinct.map((path) => texts.get(path)).join('\0'), () => fill(texts)),
  };
}

/** What parts make together. */
export function together<T, U>(parts: readonly Composed<T>[], make: (filled: readonly T[]) => U): Composed<U> {
  return composed(
    parts.flatMap(({ paths }) => paths),
    (texts) => make(parts.map(({ filled }) => filled(texts))),
  );
}
