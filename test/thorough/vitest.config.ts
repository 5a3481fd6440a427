import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Long properties, which `npm test` tries on fewer letters and cases. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: {
    include: ['test/thorough/**/*.test.ts'],
    // As `npm test` has it.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 600_000,
    hookTimeout: 600_000,
    isolate: false,
    update: 'none',
  },
});
