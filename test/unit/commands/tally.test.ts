import { expect, test } from 'vitest';
import { plannedSummary, summaryLine } from '../../../src/commands/generate/text.ts';

test('the last line of a run counts letters, files, recipients', () => {
  expect(summaryLine({ letters: 47, written: 0, unchanged: 94, removed: 0, skipped: 1, failed: 0 })).toBe(
    '47 letters: 0 files written, 94 unchanged; 1 recipient skipped, 0 failed',
  );
  expect(summaryLine({ letters: 1, written: 1, unchanged: 0, removed: 2, skipped: 2, failed: 3 })).toBe(
    '1 letter: 1 file written, 0 unchanged, 2 removed; 2 recipients skipped, 3 failed',
  );
});

test('the last line of a dry run states only what a run would do', () => {
  expect(plannedSummary({ letters: 2, planned: 4, skipped: 0, failed: 0 })).toBe(
    '2 letters: 4 files would be written or found unchanged; 0 recipients skipped, 0 failed',
  );
});
