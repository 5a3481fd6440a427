import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Patterns of source code that could reach a network, start a program or run code that was read. */
const FORBIDDEN: readonly (readonly [description: string, pattern: RegExp])[] = [
  [
    'a module for networks, programs or code',
    /['"](?:node:)?(?:net|http|https|http2|tls|dgram|dns|dns\/promises|child_process|cluster|worker_threads|vm|inspector|repl)['"]/,
  ],
  ['code that is created from text', /\beval\(|\bnew Function\(|\bFunction\(/],
  ['a network request', /\bfetch\(|\bnew (?:WebSocket|EventSource|XMLHttpRequest)\(/],
  ['a module whose name is computed', /\bimport\((?!\s*['"])/],
];

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .map((file) => join('src', file));

function findForbidden(text: string): readonly string[] {
  return FORBIDDEN.filter(([, pattern]) => pattern.test(text)).map(([description]) => description);
}

describe('the source', () => {
  test('holds nothing that could reach a network, start a program or run what it reads', () => {
    expect(files.length).toBeGreaterThan(150);
    for (const file of files) expect([file, findForbidden(readFileSync(file, 'utf8'))]).toEqual([file, []]);
  });

  test.each([
    "import { connect } from 'node:net';",
    "import { spawn } from 'child_process';",
    'eval(text)',
    'await fetch(url)',
    'await import(name)',
  ])('would be refused with %s', (text) => {
    expect(findForbidden(text)).toHaveLength(1);
  });
});
