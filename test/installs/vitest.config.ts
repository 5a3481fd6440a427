import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/**
 * The configuration of `npm run installs`: demarche is installed in every way that the documents name. This needs the
 * network, git, and Python with pip and venv for pre-commit, so `npm test` omits it.
 */
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: {
    include: ['test/installs/**/*.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    maxWorkers: 2,
    update: 'none',
  },
});
