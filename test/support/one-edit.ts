import type { MemoryFile } from './memory-world.ts';
import type { ReadProblem } from '../../src/world.ts';

/** What stands where a file of the output is: a text, something that is no file, or nothing any more. */
export type OutputState = { readonly text: string } | 'in-the-way' | 'missing';

/** One edit against a good campaign, and how the command is called then. */
export interface FaultyCampaign {
  readonly args: readonly string[];
  readonly files: Readonly<Record<string, MemoryFile>>;
  /** What stands in the output folder beforehand. */
  readonly output: ReadonlyMap<string, OutputState>;
  /** What comes in on standard input. */
  readonly input: string;
  /** Who is writing the same letters, if anybody is. */
  readonly heldBy: string | undefined;
  /** Why nothing can be written, if nothing can. */
  readonly unwritable: string | undefined;
}

/**
 * Applies one edit as a golden folder describes it:
 *
 *     bilingual                         first line, optional: the campaign is the small one in two languages
 *     run generate                      first line, optional: a command other than validate
 *     in <path>                         then the lines that are there, after "-", and those that are put in their place,
 *                                       after "+"; without "-" they are added at the end
 *     new <path>                        then the lines of the file, after "+"
 *     without <path>                    the file is taken away
 *     <path> is <problem> [line:column] it cannot be read: a problem of the world, not of the text
 *     out holds <path>                  then the lines of that file, after "+"; none: something is in the way
 *     out lacks <path>                  a file that a run has written is gone
 *     input                             then the lines that come in on standard input, after "+"
 *     out held <by>                     another run is writing there
 *     out refuses <reason>              nothing can be written
 *
 * `\u{…}` stands for a character that nobody could see here. Anything but one edit is refused.
 */
export function applyEdit(good: Readonly<Record<string, string>>, edit: string): FaultyCampaign {
  const lines = edit.trimEnd().split('\n');
  const run = lines[0]?.startsWith('run ') === true ? lines.shift() : undefined;
  const [heading = '', ...changes] = lines;
  const removed = marked(changes, '-');
  const added = marked(changes, '+');
  if (removed.length + added.length !== changes.length) throw new Error(`more than one edit:\n${edit}`);
  const untouched: FaultyCampaign = {
    args: run === undefined ? ['validate'] : run.split(' ').slice(1),
    files: good,
    output: new Map(),
    input: '',
    heldBy: undefined,
    unwritable: undefined,
  };
  const [verb = '', second = '', third = '', ...rest] = heading.split(' ');
  const text = added.map((line) => `${line}\n`).join('');
  switch (verb === 'out' ? `out ${second}` : verb) {
    case 'in':
      return { ...untouched, files: { ...good, [second]: replaced(good, second, removed, added) } };
    case 'new':
      if (Object.hasOwn(good, second) || removed.length > 0) throw new Error(`${second} is not new`);
      return { ...untouched, files: { ...good, [second]: text } };
    case 'without':
      if (!Object.hasOwn(good, second)) throw new Error(`${second} is not there`);
      return { ...untouched, files: Object.fromEntries(Object.entries(good).filter(([path]) => path !== second)) };
    case 'out holds':
      return { ...untouched, output: new Map([[third, added.length === 0 ? 'in-the-way' : { text }]]) };
    case 'out lacks':
      return { ...untouched, output: new Map([[third, 'missing']]) };
    case 'input':
      return { ...untouched, input: text };
    case 'out held':
      return { ...untouched, heldBy: [third, ...rest].join(' ') };
    case 'out refuses':
      return { ...untouched, unwritable: [third, ...rest].join(' ') };
    default:
      if (second !== 'is' || !isProblem(third)) throw new Error(`not an edit: ${heading}`);
      return { ...untouched, files: { ...good, [verb]: { problem: third, ...placeOf(rest[0]) } } };
  }
}

function marked(lines: readonly string[], mark: string): readonly string[] {
  return lines
    .filter((line) => line.startsWith(mark))
    .map((line) =>
      line.slice(1).replaceAll(/\\u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number(`0x${code}`))),
    );
}

function replaced(
  good: Readonly<Record<string, string>>,
  path: string,
  removed: readonly string[],
  added: readonly string[],
): string {
  const text = good[path];
  if (text === undefined) throw new Error(`${path} is not there`);
  const lines = text.split('\n');
  if (removed.length === 0) return [...lines.slice(0, -1), ...added, ''].join('\n');
  const places = lines.flatMap((_, index) =>
    removed.every((line, row) => lines[index + row] === line) ? [index] : [],
  );
  const [place] = places;
  if (place === undefined || places.length > 1) throw new Error(`${path} has ${places.length} such places`);
  return lines.toSpliced(place, removed.length, ...added).join('\n');
}

const PROBLEMS: readonly ReadProblem[] = ['missing', 'unreadable', 'not-a-file', 'too-large', 'not-utf8', 'outside'];

function isProblem(word: string): word is ReadProblem {
  return PROBLEMS.some((problem) => problem === word);
}

function placeOf(place: string | undefined): { readonly line?: number; readonly column?: number } {
  const [line, column] = (place ?? '').split(':').map(Number);
  return line === undefined || column === undefined ? {} : { line, column };
}
