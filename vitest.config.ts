import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Needs validators that are no part of Node: npm run conformance.
    exclude: [...configDefaults.exclude, 'test/conformance/**'],
    // Golden files are written only by `npm run golden`, never by a plain run.
    testTimeout: 60_000,
    update: 'none',
  },
});
