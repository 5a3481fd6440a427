import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/**
 * The configuration of `npm run faults`: tests with killed processes, full disks and failing system calls. They need
 * Linux, root (to mount, and to trace a running process), strace, faketime, GNU parallel, zsh, fish and mandoc, so
 * `npm test` omits them.
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
