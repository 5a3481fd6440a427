import type { CommandUnknownOpts, Option } from '@commander-js/extra-typings';
import type { CommandUsage, OptionUsage } from '../model/command-usage.ts';

/** Describes the commands of a program that its help lists, in the order of help; `help` is the last. */
export function describeCommands(program: CommandUnknownOpts): readonly CommandUsage[] {
  return program.createHelp().visibleCommands(program).map(describeCommand);
}

function describeCommand(command: CommandUnknownOpts): CommandUsage {
  return {
    name: command.name(),
    description: command.description(),
    options: command.createHelp().visibleOptions(command).map(describeOption),
    operands: command.registeredArguments.map((argument) => ({ value: argument.name(), choices: argument.argChoices })),
  };
}

function describeOption(option: Option): OptionUsage {
  const { short, long, flags, argChoices, description } = option;
  return {
    flags: [short, long].filter((flag) => flag !== undefined),
    value: /[<[](.+)[>\]]$/u.exec(flags)?.[1],
    choices: argChoices,
    description,
  };
}
