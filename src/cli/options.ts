import { InvalidArgumentError } from '@commander-js/extra-typings';
import { FORMATS, type Format } from '../model/artifact.ts';
import { isDay } from '../model/date.ts';
import type { EditionsWanted } from '../model/edition.ts';

/** Options that every command has. */
export interface CommonOptions {
  readonly directory?: string | undefined;
  /** A file of recipients besides the campaign's own; `-` is standard input. */
  readonly recipients?: string | undefined;
  readonly date?: string | undefined;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly color: 'auto' | 'always' | 'never';
  readonly showValues: boolean;
  readonly reporter: readonly ReporterChoice[];
}

/** Who is told what was found, and in which file if not here. */
export interface ReporterChoice {
  readonly name: 'human' | 'github' | 'sarif' | 'junit';
  readonly file?: string;
}

/** Options that say who is meant: the same everywhere. */
export interface FilterOptions {
  readonly letter: readonly string[];
  readonly role: readonly string[];
  readonly group: readonly string[];
  readonly state: readonly string[];
}

/** Which editions of a letter are meant; left out, the command decides. */
export interface EditionOptions {
  readonly language?: EditionsWanted | undefined;
}

/** Options of `translations` alone. */
export interface TranslationsOptions extends CommonOptions, EditionOptions {
  readonly letter: readonly string[];
  readonly renew: boolean;
}

/** Options of `list` alone. */
export interface ListOptions extends CommonOptions, FilterOptions, EditionOptions {
  readonly csv: boolean;
}

/** Options of `matrix` alone. */
export interface MatrixOptions extends ListOptions {
  readonly md: boolean;
}

/** Options of `generate` alone. */
export interface GenerateOptions extends CommonOptions, FilterOptions, EditionOptions {
  readonly output?: string | undefined;
  readonly to: readonly Format[];
  readonly shard?: string | undefined;
  readonly dryRun: boolean;
  readonly failFast: boolean;
  readonly force: boolean;
  readonly attachSource: boolean;
}

/** Options of `check` alone. `to`: without it, what the manifest lists. */
export interface CheckOptions extends CommonOptions, FilterOptions, EditionOptions {
  readonly output?: string | undefined;
  readonly to?: readonly Format[] | undefined;
  readonly attachSource: boolean;
  readonly approved: boolean;
}

/** Options of `approve` alone. */
export interface ApproveOptions extends CommonOptions, Pick<FilterOptions, 'letter'> {
  readonly as: string;
  readonly by?: string | undefined;
}

/** Options of `dispatch` alone. */
export interface DispatchOptions extends CommonOptions, FilterOptions, EditionOptions {
  readonly output?: string | undefined;
}

/** Options of `review` alone. */
export interface ReviewOptions extends CommonOptions, FilterOptions, EditionOptions {
  readonly output?: string | undefined;
  readonly to: readonly Format[];
}

/** Options of `diff` alone. */
export interface DiffOptions extends CommonOptions, FilterOptions, EditionOptions {
  readonly against?: string | undefined;
  readonly between: boolean;
  readonly md: boolean;
}

/** A reporter, with a file where its text is one: `sarif=out.sarif`. */
export function reporter(value: string, before: readonly ReporterChoice[]): ReporterChoice[] {
  const [typed = '', ...rest] = value.split('=');
  const file = rest.join('=');
  const name = (['human', 'github', 'sarif', 'junit'] as const).find((known) => known === typed);
  if (name === undefined) throw new InvalidArgumentError('There is human, github, sarif=FILE and junit=FILE.');
  if (file !== '') return [...before, { name, file }];
  if (name === 'sarif' || name === 'junit') {
    throw new InvalidArgumentError(`Say into which file: ${name}=report.${name === 'sarif' ? 'sarif' : 'xml'}.`);
  }
  return [...before, { name }];
}

/** An option that may be repeated. */
export function collected(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

/** `all`, or a language; it may be repeated. */
export function editions(value: string, before: EditionsWanted | undefined): EditionsWanted {
  if (value === 'all' || before === 'all') return 'all';
  if (!/^[a-z]{2}$/u.test(value)) {
    throw new InvalidArgumentError('A language is its two-letter code, as in fr; or all.');
  }
  return [...(before ?? []), value];
}

/** A day of the calendar. */
export function day(value: string): string {
  if (!isDay(value)) throw new InvalidArgumentError('A day is written YYYY-MM-DD, as 2025-12-01.');
  return value;
}

/** A list of formats, with commas. */
export function formats(value: string): readonly Format[] {
  const wanted = value.split(',').map((name) => FORMATS.find((format) => format === name));
  const known = wanted.filter((format) => format !== undefined);
  if (known.length !== wanted.length) throw new InvalidArgumentError(`Letters are written as ${FORMATS.join(', ')}.`);
  return FORMATS.filter((format) => known.includes(format));
}
