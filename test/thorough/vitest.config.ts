import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Long properties, which `npm test` tries on fewer letters. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: {
    include: ['test/thorough/**/*.test.ts'],
    testTimeout: 600_000,
    isolate: false,
    update: 'none',
  },
});
