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

/** The two files that do what no other may: the server of a preview, and what opens its address. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  [join('src', 'cli', 'serve.ts')]: 'node:http',
  [join('src', 'cli', 'open.ts')]: 'node:child_process',
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .map((file) => join('src', file));

/** The source of a file, without the one module that the file alone may import. */
function sourceOf(file: string): string {
  const text = readFileSync(file, 'utf8');
  const allowed = EXCEPTIONS[file];
  return allowed === undefined ? text : text.replace(` from '${allowed}';`, '');
}

function findForbidden(text: string): readonly string[] {
  return FORBIDDEN.filter(([, pattern]) => pattern.test(text)).map(([description]) => description);
}

describe('the source', () => {
  test('holds nothing that could reach a network, start a program or run what it reads', () => {
    expect(files.length).toBeGreaterThan(150);
    for (const file of files) expect([file, findForbidden(sourceOf(file))]).toEqual([file, []]);
  });

  test('holds a server and a start of a program in two files, which do nothing else of that kind', () => {
    for (const [file, module] of Object.entries(EXCEPTIONS)) {
      expect(files).toContain(file);
      expect([file, findForbidden(readFileSync(file, 'utf8'))]).toEqual([file, [FORBIDDEN[0]?.[0]]]);
      expect(readFileSync(file, 'utf8').split(module)).toHaveLength(2);
    }
    const server = readFileSync(join('src', 'cli', 'serve.ts'), 'utf8');
    expect(server.match(/import \{(.*)\} from 'node:http';/)?.[1]?.match(/\b(?!type\b)[a-z]\w*/g)).toEqual([
      'createServer',
    ]);
    expect(server.match(/\.listen\(.*/g)).toEqual(['.listen({ host: LOOPBACK, port, exclusive: true });']);
    expect(server).toContain("LOOPBACK = '127.0.0.1';");
    const opener = readFileSync(join('src', 'cli', 'open.ts'), 'utf8');
    expect(opener).toContain("import { spawn } from 'node:child_process';");
    expect(opener.match(/\bspawn\(.*/g)).toEqual([
      "spawn(program, [...args, address], { stdio: 'ignore', shell: false, detached: true });",
    ]);
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
