import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Our lines beside those of typst: a comparison of its own, as it needs Python and poppler. */
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: { include: ['test/measure-pages/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 300_000, update: 'none' },
});
