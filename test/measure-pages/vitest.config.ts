import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/**
 * The configuration of `npm run measure-pages`, which compares line breaks with typst, and needs Python and poppler.
 */
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: { include: ['test/measure-pages/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 300_000, update: 'none' },
});
