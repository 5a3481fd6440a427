import { runCommandLine } from './cli/main.ts';
import { COMMANDS } from './commands/commands.ts';

/** Runs the command line `argv` (without `node` and the script name) with all commands. Resolves to the exit code. */
export function main(argv: readonly string[]): Promise<number> {
  return runCommandLine(argv, COMMANDS);
}
