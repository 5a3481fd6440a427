import {
  Command,
  type CommandUnknownOpts,
  InvalidArgumentError,
  Option,
  type OptionValues,
} from '@commander-js/extra-typings';
import { FORMATS, type Format } from '../model/artifact.ts';
import { isDay } from '../model/date.ts';
import type { EditionsWanted } from '../model/edition.ts';
import {
  COLOURS,
  type CommonOptions,
  type EditionOptions,
  REPORTERS,
  type RecipientsOptions,
  type ReporterChoice,
} from './options.ts';
import type { Shell } from './shell.ts';

/** The module of a command's run. Resolves to the exit code. */
export interface CommandRun<A extends readonly unknown[]> {
  readonly run: (shell: Shell, ...args: A) => Promise<number>;
}

/** Loads the run of a command and calls it with what commander has parsed. */
export type Start = <A extends readonly unknown[]>(
  load: () => Promise<CommandRun<A>>,
  ...args: NoInfer<A>
) => Promise<void>;

/**
 * Defines a command: name, arguments, options and help. Its run is imported only when it is started, so that help loads
 * definitions alone. Called anew for every command line, as commander keeps what it has parsed in the definition.
 */
export type CommandDefinition = (start: Start) => CommandUnknownOpts;

/** A command without options. */
export function newCommand(name: string): Command {
  return new Command(name);
}

/** A command that reads a campaign. */
export function campaignCommand(name: string): Command<[], CommonOptions> {
  return new Command(name)
    .option('-C, --directory <dir>', 'the campaign: a folder with templates/ and recipients/ (default: this folder)')
    .option(
      '--recipients <file>',
      'recipients besides the campaign’s own: .csv, .ndjson or .yaml; - for standard input',
    )
    .option('--date <day>', 'write as of this day, YYYY-MM-DD, instead of the letter’s own date', parseDay)
    .option('--json', 'one JSON document on standard output', false)
    .option('--quiet', 'say nothing but faults', false)
    .option('--verbose', 'say more: every letter as it is written; the address in a list', false)
    .addOption(colourOption())
    .option(
      '--reporter <name[=file]>',
      'tell faults as human, github, sarif=FILE or junit=FILE (repeat for more; default: human, and github in its Actions)',
      reporter,
      [],
    )
    .option('--show-values', 'show what profiles hold in messages, also under CI', false);
}

/** A command that reads a campaign, with the choice of its editions. */
export function editionsCommand(name: string): Command<[], CommonOptions & EditionOptions> {
  return withEditions(campaignCommand(name));
}

/** A command that goes over recipients: those named, or those that the filters select. */
export function recipientsCommand(name: string): Command<[string[]], RecipientsOptions> {
  const filtered = campaignCommand(name)
    .argument('[recipient...]', 'recipients by id; all if none is named')
    .option('--letter <letter>', 'only this letter: a folder under templates/ (repeat for more)', collected, [])
    .option('--role <role>', 'only recipients with this role (repeat for more)', collected, [])
    .option('--group <group>', 'only recipients whose State is in this group on the letter’s date', collected, [])
    .option('--state <code>', 'only recipients of this State, by its two-letter code', collected, []);
  return withEditions(filtered);
}

function withEditions<A extends unknown[], O extends OptionValues>(command: Command<A, O>) {
  return command.option(
    '--language <code>',
    'this edition for everybody (repeat for more), or all; by default each recipient gets the first it reads',
    editions,
  );
}

/** A switch that chooses the form of the output, and excludes the other forms. */
export function formSwitch<F extends string>(
  flag: F,
  description: string,
  others: string[],
): Option<F, undefined, boolean> {
  return new Option(flag, description).default(false).conflicts(others);
}

/** `--color`. */
export function colourOption(): Option<'--color <when>', undefined, 'auto', undefined, false, CommonOptions['color']> {
  return new Option('--color <when>', 'colour in messages').choices(COLOURS).default(COLOURS[0]);
}

/** Parses an option that may be repeated. */
export function collected(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

/** Parses a list of formats, separated by commas. */
export function formats(value: string): readonly Format[] {
  const wanted = value.split(',').map((name) => FORMATS.find((format) => format === name));
  const known = wanted.filter((format) => format !== undefined);
  if (known.length !== wanted.length) throw new InvalidArgumentError(`Letters are written as ${FORMATS.join(', ')}.`);
  return FORMATS.filter((format) => known.includes(format));
}

function parseDay(value: string): string {
  if (!isDay(value)) throw new InvalidArgumentError('A day is written YYYY-MM-DD, as 2025-12-01.');
  return value;
}

/** `all`, or a language; it may be repeated. */
function editions(value: string, before: EditionsWanted | undefined): EditionsWanted {
  if (value === 'all' || before === 'all') return 'all';
  if (!/^[a-z]{2}$/u.test(value)) {
    throw new InvalidArgumentError('A language is its two-letter code, as in fr; or all.');
  }
  return [...(before ?? []), value];
}

/** A reporter, with a file where its text is one: `sarif=out.sarif`. */
function reporter(value: string, before: readonly ReporterChoice[]): ReporterChoice[] {
  const [typed = '', ...rest] = value.split('=');
  const file = rest.join('=');
  const name = REPORTERS.find((known) => known === typed);
  if (name === undefined) throw new InvalidArgumentError('There is human, github, sarif=FILE and junit=FILE.');
  if (file !== '') return [...before, { name, file }];
  if (name === 'sarif' || name === 'junit') {
    throw new InvalidArgumentError(`Say into which file: ${name}=report.${name === 'sarif' ? 'sarif' : 'xml'}.`);
  }
  return [...before, { name }];
}
