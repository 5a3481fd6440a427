import { setFlagsFromString } from 'node:v8';

/*
 * V8 prints an error for a flag that it does not know, so flags are set only in the major versions in which these names
 * were tested.
 *
 * The thresholds for the optimising compilers (TurboFan, for JavaScript and WebAssembly) are raised tenfold or more. A
 * single letter ends before optimised code pays for its compilation, which took half of the CPU time; a thousand
 * letters gain too, as less code is compiled that is never used or soon deoptimised.
 *
 * The young generation grows to its full size in one step.
 *
 * Pretenuring is off in V8 11: the paragraphs of the first letters are cached for the whole run, from which V8 would
 * infer that those of later letters are long-lived as well, and allocate them in the old generation.
 */
const COMMON_FLAGS = ['--wasm-tiering-budget=60000000', '--semi-space-growth-factor=16'];
const FLAGS_SINCE_12 = [...COMMON_FLAGS, '--invocation-count-for-turbofan=30000'];
const FLAGS_BY_MAJOR_VERSION: Readonly<Record<string, readonly string[]>> = {
  11: [...COMMON_FLAGS, '--interrupt-budget=1000000', '--no-allocation-site-pretenuring'],
  12: FLAGS_SINCE_12,
  13: FLAGS_SINCE_12,
  14: FLAGS_SINCE_12,
};

/** Makes V8 optimise code later than by default, so that compilation costs no more than a run gains by it. */
export function delayOptimisation(): void {
  const [major = ''] = process.versions.v8.split('.');
  for (const flag of FLAGS_BY_MAJOR_VERSION[major] ?? []) setFlagsFromString(flag);
}

/**
 * Makes V8 collect the old generation when the heap has grown by half since the last collection, instead of up to
 * fourfold. Live data is about 30 MB and a few hundred bytes a letter; by default the garbage of ten thousand letters
 * accumulates.
 */
export function collectGarbageSooner(): void {
  setFlagsFromString('--heap-growing-percent=50');
}
