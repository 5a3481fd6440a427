import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The configuration of `npm run conformance`, whose validators need programs besides Node, so `npm test` omits it. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: {
    include: ['test/conformance/**/*.test.ts'],
    globalSetup: ['test/conformance/set-up.ts'],
    testTimeout: 60_000,
    hookTimeout: 600_000,
    maxWorkers: 2,
    maxConcurrency: 2,
    update: 'none',
  },
});
