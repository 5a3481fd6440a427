import { Command, type Option } from '@commander-js/extra-typings';
import type { CommandGroup, StartCommand } from './define-command.ts';
import { neutralise } from '../report/neutralise.ts';
import { TOOL_VERSION } from './package.ts';

/** The functions with which commander writes help and usage errors. */
export interface ProgramOutput {
  readonly writeOut: (text: string) => void;
  readonly writeErr: (text: string) => void;
}

/** The text after the list of commands in the output of `demarche --help`. */
const HELP_EPILOGUE = `
Examples:
  demarche init                                  begin a campaign, from one of a gallery
  demarche preview eu-be --open                  show a letter in a browser while you write
  demarche generate                              all letters, as Markdown and PDF, into out/
  demarche generate eu-fr eu-de                  two of them
  demarche generate --role eu-minister           one kind of recipient
  demarche generate asp-president --to pdf -o -  one letter on standard output
  demarche join out/open-letter/manifest.*-of-*.ndjson    join the shards that generate --shard wrote
  demarche validate                              find all faults; writes nothing
  demarche check                                 check that the letters in out/ are current
  demarche diff                                  show which sentences would change in which letters
  demarche review                                write clearance copies, for directors, counsel and translators
  demarche approve en/body --as legal            record that legal has read the current texts
  demarche dispatch > dispatch.csv               print what goes to whom, for the register; sends nothing
  demarche drafts --rehearsal me@example.org     write e-mail drafts to yourself; sends nothing
  demarche list --role bureau-member             list the recipients
  demarche explain eu-be                         show what this recipient gets, and why; or what a code means
  demarche matrix                                show which recipient gets which demand

Exit codes: 0 success; 1 faults or differences, or a letter failed; 2 could not start (usage, unknown recipient,
no campaign, no recipient selected); 70 a bug in demarche; 130 and 143 stopped by a signal; 141 the reader of standard
output has ended.
`;

/**
 * Builds commander's program with the commands of these groups, in this order. `start` executes the command that the
 * user calls.
 */
export function buildProgram(groups: readonly CommandGroup[], output: ProgramOutput, start: StartCommand): Command {
  const program = new Command('demarche')
    .description('Turns one letter into many tailored ones: one Markdown and one PDF letter per recipient.')
    .version(`demarche ${TOOL_VERSION}`, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    // The default group, in which commander lists `help` itself: the first one.
    .commandsGroup(`${groups[0]?.heading ?? 'Commands'}:`)
    .helpCommand('help [command]', 'print help for a command')
    .configureOutput({
      ...output,
      outputError: (text, write) => write(errorText(text)),
      getOutHelpWidth: () => 100,
      getErrHelpWidth: () => 100,
    })
    .configureHelp({ optionDescription: optionHelp })
    .showHelpAfterError('(demarche --help lists commands and options)')
    .exitOverride()
    .addHelpText('after', HELP_EPILOGUE);
  for (const { heading, commands } of groups) {
    for (const defineCommand of commands) {
      const command = defineCommand(start).copyInheritedSettings(program);
      if (heading === undefined) program.addCommand(command, { hidden: true });
      else program.addCommand(command.helpGroup(`${heading}:`));
    }
  }
  // Set last, because commands inherit what was set before: other programs take -C before the command.
  return program.showHelpAfterError(
    '(demarche --help lists the commands; their options go after them, as in demarche list -C DIR)',
  );
}

/**
 * Returns the arguments without a request for help if they name no command, so that commander reports the unknown
 * command. With `--help` or `help`, it would print the overview, as if the command existed but had no help.
 */
export function withoutHelpForUnknown(argv: readonly string[], commandNames: readonly string[]): readonly string[] {
  const operands = argv.filter((argument) => !argument.startsWith('-'));
  const name = operands[0] === 'help' ? operands[1] : operands[0];
  const wantsHelp = operands[0] === 'help' || argv.some((argument) => argument === '--help' || argument === '-h');
  return name === undefined || !wantsHelp || ['help', ...commandNames].includes(name) ? argv : [name];
}

/** The beginning of the line that commander adds to an error if an existing name is similar. */
const SUGGESTION = '\n(Did you mean ';

/** Makes an error of commander, which quotes arguments as they were typed, safe to print. */
function errorText(text: string): string {
  const message = text.replace(/\n$/u, '');
  const suggestionStart = message.lastIndexOf(SUGGESTION);
  if (suggestionStart < 0) return `${neutralise(message)}\n`;
  return `${neutralise(message.slice(0, suggestionStart))}\n${neutralise(message.slice(suggestionStart + 1))}\n`;
}

/**
 * The description of an option in help. Commander would add every default value; descriptions name those that matter.
 * The choices of an option are listed, the first of which is the default.
 */
function optionHelp({ description, argChoices }: Option): string {
  return argChoices === undefined
    ? description
    : `${description}: ${argChoices.join(', ')} (default: ${argChoices[0]})`;
}
