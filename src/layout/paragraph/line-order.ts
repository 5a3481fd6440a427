/**
 * The order in which the pieces of a line stand from left to right (UAX #9, L2), from their embedding levels as they are
 * read: from the deepest level up to the first, what is embedded so deep is turned round. The result are places in `levels`.
 */
export function orderOnLine(levels: readonly number[]): readonly number[] {
  const order = levels.map((_, index) => index);
  for (let level = Math.max(0, ...levels); level > 0; level -= 1) {
    let start = 0;
    while (start < order.length) {
      let end = start;
      while (end < order.length && (levels[order[end] ?? 0] ?? 0) >= level) end += 1;
      if (end - start > 1) order.splice(start, end - start, ...order.slice(start, end).toReversed());
      start = end + 1;
    }
  }
  return order;
}
