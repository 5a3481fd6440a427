import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { createPrompts } from '../../../../src/cli/prompts.ts';
import type { Shell } from '../../../../src/cli/shell.ts';
import { type InProcessResult, runIn } from '../../../support/in-process.ts';
import { temporaryFolder } from '../../../support/run-demarche.ts';

const AT_TERMINAL = { in: true, out: true, err: true };
const [DOWN, ENTER, CONTROL_C] = ['\u001B[B', '\r', '\u0003'];

/** Words that are on the screen, and the keys that are pressed once they are. */
type Reply = readonly [words: string, keys: string];

/** The questions, in order. */
const QUESTIONS = ['Which campaign', 'In which language', 'Into which folder'] as const;

/** The replies that take what is offered first. */
const DEFAULTS: readonly Reply[] = QUESTIONS.map((words) => [words, ENTER]);

/** Runs `init` at a terminal at which a user replies to what is on the screen. */
async function initAtTerminal(
  cwd: string,
  replies: readonly Reply[],
  {
    args = [],
    isTerminal = AT_TERMINAL,
    env = {},
  }: {
    readonly args?: readonly string[];
    readonly isTerminal?: Shell['isTerminal'];
    readonly env?: Readonly<Record<string, string>>;
  } = {},
): Promise<InProcessResult & { readonly screen: string }> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let screen = '';
  const pending = [...replies];
  output.on('data', (chunk: Buffer) => {
    screen += chunk.toString();
    const [words, keys] = pending[0] ?? [];
    if (words === undefined || !screen.includes(words)) return;
    pending.shift();
    // After the question has been drawn whole.
    setImmediate(() => input.write(keys));
  });
  const unavailable = (): Promise<never> => Promise.reject(new Error('not opened'));
  const result = await runIn(
    {
      cwd,
      env,
      isTerminal,
      openWorld: unavailable,
      openOutput: unavailable,
      prompts: async () => createPrompts({ input, output, signal: new AbortController().signal }),
    },
    ['init', ...args],
  );
  expect(pending).toEqual([]);
  return { ...result, screen };
}

describe('at a terminal, init without arguments asks', () => {
  test('for campaign, language and folder, with the defaults first', async () => {
    const cwd = temporaryFolder();
    const { code, out, screen } = await initAtTerminal(cwd, DEFAULTS);
    expect(code).toBe(0);
    expect(out).toContain('page  letter/out/letter/mayor.en.pdf\n');
    expect(screen).toContain('Which campaign do you begin from?');
    expect(screen).toContain('fr  français');
    expect(existsSync(join(cwd, 'letter/templates/letter/letter.yaml'))).toBe(true);
  });

  test('and writes what is answered', async () => {
    const cwd = temporaryFolder();
    const { code, out } = await initAtTerminal(cwd, [
      [QUESTIONS[0], DOWN + ENTER],
      [QUESTIONS[1], DOWN + ENTER],
      [QUESTIONS[2], `mine${ENTER}`],
    ]);
    expect([code, readdirSync(cwd)]).toEqual([0, ['mine']]);
    expect(out).toContain('page  mine/out/crossing/upper-town.fr.pdf\n');
  });

  test('again for a folder in which nothing can be written', async () => {
    const cwd = temporaryFolder();
    await initAtTerminal(cwd, DEFAULTS);
    const { code, screen } = await initAtTerminal(cwd, [...DEFAULTS, ['already', `two${ENTER}`]]);
    expect(screen).toContain('there is a campaign in “letter” already');
    expect([code, readdirSync(cwd)]).toEqual([0, ['letter', 'two']]);
  });

  test.each([1, 2, 3])('and Ctrl-C at question %i leaves nothing, with exit code 130', async (question) => {
    const cwd = temporaryFolder();
    const replies: readonly Reply[] = [...DEFAULTS.slice(0, question - 1), [QUESTIONS[question - 1] ?? '', CONTROL_C]];
    expect(await initAtTerminal(cwd, replies)).toMatchObject({ code: 130, out: '', err: '' });
    expect(readdirSync(cwd)).toEqual([]);
  });
});

describe('init asks nothing', () => {
  test.each([
    ['if a folder is named', { args: ['mine'] }],
    ['if a campaign is named', { args: ['--from', 'letter'] }],
    ['if a language is named', { args: ['--language', 'en'] }],
    ['with --quiet', { args: ['--quiet'] }],
    ['if standard input is no terminal', { isTerminal: { ...AT_TERMINAL, in: false } }],
    ['if standard output is no terminal', { isTerminal: { ...AT_TERMINAL, out: false } }],
    ['under CI', { env: { CI: 'true' } }],
    ['at a terminal that draws nothing', { env: { TERM: 'dumb' } }],
  ])('%s', async (_, options) => {
    const { code, screen } = await initAtTerminal(temporaryFolder(), [], options);
    expect([code, screen]).toEqual([0, '']);
  });
});
