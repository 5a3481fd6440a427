import { runCommandLine } from './cli/main.ts';
import { COMMANDS } from './commands/commands.ts';

/** Runs the command line with all commands, and returns the exit code. */
export function main(argv: readonly string[]): Promise<number> {
  return runCommandLine(argv, COMMANDS);
}
