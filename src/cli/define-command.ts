import { Argument, Command, type CommandUnknownOpts, Option, type OptionValues } from '@commander-js/extra-typings';
import { COLOURS, type CommonOptions, type EditionOptions, type RecipientsOptions } from './options.ts';
import { appendField, appendValue, parseDay, parseEditions, parseReporter } from './parse-options.ts';
import type { Shell } from './shell.ts';

/** The module that executes a command, such as its `run.ts`. */
export interface CommandRun<A extends readonly unknown[]> {
  /** Executes the command with its parsed arguments and options. Resolves to the exit code. */
  readonly run: (shell: Shell, ...args: A) => Promise<number>;
}

/** A function that imports the module of a command and calls its `run` with the parsed arguments and options. */
export type StartCommand = <A extends readonly unknown[]>(
  load: () => Promise<CommandRun<A>>,
  ...args: NoInfer<A>
) => Promise<void>;

/**
 * A function that creates a command: its name, arguments, options and help. `start` imports the module that executes
 * the command only when it is called, so that `--help` loads only definitions. A new command is created for every
 * command line, because a commander `Command` stores the values that it parsed.
 */
export type CommandDefinition = (start: StartCommand) => CommandUnknownOpts;

/** The program with all its commands, as a command finds it that describes them. */
export type Program = CommandUnknownOpts;

/** Commands that `demarche --help` lists together. */
export interface CommandGroup {
  /** What one does with the commands, as a heading; undefined for commands that help does not list. */
  readonly heading: string | undefined;
  readonly commands: readonly CommandDefinition[];
}

/** Creates a command without options. */
export function newCommand(name: string): Command {
  return new Command(name);
}

/** Creates a command that reads a campaign, with the options that all such commands share. */
export function campaignCommand(name: string): Command<[], CommonOptions> {
  return new Command(name)
    .option(
      '-C, --directory <dir>',
      'the campaign: a folder with templates/ and recipients/ (default: this folder, or the nearest one above it)',
    )
    .option(
      '--recipients <file>',
      'recipients besides the campaign’s own: .csv, .xlsx, .ndjson or .yaml; - for standard input',
    )
    .option('--columns <file>', 'what the columns of the table --recipients are for; see docs/tables.md')
    .option('--date <day>', 'make letters as of this day, YYYY-MM-DD, instead of the letter’s own date', parseDay)
    .option('--json', 'one JSON document on standard output', false)
    .option('--quiet', 'print only faults', false)
    .option(
      '--verbose',
      'print more: every letter as it is written, all faults and warnings; in a list, the address and where the profile is',
      false,
    )
    .addOption(colourOption())
    .option(
      '--reporter <name[=file]>',
      'report faults as human, github, sarif=FILE or junit=FILE (repeat for more; default: human, and github in GitHub Actions)',
      parseReporter,
      [],
    )
    .option('--show-values', 'show values of profiles in messages, under CI too', false);
}

/** Creates a command that reads a campaign, with `--language` to choose editions (letters in one language). */
export function editionsCommand(name: string): Command<[], CommonOptions & EditionOptions> {
  return withEditions(campaignCommand(name));
}

/** Creates a command that goes over recipients: those named by id, or those that the filter options select. */
export function recipientsCommand(name: string): Command<[string[]], RecipientsOptions> {
  const command = campaignCommand(name)
    .argument('[recipient...]', 'recipients by id; all if none is named')
    .option('--letter <letter>', 'only this letter: a folder under templates/ (repeat for more)', appendValue, [])
    .option('--role <role>', 'only recipients with this role (repeat for more)', appendValue, [])
    .option('--group <group>', 'only recipients whose State is in this group on the letter’s date', appendValue, [])
    .option('--state <state>', 'only recipients of this State, by its two-letter code', appendValue, [])
    .option('--field <name=value>', 'only recipients with this value of a field (repeat for more)', appendField, []);
  return withEditions(command);
}

function withEditions<A extends unknown[], O extends OptionValues>(command: Command<A, O>) {
  return command.option(
    '--language <language>',
    'this edition for every recipient (repeat for more), or all (default: the first language that each reads)',
    parseEditions,
  );
}

/**
 * Creates a boolean option that selects how the result is printed, as `--csv` does. `conflictingOptions`: the options
 * that select another way, by commander's attribute names (`json` for `--json`).
 */
export function outputModeOption<F extends string>(
  flag: F,
  description: string,
  conflictingOptions: string[],
): Option<F, undefined, boolean> {
  return new Option(flag, description).default(false).conflicts(conflictingOptions);
}

/** Creates an argument that takes one of these values. */
export function choiceArgument<N extends string, const C extends readonly string[]>(
  name: N,
  description: string,
  choices: C,
): Argument<N, undefined, undefined, undefined, C[number]> {
  return new Argument(name, description).choices(choices);
}

/** Creates the option `--color`. */
export function colourOption(): Option<'--color <when>', undefined, 'auto', undefined, false, CommonOptions['color']> {
  return new Option('--color <when>', 'colour in messages').choices(COLOURS).default(COLOURS[0]);
}
