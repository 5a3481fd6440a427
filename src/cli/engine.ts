import { setFlagsFromString } from 'node:v8';

/*
 * V8 prints an error for a flag that it does not know. Flags are therefore set only in the major versions of V8 in
 * which they were tested.
 *
 * The `budget` and `turbofan` flags raise the thresholds of the optimising compilers (TurboFan, for JavaScript and
 * WebAssembly) at least tenfold. With the defaults, compilation takes half of the CPU time of a run for one letter,
 * which ends before the optimised code saves that time. A run for a thousand letters gains as well, because less code
 * is compiled that is never used or soon deoptimised.
 *
 * `semi-space-growth-factor` lets the young generation grow to its full size in one step.
 *
 * Pretenuring is off in V8 11. The paragraphs of the first letters are cached for the whole run; V8 would infer that
 * those of later letters are long-lived as well, and allocate them in the old generation.
 */
const COMMON_FLAGS = ['--wasm-tiering-budget=60000000', '--semi-space-growth-factor=16'];
const FLAGS_SINCE_12 = [...COMMON_FLAGS, '--invocation-count-for-turbofan=30000'];
const FLAGS_BY_MAJOR_VERSION: Readonly<Record<string, readonly string[]>> = {
  11: [...COMMON_FLAGS, '--interrupt-budget=1000000', '--no-allocation-site-pretenuring'],
  12: FLAGS_SINCE_12,
  13: FLAGS_SINCE_12,
  14: FLAGS_SINCE_12,
};

/** Makes V8 optimise code later than by default, so that compilation does not cost more time than it saves. */
export function delayOptimisation(): void {
  const [major = ''] = process.versions.v8.split('.');
  for (const flag of FLAGS_BY_MAJOR_VERSION[major] ?? []) setFlagsFromString(flag);
}

/**
 * Makes V8 collect the old generation when the heap has grown by half since the last collection; by default it may grow
 * fourfold, which keeps the garbage of ten thousand letters. Live data is about 30 MB and a few hundred bytes a letter.
 */
export function collectGarbageSooner(): void {
  setFlagsFromString('--heap-growing-percent=50');
}
