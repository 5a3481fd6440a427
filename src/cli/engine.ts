import { setFlagsFromString } from 'node:v8';

/**
 * Flags of V8, by its first number: the versions in which these names were tried, as it complains of those it does not
 * know. What a function has to run before it is compiled anew for speed is put up some ten times, and the room for young
 * objects grows in one step. One letter is over before such code would have paid for its making, which was half of all
 * its CPU time; a thousand letters gain by it too, as less is compiled that is never needed or soon thrown away. Nor does
 * the engine guess from the first letters, whose paragraphs are kept for all others, that those of the next live as long.
 */
const LATE_TO_OPTIMISE = ['--wasm-tiering-budget=60000000', '--semi-space-growth-factor=16'];
const COUNTING_CALLS = [...LATE_TO_OPTIMISE, '--invocation-count-for-turbofan=30000'];
const FLAGS: Readonly<Record<string, readonly string[]>> = {
  11: [...LATE_TO_OPTIMISE, '--interrupt-budget=1000000', '--no-allocation-site-pretenuring'],
  12: COUNTING_CALLS,
  13: COUNTING_CALLS,
  14: COUNTING_CALLS,
};

/** Asks the engine to spend no more on making code faster than a run gains by it. */
export function optimiseLate(): void {
  const [major = ''] = process.versions.v8.split('.');
  for (const flag of FLAGS[major] ?? []) setFlagsFromString(flag);
}

/**
 * Asks the engine to collect garbage when the heap has grown by half, not fourfold. What lives during a run is some 30 MB
 * and a few hundred bytes a letter; left to itself the engine lets the garbage of ten thousand letters lie.
 */
export function keepMemoryFlat(): void {
  setFlagsFromString('--heap-growing-percent=50');
}
