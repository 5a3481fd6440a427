import {
  Argument,
  Command,
  type CommandUnknownOpts,
  InvalidArgumentError,
  Option,
  type OptionValues,
} from '@commander-js/extra-typings';
import { FORMATS, type Format } from '../model/artifact.ts';
import { isDay } from '../model/date.ts';
import type { RequestedEditions } from '../model/edition.ts';
import {
  COLOURS,
  type CommonOptions,
  type EditionOptions,
  REPORTERS,
  type RecipientsOptions,
  type ReporterChoice,
} from './options.ts';
import type { Shell } from './shell.ts';
import { isLanguageTag, usualTag } from '../model/language-tag.ts';

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

/** Parses an option that may be repeated: appends its value to those of the earlier occurrences. */
export function appendValue(value: string, previousValues: readonly string[]): string[] {
  return [...previousValues, value];
}

/** Parses `--field`, which may be repeated. */
function appendField(text: string, previousFields: readonly string[]): string[] {
  if (!/^[^=]+=./su.test(text)) throw new InvalidArgumentError('A field is written as name=value, as in party=green.');
  return appendValue(text, previousFields);
}

/** Parses a comma-separated list of formats. Returns each format once, in the order of `FORMATS`. */
export function parseFormats(value: string): readonly Format[] {
  const requested = value.split(',').map((name) => FORMATS.find((format) => format === name));
  const recognised = requested.filter((format) => format !== undefined);
  if (recognised.length !== requested.length)
    throw new InvalidArgumentError(`Letters are written as ${FORMATS.join(', ')}.`);
  return FORMATS.filter((format) => recognised.includes(format));
}

/** Parses the form of drafts. */
export function parseDraftForm(value: string): 'eml' | 'mbox' {
  if (value !== 'eml' && value !== 'mbox') throw new InvalidArgumentError('Drafts are written as eml or mbox.');
  return value;
}

/** Parses the number of a port; 0 is any that is free. */
export function parsePort(value: string): number {
  const port = Number(value);
  if (!/^\d{1,5}$/u.test(value) || port > 65_535)
    throw new InvalidArgumentError('A port is a number from 1 to 65535; 0 is any that is free.');
  return port;
}

function parseDay(value: string): string {
  if (!isDay(value)) throw new InvalidArgumentError('A day is written as YYYY-MM-DD, for example 2025-12-01.');
  return value;
}

/** Parses `--language`, which may be repeated: `all` or the tag of a language. One `all` overrides the tags. */
function parseEditions(value: string, previousEditions: RequestedEditions | undefined): RequestedEditions {
  if (value === 'all' || previousEditions === 'all') return 'all';
  if (!isLanguageTag(value)) {
    const tag = usualTag(value);
    const advice = tag === undefined ? 'A language is its tag, as in fr or pt-BR; or all.' : `Write ${tag}.`;
    throw new InvalidArgumentError(advice);
  }
  return [...(previousEditions ?? []), value];
}

/** Parses `--reporter`: a name, optionally with a file (`sarif=out.sarif`), which sarif and junit require. */
function parseReporter(value: string, previousReporters: readonly ReporterChoice[]): ReporterChoice[] {
  const [typedName = '', ...fileParts] = value.split('=');
  const file = fileParts.join('=');
  const name = REPORTERS.find((candidate) => candidate === typedName);
  if (name === undefined) throw new InvalidArgumentError('The reporters are human, github, sarif=FILE and junit=FILE.');
  if (file !== '') return [...previousReporters, { name, file }];
  if (name === 'sarif' || name === 'junit') {
    throw new InvalidArgumentError(`Name a file: ${name}=report.${name === 'sarif' ? 'sarif' : 'xml'}.`);
  }
  return [...previousReporters, { name }];
}
