/**
 * A stream that is read from its source once and can be walked again. For profiles that people wrote by hand: those are
 * few, and several letters and checks ask for them.
 */
export function remembered<T>(source: AsyncIterable<T>): AsyncIterable<T> {
  const items: T[] = [];
  const iterator = source[Symbol.asyncIterator]();
  let ended = false;
  return {
    async *[Symbol.asyncIterator]() {
      for (let index = 0; ; index += 1) {
        if (index === items.length) {
          const next = ended ? undefined : await iterator.next();
          if (next === undefined || next.done === true) {
            ended = true;
            return;
          }
          items.push(next.value);
        }
        const item = items[index];
        if (item !== undefined) yield item;
      }
    },
  };
}
