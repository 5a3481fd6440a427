/**
 * Appends the items to a list. It is used for lists that grow with the input, because `list.push(...items)` passes each
 * item as an argument, and throws a RangeError if there are more than about 100,000.
 */
export function appendAll<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}
