import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const rows = readFileSync('SECURITY.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:Promise|-)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

describe('every promise of SECURITY.md', () => {
  test('names existing tests by their titles', () => {
    expect(rows.length).toBeGreaterThan(10);
    for (const [, promise = '', tests = ''] of rows) {
      const named = [...tests.matchAll(/`([^`]+)`: “([^”]+)”/g)];
      expect([promise, named.length]).not.toEqual([promise, 0]);
      for (const [, file = '', title = ''] of named) {
        expect([file, existsSync(file)]).toEqual([file, true]);
        expect([title, readFileSync(file, 'utf8').includes(title)]).toEqual([title, true]);
      }
    }
  });
});
