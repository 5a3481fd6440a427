import { CommanderError } from '@commander-js/extra-typings';
import { neutralise } from '../report/neutralise.ts';
import { openProcessShell } from './process-shell.ts';
import { buildProgram } from './program.ts';
import { EXIT, type Shell, UsageError } from './shell.ts';

/** Runs the command line and returns the exit code. The one place where faults, usage and bugs become numbers. */
export async function main(argv: readonly string[]): Promise<number> {
  const { shell, stoppedBy } = openProcessShell();
  const code = await runProgram(argv, shell);
  return stoppedBy() ?? code;
}

/** Runs the command line in a shell: in this process's, or in one that a test has made. */
export async function runProgram(argv: readonly string[], shell: Shell): Promise<number> {
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
  const program = buildProgram(shell, output, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(argv.length === 0 ? ['--help'] : [...argv], { from: 'user' });
  } catch (error) {
    code = await codeFor(error, shell, said);
  }
  try {
    if (said.out !== '') await shell.out(said.out);
  } catch {
    code = EXIT.no;
  }
  if (said.err !== '') await shell.err(said.err);
  return code;
}

async function codeFor(error: unknown, shell: Shell, said: { err: string }): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof UsageError) {
    said.err += `demarche: ${error.message}\n${error.hint === undefined ? '' : `  hint: ${error.hint}\n`}`;
    return EXIT.usage;
  }
  if (isStreamError(error)) {
    // A reader that stopped reading knows why; for anything else say what was lost.
    if (error.code !== 'EPIPE') said.err += `demarche: standard output could not be written (${error.code})\n`;
    return EXIT.no;
  }
  const { inSourcePlaces } = await import('./source-places.ts');
  const trace = inSourcePlaces(error instanceof Error ? (error.stack ?? error.message) : String(error));
  await shell.err(
    `demarche: this is a bug in demarche, not in your files. Please report it with what follows.\n${trace
      .split('\n')
      .map((line) => neutralise(line))
      .join('\n')}\n`,
  );
  return EXIT.bug;
}

function isStreamError(error: unknown): error is Error & { code: string } {
  return (
    error instanceof Error &&
    'syscall' in error &&
    error.syscall === 'write' &&
    'code' in error &&
    typeof error.code === 'string'
  );
}
