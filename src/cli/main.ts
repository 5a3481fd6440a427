import { CommanderError } from '@commander-js/extra-typings';
import { neutralise, quoted } from '../report/neutralise.ts';
import type { CommandDefinition } from './define-command.ts';
import { openProcessShell } from './process-shell.ts';
import { buildProgram } from './program.ts';
import { EXIT, OutputLost, type Shell, Stopped, UsageError } from './shell.ts';
import { hasCode, isKnownSystemError, reasonOf } from './system-error.ts';

/**
 * Runs the command line in this process. Resolves to the exit code: 128 + signal number if a signal stopped the run.
 */
export async function runCommandLine(argv: readonly string[], commands: readonly CommandDefinition[]): Promise<number> {
  const { shell, stoppedBy } = openProcessShell();
  const code = await runProgram(argv, shell, commands);
  return stoppedBy() ?? code;
}

/**
 * Runs the command line in a shell: that of this process, or one that a test supplies. Resolves to the exit code; all
 * errors that end a command are caught here.
 */
export async function runProgram(
  argv: readonly string[],
  shell: Shell,
  commands: readonly CommandDefinition[],
): Promise<number> {
  // Commander writes synchronously and a shell asynchronously: commander's output is collected and written at the end.
  const collected = { out: '', err: '' };
  let code: number = EXIT.done;
  const output = {
    writeOut: (text: string) => {
      collected.out += text;
    },
    writeErr: (text: string) => {
      collected.err += text;
    },
  };
  const program = buildProgram(commands, output, async (load, ...args) => {
    const { run } = await load();
    code = await run(shell, ...args);
  });
  try {
    await program.parseAsync(argv.length === 0 ? ['--help'] : [...argv], { from: 'user' });
  } catch (error) {
    code = await reportError(error, shell, collected);
  }
  try {
    if (collected.out !== '') await shell.out(collected.out);
  } catch (error) {
    code = await reportError(error, shell, collected);
  }
  if (collected.err !== '') await shell.err(collected.err);
  return code;
}

/**
 * Reports an error that ended the command: a bug on standard error, any other error by adding its message to the
 * collected output. Resolves to the exit code.
 */
async function reportError(error: unknown, shell: Shell, collected: { err: string }): Promise<number> {
  const description = describeError(error);
  if (description === undefined) {
    await shell.err(await bugText(error));
    return EXIT.bug;
  }
  const { message, hint } = description;
  if (message !== undefined) collected.err += `demarche: ${message}\n${hint === undefined ? '' : `  hint: ${hint}\n`}`;
  return description.code;
}

/** The exit code and the message of an error that is not a bug; undefined: it is a bug. */
function describeError(
  error: unknown,
): { readonly code: number; readonly message?: string; readonly hint?: string | undefined } | undefined {
  // Commander has written its message to the collected output.
  if (error instanceof CommanderError) return { code: error.exitCode === 0 ? EXIT.done : EXIT.usage };
  if (error instanceof UsageError) return { code: EXIT.usage, message: error.message, hint: error.hint };
  if (error instanceof Stopped) return { code: EXIT.no, message: error.message };
  if (error instanceof OutputLost) {
    // A reader that closes its end of a pipe, as `head` does, does so on purpose; any other failure is reported.
    if (error.isClosedByReader) return { code: EXIT.no };
    return { code: EXIT.no, message: `standard output could not be written: ${error.message}` };
  }
  if (!isKnownSystemError(error)) return undefined;
  const prefix = typeof error.path === 'string' ? `${quoted(error.path)}: ` : '';
  const hint = hasCode(error, 'EMFILE') ? 'raise the limit on open files (ulimit -n)' : undefined;
  return { code: EXIT.no, message: `${prefix}${reasonOf(error)}`, hint };
}

async function bugText(error: unknown): Promise<string> {
  const { withSourceLocations } = await import('./source-locations.ts');
  const trace = withSourceLocations(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const lines = trace.split('\n').map((line) => neutralise(line));
  return `demarche: this is a bug in demarche, not in your files. Please report it with what follows.\n${lines.join('\n')}\n`;
}
