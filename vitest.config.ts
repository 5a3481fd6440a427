import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // These tests need programs besides Node, or take long. Each folder has a script of the same name in package.json.
    exclude: [
      ...configDefaults.exclude,
      'test/browser/**',
      'test/conformance/**',
      'test/faults/**',
      'test/installs/**',
      'test/measure-pages/**',
      'test/thorough/**',
    ],
    // By default, vitest keeps one core free, which is half of them on a machine with two.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // No module has state that affects a result, so test files share modules, and each is loaded once.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Snapshots are written only with `--update`, as in `npm run golden`.
    update: 'none',
  },
});
