/**
 * A stream that is read from its source once and can be iterated again. For profiles that people wrote by hand: they
 * are few, and several letters and checks read them. What comes after the first `most` is read again each time, so that
 * memory stays flat however many there are.
 */
export function remembered<T>(source: () => AsyncIterable<T>, most: number): AsyncIterable<T> {
  const items: T[] = [];
  let iterator: AsyncIterator<T> | undefined;
  let ended = false;
  return {
    async *[Symbol.asyncIterator]() {
      for (let index = 0; index < most; index += 1) {
        if (index === items.length) {
          iterator ??= source()[Symbol.asyncIterator]();
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
      yield* after(source(), most);
    },
  };
}

async function* after<T>(source: AsyncIterable<T>, count: number): AsyncGenerator<T> {
  let passed = 0;
  for await (const item of source) {
    passed += 1;
    if (passed > count) yield item;
  }
}
