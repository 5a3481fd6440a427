import type { MemoryFile } from './memory-world.ts';
import type { ReadProblem } from '../../src/world.ts';
import { faultyFont } from './own-fonts.ts';
import { fixtureBytes } from './workbooks/read-fixture.ts';

/**
 * The state of an output file before the run: a text, whose hash the manifest may record; not an ordinary file; or
 * deleted.
 */
export type OutputState = { readonly text: string; readonly isRecorded: boolean } | 'in-the-way' | 'missing';

/** A good campaign with one edit, and the command that is run on it. */
export interface FaultyCampaign {
  readonly args: readonly string[];
  readonly files: Readonly<Record<string, MemoryFile>>;
  /** Output files that differ from those of an earlier run, by path. */
  readonly output: ReadonlyMap<string, OutputState>;
  /** Standard input. */
  readonly input: string | Uint8Array;
  /** The process that holds the lock of the output folder, if any. */
  readonly heldBy: string | undefined;
  /** The reason with which every write fails, if writes fail. */
  readonly unwritable: string | undefined;
}

/**
 * Applies one edit as a golden folder describes it:
 *
 *     bilingual                         optional first line, handled by the test: the campaign has two languages
 *     table                             the same: the campaign has a table of recipients
 *     pictures                          the same, before these two: the letter's folder has pictures
 *     annexes                           the same: the letter's folder has files that may be enclosed
 *     run generate                      optional first line: the command, if it is not validate
 *     in <path>                         replaces the lines after "-" by the lines after "+"; without "-" it adds the
 *                                       latter at the end
 *     new <path>                        adds a file with the lines after "+"
 *     without <path>                    removes the file
 *     font <name>                       the letter names a font file, which is the one of test/support/own-fonts.ts; lines after
 *                                   "+" are added to the body for the chair
 *     <path> is <problem> [line:column] makes reading the file fail with the problem
 *     out holds <path>                  the output file has the lines after "+"; without any, it is no ordinary file
 *     out records <path>                the same, and the manifest has the hash of those lines
 *     out lacks <path>                  the output file, which an earlier run wrote, is deleted
 *     input                             standard input has the lines after "+"
 *     input workbook <name>             standard input is that workbook of test/support/workbooks/
 *     out held <by>                     another process holds the lock of the output folder
 *     out refuses <reason>              every write fails with the reason
 *
 * `\u{…}` is the escape of a character that is invisible in an editor. Throws an Error unless it is exactly one edit.
 */
export function applyEdit(good: Readonly<Record<string, string>>, edit: string): FaultyCampaign {
  const lines = edit.trimEnd().split('\n');
  const run = lines[0]?.startsWith('run ') === true ? lines.shift() : undefined;
  const [heading = '', ...changes] = lines;
  const removedLines = linesMarked(changes, '-');
  const addedLines = linesMarked(changes, '+');
  if (removedLines.length + addedLines.length !== changes.length) throw new Error(`more than one edit:\n${edit}`);
  const unedited: FaultyCampaign = {
    args: run === undefined ? ['validate'] : run.split(' ').slice(1),
    files: good,
    output: new Map(),
    input: '',
    heldBy: undefined,
    unwritable: undefined,
  };
  const [verb = '', second = '', third = '', ...rest] = heading.split(' ');
  const text = addedLines.map((line) => `${line}\n`).join('');
  switch (verb === 'out' ? `out ${second}` : verb) {
    case 'in':
      return { ...unedited, files: { ...good, [second]: replaceLines(good, second, removedLines, addedLines) } };
    case 'new':
      if (Object.hasOwn(good, second) || removedLines.length > 0) throw new Error(`${second} is not new`);
      return { ...unedited, files: { ...good, [second]: text } };
    case 'font':
      return { ...unedited, files: withFont(good, faultyFont(second), text) };
    case 'without':
      if (!Object.hasOwn(good, second)) throw new Error(`${second} is not there`);
      return { ...unedited, files: Object.fromEntries(Object.entries(good).filter(([path]) => path !== second)) };
    case 'out holds':
      return {
        ...unedited,
        output: new Map([[third, addedLines.length === 0 ? 'in-the-way' : { text, isRecorded: false }]]),
      };
    case 'out records':
      return { ...unedited, output: new Map([[third, { text, isRecorded: true }]]) };
    case 'out lacks':
      return { ...unedited, output: new Map([[third, 'missing']]) };
    case 'input':
      return { ...unedited, input: second === 'workbook' ? fixtureBytes(third) : text };
    case 'out held':
      return { ...unedited, heldBy: [third, ...rest].join(' ') };
    case 'out refuses':
      return { ...unedited, unwritable: [third, ...rest].join(' ') };
    default:
      if (second !== 'is' || !isProblem(third)) throw new Error(`not an edit: ${heading}`);
      return { ...unedited, files: { ...good, [verb]: { problem: third, ...parsePosition(rest[0]) } } };
  }
}

/** Adds a font file to the good campaign, names it under `also`, and adds text to a body. */
function withFont(
  good: Readonly<Record<string, string>>,
  font: Uint8Array,
  text: string,
): Readonly<Record<string, MemoryFile>> {
  const body = 'templates/appeal/en/body/chair.md';
  const letter = 'templates/appeal/letter.yaml';
  const named = ['page: { preset: international, fonts: { also: [fonts/Name.ttf] } }'];
  const files = { ...good, [letter]: replaceLines(good, letter, ['page: { preset: international }'], named) };
  return { ...files, [body]: `${good[body]}${text}`, 'templates/appeal/fonts/Name.ttf': font };
}

/** The lines that begin with a mark, without it and with their escapes decoded. */
function linesMarked(lines: readonly string[], mark: string): readonly string[] {
  return lines
    .filter((line) => line.startsWith(mark))
    .map((line) =>
      line.slice(1).replaceAll(/\\u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number(`0x${code}`))),
    );
}

function replaceLines(
  good: Readonly<Record<string, string>>,
  path: string,
  removedLines: readonly string[],
  addedLines: readonly string[],
): string {
  const text = good[path];
  if (text === undefined) throw new Error(`${path} is not there`);
  const lines = text.split('\n');
  if (removedLines.length === 0) return [...lines.slice(0, -1), ...addedLines, ''].join('\n');
  const positions = lines.flatMap((_, index) =>
    removedLines.every((line, row) => lines[index + row] === line) ? [index] : [],
  );
  const [position] = positions;
  if (position === undefined || positions.length > 1) {
    throw new Error(`${path} has ${positions.length} such positions`);
  }
  return lines.toSpliced(position, removedLines.length, ...addedLines).join('\n');
}

const PROBLEMS: readonly ReadProblem[] = ['missing', 'unreadable', 'not-a-file', 'too-large', 'not-utf8', 'outside'];

function isProblem(word: string): word is ReadProblem {
  return PROBLEMS.some((problem) => problem === word);
}

function parsePosition(position: string | undefined): { readonly line?: number; readonly column?: number } {
  const [line, column] = (position ?? '').split(':').map(Number);
  return line === undefined || column === undefined ? {} : { line, column };
}
