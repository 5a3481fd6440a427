import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inProcess } from '../support/in-process.ts';
import { ROOT, demarche, lastLine, temporaryFolder } from '../support/run-demarche.ts';

const ALL = '47 letters: 94 files written, 0 unchanged; 1 recipient skipped, 0 failed';

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)(
  '%s ends a run between two letters with exit code %i, and the next run writes the others',
  async (signal, code) => {
    const out = temporaryFolder();
    const stopped = await demarche(['generate', '--verbose', '-o', out], { signalAtFirstLine: signal });
    expect([stopped.code, lastLine(stopped.err).endsWith('; stopped before the end')]).toEqual([code, true]);
    const names = readdirSync(join(out, 'open-letter'));
    expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(names.length).toBeGreaterThan(2);
    expect(names.length).toBeLessThan(95);
    const next = await inProcess(ROOT, ['generate', '--date', '2025-12-02', '-o', out]);
    expect([next.code, lastLine(next.err)]).toEqual([0, ALL]);
  },
);

test('after SIGKILL, the next run recognises all files as its own and writes all letters', async () => {
  const out = temporaryFolder();
  const killed = await demarche(['generate', '--verbose', '-o', out], { signalAtFirstLine: 'SIGKILL' });
  expect(killed.code).toBe(-1);
  const next = await inProcess(ROOT, ['generate', '--date', '2025-12-02', '-o', out]);
  expect([next.code, lastLine(next.err)]).toEqual([0, ALL]);
});
