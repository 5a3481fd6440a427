import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from './support/run-demarche.ts';

const NO_TESTS = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };

function report(what: 'failed' | 'counts', reports: Readonly<Record<string, object>>): readonly (string | number)[] {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(reports)) writeFileSync(join(folder, name), JSON.stringify(content));
  const { stdout, stderr, status } = spawnSync('node', ['.ci/report.mjs', what, folder], { encoding: 'utf8' });
  return [...`${stdout}${stderr}`.trimEnd().split('\n'), status ?? -1];
}

describe('the end of .ci/run', () => {
  test('names each failed test with its file and the first line of its message', () => {
    const failed = {
      name: resolve('test/a.test.ts'),
      status: 'failed',
      message: '',
      assertionResults: [
        { fullName: 'a sum is right', status: 'failed', failureMessages: ['\u001B[31mexpected 1\u001B[0m\n  at x'] },
        { fullName: 'a sum is small', status: 'passed', failureMessages: [] },
        { fullName: 'a sum is long', status: 'failed', failureMessages: ['x'.repeat(300)] },
      ],
    };
    const unloaded = {
      name: resolve('test/b.test.ts'),
      status: 'failed',
      message: 'Cannot find x\n',
      assertionResults: [],
    };
    const passed = { name: resolve('test/c.test.ts'), status: 'passed', message: '', assertionResults: [] };
    expect(
      report('failed', {
        'b.json': { success: false, testResults: [passed] },
        'a.json': { success: false, testResults: [failed, unloaded, passed] },
        'c.json': { success: true, testResults: [passed] },
      }),
    ).toEqual([
      'failed: test/a.test.ts: a sum is right: expected 1',
      `failed: test/a.test.ts: a sum is long: ${'x'.repeat(200)}…`,
      'failed: test/b.test.ts: Cannot find x',
      'failed: b.json: an error outside of all tests',
      0,
    ]);
  });

  test('adds up what passed and failed', () => {
    const one = { ...NO_TESTS, numPassedTests: 3, testResults: [] };
    const other = { ...NO_TESTS, numPassedTests: 4, numFailedTests: 2, testResults: [] };
    expect(report('counts', { 'a.json': one, 'b.json': other })).toEqual(['7 passed, 2 failed', 0]);
  });

  test('fails if a test was not run', () => {
    const skipped = { ...NO_TESTS, numPassedTests: 3, numPendingTests: 1, numTodoTests: 1, testResults: [] };
    expect(report('counts', { 'a.json': skipped })).toEqual(['3 passed, 0 failed', '2 tests were not run', 1]);
  });
});
