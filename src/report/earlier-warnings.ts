import { formatCount } from './format-count.ts';

/**
 * Returns the line about warnings that an earlier run reported about letters which are current, and which are therefore
 * not made again; no line if there are none. The letters still look as they did.
 */
export function earlierWarningsLines(count: number): readonly string[] {
  if (count === 0) return [];
  return [`${formatCount(count, 'warning')} about unchanged letters, as before; demarche validate shows them`];
}
