import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/**
 * The suite of what goes wrong: kills, full disks, failing calls. It needs Linux, root (to mount,
 * to trace a process that runs), strace, faketime and GNU parallel, and stands apart from `npm test`.
 */
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: {
    include: ['test/faults/**/*.test.ts'],
    testTimeout: 280_000,
    maxWorkers: 2,
    update: 'none',
  },
});
