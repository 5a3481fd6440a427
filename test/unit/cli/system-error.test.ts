import { expect, test } from 'vitest';
import { runProgram } from '../../../src/cli/main.ts';
import { OutputLost, type Shell, UsageError } from '../../../src/cli/shell.ts';

/** Runs a command that throws this error. */
async function endWith(error: unknown): Promise<{ readonly code: number; readonly err: string }> {
  let err = '';
  const shell: Shell = {
    cwd: '/',
    env: {},
    searchCampaign: () => Promise.reject(new Error('not searched')),
    openWorld: () => Promise.reject(new Error('not opened')),
    openOutput: () => Promise.reject(new Error('not opened')),
    input: async function* () {},
    out: () => Promise.reject(error),
    err: (text) => Promise.resolve(void (err += text)),
    isTerminal: { in: false, out: false, err: false },
    prompts: () => Promise.reject(new Error('not asked')),
    serve: () => Promise.reject(new Error('not asked')),
    openAddress: () => Promise.reject(new Error('not asked')),
    stop: new AbortController().signal,
  };
  const code = await runProgram(['--version'], shell, []);
  return { code, err };
}

/** An error of a system call, as Node throws it. */
function systemError(code: string, path?: string): Error {
  return Object.assign(new Error(`${code}: something, open`), { code, syscall: 'open', path });
}

class RuntimeError extends Error {
  override readonly name = 'RuntimeError';
}

test.each([
  ['EACCES', 'demarche: “/a/b”: permission denied\n'],
  ['EROFS', 'demarche: “/a/b”: the disk is read-only\n'],
  ['ENOSPC', 'demarche: “/a/b”: the disk is full\n'],
  ['ESTALE', 'demarche: “/a/b”: the network disk no longer knows the file\n  hint: run the command again'],
  ['EMFILE', 'demarche: “/a/b”: too many files are open\n  hint: raise the limit on open files (ulimit -n)\n'],
  ['EBUSY', 'demarche: “/a/b”: another program is using it\n'],
])('the system error %s is no bug, and is described in words', async (code, text) => {
  expect(await endWith(systemError(code, '/a/b'))).toEqual({ code: 1, err: expect.stringContaining(text) });
});

test.each([
  ['V8', new RangeError('WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory for new instance')],
  ['an array', new RangeError('Array buffer allocation failed')],
  ['HarfBuzz', new RuntimeError('memory access out of bounds')],
  ['Emscripten', new RuntimeError('Aborted(RangeError: WebAssembly.Memory(): could not allocate memory)')],
  ['the system', systemError('ENOMEM')],
])('too little memory, as %s reports it, is no bug', async (_, error) => {
  const { code, err } = await endWith(error);
  expect([code, err.split('\n')[0]]).toEqual([1, 'demarche: there is not enough memory']);
});

test.each([
  ['a range', new RangeError('Invalid count value: -1')],
  ['a trap', new RuntimeError('unreachable')],
  ['a mistaken system call', systemError('EBADF')],
])('another error is a bug: %s', async (_, error) => {
  const { code, err } = await endWith(error);
  expect([code, err]).toEqual([70, expect.stringContaining('this is a bug in demarche')]);
});

test('a reader that ends early is not reported, and the exit code is that of SIGPIPE', async () => {
  expect(await endWith(new OutputLost('its reader has ended', true))).toEqual({ code: 141, err: '' });
});

test('the message and the hint of a usage error are each printed on one line, without controls', async () => {
  expect(await endWith(new UsageError('a\n::error::b', 'c\u001B[31m\u202Ed'))).toEqual({
    code: 2,
    err: 'demarche: a\\u{a}::error::b\n  hint: c\\u{1b}[31m\\u{202e}d\n',
  });
});
