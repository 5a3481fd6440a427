import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/**
 * The configuration of `npm run browser`: what is made for browsers is opened in Chromium and examined by axe-core.
 * This needs Chromium, so `npm test` omits it.
 */
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: {
    include: ['test/browser/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    update: 'none',
  },
});
