import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/**
 * The configuration of `npm run thorough`: tests that `npm test` runs with fewer letters and cases, and those that take
 * long, of growth and of the recipes and documents.
 */
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: {
    include: ['test/thorough/**/*.test.ts'],
    // As in the configuration of `npm test`.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 600_000,
    hookTimeout: 600_000,
    isolate: false,
    update: 'none',
  },
});
