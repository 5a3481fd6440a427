import { CommanderError } from '@commander-js/extra-typings';
import { neutralise, quote } from '../report/neutralise.ts';
import type { CommandGroup } from './define-command.ts';
import { describeRefusal, refusalText } from './describe-refusal.ts';
import { createProcessShell } from './process-shell.ts';
import { buildProgram, withoutHelpForUnknown } from './program.ts';
import { EXIT, OutputLost, type Shell, Stopped, UsageError } from './shell.ts';
import { isOutOfMemory, missingModule } from './system-error.ts';

/**
 * Runs the command line in this process. Without arguments, prints the help, or where there is no campaign, the first
 * steps. Resolves to the exit code, which is 128 + signal number after a signal.
 */
export async function runCommandLine(argv: readonly string[], groups: readonly CommandGroup[]): Promise<number> {
  const { shell, signalExitCode } = createProcessShell();
  const code = await runProgram(argv, shell, groups);
  return signalExitCode() ?? code;
}

/**
 * Runs the command line in a `Shell`: that of this process, or one that a test supplies. Catches and reports every
 * error that ends a command. Resolves to the exit code.
 */
export async function runProgram(
  argv: readonly string[],
  shell: Shell,
  groups: readonly CommandGroup[],
): Promise<number> {
  // Commander writes synchronously but a shell asynchronously, so commander's output is written at the end.
  const pendingOutput = { out: '', err: '' };
  let code: number = EXIT.success;
  const output = {
    writeOut: (text: string) => {
      pendingOutput.out += text;
    },
    writeErr: (text: string) => {
      pendingOutput.err += text;
    },
  };
  try {
    if (argv.length === 0 && (await shell.searchCampaign(shell.cwd)).campaign === undefined) {
      const { firstStepsText } = await import('./first-steps.ts');
      output.writeOut(firstStepsText());
    } else {
      const program = buildProgram(groups, output, async (load, ...args) => {
        const { run } = await load();
        code = await run(shell, ...args);
      });
      const names = program.commands.map((command) => command.name());
      await program.parseAsync(argv.length === 0 ? ['--help'] : withoutHelpForUnknown(argv, names), { from: 'user' });
    }
  } catch (error) {
    code = await reportError(error, shell, pendingOutput);
  }
  try {
    if (pendingOutput.out !== '') await shell.out(pendingOutput.out);
  } catch (error) {
    code = await reportError(error, shell, pendingOutput);
  }
  if (pendingOutput.err !== '') await shell.err(pendingOutput.err);
  return code;
}

/**
 * Reports an error that ended the command. Writes a bug to standard error; adds the message of any other error to
 * `pendingOutput`. Resolves to the exit code.
 */
async function reportError(error: unknown, shell: Shell, pendingOutput: { err: string }): Promise<number> {
  const description = describeError(error);
  if (description === undefined) {
    await shell.err(await bugText(error));
    return EXIT.bug;
  }
  const { message, hint } = description;
  if (message !== undefined) {
    pendingOutput.err += refusalText({ message, hint });
  }
  return description.code;
}

/** Returns the exit code, message and hint of an error, or undefined if the error is a bug. */
function describeError(
  error: unknown,
): { readonly code: number; readonly message?: string; readonly hint?: string | undefined } | undefined {
  // Without a message: commander has already written its own.
  if (error instanceof CommanderError) return { code: error.exitCode === 0 ? EXIT.success : EXIT.usage };
  if (error instanceof Stopped) return { code: EXIT.negative, message: error.message };
  if (error instanceof OutputLost) {
    // No message if the reader closed its end of the pipe, as `head` does, because that is intended.
    if (error.isClosedByReader) return { code: EXIT.cutOff };
    return { code: EXIT.negative, message: `standard output could not be written: ${error.message}` };
  }
  const missing = missingModule(error);
  if (missing !== undefined) {
    const message = `this installation of demarche is incomplete: ${quote(missing)} is missing`;
    return { code: EXIT.usage, message, hint: 'install it again, with npm ci in a checkout of demarche' };
  }
  if (isOutOfMemory(error)) {
    return {
      code: EXIT.negative,
      message: 'there is not enough memory',
      hint: 'raise the limit on memory (ulimit -v, or that of the container), or end other programs',
    };
  }
  const refusal = describeRefusal(error);
  return refusal && { code: error instanceof UsageError ? EXIT.usage : EXIT.negative, ...refusal };
}

async function bugText(error: unknown): Promise<string> {
  const { withSourceLocations } = await import('./source-locations.ts');
  const trace = withSourceLocations(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const lines = trace.split('\n').map((line) => neutralise(line));
  return `demarche: this is a bug in demarche, not in your files. Please report it with what follows.\n${lines.join('\n')}\n`;
}
