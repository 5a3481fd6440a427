import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Need programs that are no part of Node, or a run of their own: the scripts of the same names.
    exclude: [
      ...configDefaults.exclude,
      'test/conformance/**',
      'test/faults/**',
      'test/measure-pages/**',
      'test/thorough/**',
    ],
    // Left to itself, vitest keeps one core free: where there are two, half of them.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Modules keep nothing that shows, so test files may share them; each is loaded once.
    isolate: false,
    // Golden files are written only by `npm run golden`, never by a plain run.
    testTimeout: 60_000,
    update: 'none',
  },
});
