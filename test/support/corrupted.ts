/** Returns whole numbers from 0 to below a limit, the same for the same seed (mulberry32). */
function seededNumbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** Changes bytes as a bad copy or an attacker might. `next` returns whole numbers below its argument. */
type Corruption = (bytes: Uint8Array, next: (limit: number) => number) => Uint8Array;

const CORRUPTIONS: readonly Corruption[] = [
  // Some bits are flipped.
  (bytes, next) => {
    const copy = Uint8Array.from(bytes);
    for (let count = next(8); count >= 0; count -= 1) {
      const index = next(copy.length);
      copy[index] = (copy[index] ?? 0) ^ (1 << next(8));
    }
    return copy;
  },
  // The end is missing.
  (bytes, next) => bytes.slice(0, next(bytes.length)),
  // A part is left out.
  (bytes, next) => {
    const start = next(bytes.length);
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + 1 + next(64))]);
  },
  // A part is there twice.
  (bytes, next) => {
    const start = next(bytes.length);
    const end = start + 1 + next(64);
    return Buffer.concat([bytes.subarray(0, end), bytes.subarray(start)]);
  },
  // Some bytes, as those of a length, are the greatest or the least.
  (bytes, next) => {
    const copy = Uint8Array.from(bytes);
    const start = next(copy.length);
    return copy.fill([0xff, 0x7f, 0][next(3)] ?? 0, start, start + 1 + next(4));
  },
  // Two parts have changed places.
  (bytes, next) => {
    const [from = 0, to = 0] = [next(bytes.length), next(bytes.length)].toSorted((a, b) => a - b);
    const length = Math.min(1 + next(40), to - from);
    return Buffer.concat([
      bytes.subarray(0, from),
      bytes.subarray(to, to + length),
      bytes.subarray(from + length, to),
      bytes.subarray(from, from + length),
      bytes.subarray(to + length),
    ]);
  },
];

/** Returns a corrupted copy of a file, another one for each number. */
export function corrupt(bytes: Uint8Array, number: number): Uint8Array {
  const next = seededNumbers(number);
  const corruption = CORRUPTIONS[number % CORRUPTIONS.length];
  return corruption === undefined ? bytes : corruption(bytes, next);
}
