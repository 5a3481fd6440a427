import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Golden files are written only by `npm run golden`, never by a plain run.
    testTimeout: 60_000,
    update: 'none',
  },
});
