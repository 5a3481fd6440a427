import { describeCommands } from '../../src/cli/describe-commands.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { COMMANDS } from '../../src/commands/commands.ts';
import type { Program } from '../../src/cli/define-command.ts';
import type { CommandUsage } from '../../src/model/command-usage.ts';

/** The program with all commands, none of which can be executed. */
export function programOfAll(): Program {
  const output = { writeOut: () => undefined, writeErr: () => undefined };
  return buildProgram(COMMANDS, output, () => Promise.reject(new Error('not executed')));
}

/** All commands that help lists. */
export const COMMAND_USAGES: readonly CommandUsage[] = describeCommands(programOfAll());
