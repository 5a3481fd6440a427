import { CommanderError } from '@commander-js/extra-typings';
import { neutralise, quoted } from '../report/neutralise.ts';
import type { CommandDefinition } from './define-command.ts';
import { openProcessShell } from './process-shell.ts';
import { buildProgram } from './program.ts';
import { EXIT, OutputLost, type Shell, Stopped, UsageError } from './shell.ts';
import { hasCode, isRefusal, reasonOf } from './system-error.ts';

/** Runs one of these commands in this process and returns the exit code. */
export async function runCommandLine(argv: readonly string[], commands: readonly CommandDefinition[]): Promise<number> {
  const { shell, stoppedBy } = openProcessShell();
  const code = await runProgram(argv, shell, commands);
  return stoppedBy() ?? code;
}

/**
 * Runs the command line in a shell: in this process's, or in one that a test has made. The one place where faults, usage
 * and bugs become numbers.
 */
export async function runProgram(
  argv: readonly string[],
  shell: Shell,
  commands: readonly CommandDefinition[],
): Promise<number> {
  // Commander writes synchronously; what it says is kept and handed over when it is done.
  const said = { out: '', err: '' };
  let code: number = EXIT.done;
  const output = {
    writeOut: (text: string) => {
      said.out += text;
    },
    writeErr: (text: string) => {
      said.err += text;
    },
  };
  const program = buildProgram(commands, output, async (load, ...args) => {
    const { run } = await load();
    code = await run(shell, ...args);
  });
  try {
    await program.parseAsync(argv.length === 0 ? ['--help'] : [...argv], { from: 'user' });
  } catch (error) {
    code = await codeFor(error, shell, said);
  }
  try {
    if (said.out !== '') await shell.out(said.out);
  } catch (error) {
    code = await codeFor(error, shell, said);
  }
  if (said.err !== '') await shell.err(said.err);
  return code;
}

async function codeFor(error: unknown, shell: Shell, said: { err: string }): Promise<number> {
  const answer = answerTo(error);
  if (answer === undefined) {
    await shell.err(await bugText(error));
    return EXIT.bug;
  }
  const { message, hint } = answer;
  if (message !== undefined) said.err += `demarche: ${message}\n${hint === undefined ? '' : `  hint: ${hint}\n`}`;
  return answer.code;
}

/** What an error that ends the command is to its user; undefined: a bug of ours. */
function answerTo(
  error: unknown,
): { readonly code: number; readonly message?: string; readonly hint?: string | undefined } | undefined {
  // Commander has printed its message already.
  if (error instanceof CommanderError) return { code: error.exitCode === 0 ? EXIT.done : EXIT.usage };
  if (error instanceof UsageError) return { code: EXIT.usage, message: error.message, hint: error.hint };
  if (error instanceof Stopped) return { code: EXIT.no, message: error.message };
  if (error instanceof OutputLost) {
    // A reader that closes the pipe does so on purpose; any other loss is reported.
    if (error.isUnwanted) return { code: EXIT.no };
    return { code: EXIT.no, message: `standard output could not be written: ${error.message}` };
  }
  if (!isRefusal(error)) return undefined;
  const place = typeof error.path === 'string' ? `${quoted(error.path)}: ` : '';
  const hint = hasCode(error, 'EMFILE') ? 'raise the limit on open files (ulimit -n)' : undefined;
  return { code: EXIT.no, message: `${place}${reasonOf(error)}`, hint };
}

async function bugText(error: unknown): Promise<string> {
  const { withSourceLocations } = await import('./source-locations.ts');
  const trace = withSourceLocations(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const lines = trace.split('\n').map((line) => neutralise(line));
  return `demarche: this is a bug in demarche, not in your files. Please report it with what follows.\n${lines.join('\n')}\n`;
}
