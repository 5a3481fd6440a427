import type { CellPattern } from '../model/columns-file.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { type Message, profileEcho, say } from '../model/message.ts';
import { type Outcome, failure, settle } from '../model/outcome.ts';
import type { Span } from '../model/span.ts';
import { forbiddenCharacterFaults } from './file-text.ts';
import { joinCells } from './join-cells.ts';

/** A cell of a row with the name of its column. */
export interface NamedCell {
  /** The name as the table has it. */
  readonly column: string;
  readonly text: string;
  readonly span: Span;
}

/** The text that a pattern gives for a row. */
export interface FilledPattern {
  /** The lines, none of which is empty. There are none if all cells are empty, and mostly one. */
  readonly lines: readonly string[];
  /** Whether a cell of the pattern has text. */
  readonly hasText: boolean;
  /** The first cell with text, else the first cell; undefined if the pattern has no column. */
  readonly cell: NamedCell | undefined;
}

/**
 * Fills the cells of a row into a pattern that has columns.
 *
 * - Runs of white space in a cell become one space, and it is trimmed. Each line break of a cell begins a new line.
 * - If all cells are empty, there is no text.
 * - An empty cell takes the texts next to it away, as {@link joinCells} has it. If they have letters or digits, that is a
 *   fault.
 *
 * Then `values` replaces the whole text, or the text is put into capitals.
 */
export function fillPattern(pattern: CellPattern, cells: readonly NamedCell[]): Outcome<FilledPattern> {
  const texts = cells.map(({ text }) => cleanLines(text));
  const firstIndex = texts.findIndex((text) => text !== '');
  const cell = cells[Math.max(firstIndex, 0)];
  const faults = cells.flatMap((each) =>
    forbiddenCharacterFaults(each.text.replaceAll(/\r\n?/gu, '\n'), () => locationOf(each, each.span)).slice(0, 1),
  );
  const joined = firstIndex === -1 ? '' : joinCells(pattern.texts, texts);
  if (typeof joined !== 'string')
    return failure(...faults, wordsBesideFault(joined.words, cells[joined.index], pattern.scalar.span));
  const replaced = replaceText(pattern, joined, locationOf(cell, pattern.scalar.span));
  if (!replaced.ok) return failure(...faults, ...replaced.diagnostics);
  const lines = cleanLines(replaced.value)
    .split('\n')
    .filter((line) => line !== '');
  return settle({ lines, hasText: firstIndex !== -1, cell }, faults);
}

/** Trims each line of a text, makes one space of each run of white space, and leaves out empty lines. */
function cleanLines(text: string): string {
  return text
    .split(/\r\n|[\r\n]/u)
    .map((line) => line.replaceAll(/\s{2,}|\t/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

function wordsBesideFault(words: string, emptyCell: NamedCell | undefined, patternSpan: Span): Diagnostic {
  const message = say`this cell is empty, and ${words} stands next to it in the columns file`;
  const hint = say`fill the cell, or write ${words} and ${`{${emptyCell?.column ?? ''}}`} on a line of their own, which is left out where the cell is empty`;
  return fault('table/cell', locationOf(emptyCell, patternSpan), message, { hint });
}

/** Returns the location of a cell with the name of its column; that of its pattern if there is no cell. */
export function locationOf(cell: NamedCell | undefined, patternSpan: Span): Span {
  return cell === undefined ? patternSpan : { ...cell.span, header: cell.column };
}

/** The maximum number of texts of `values` that a hint lists. */
const MAX_LISTED_VALUES = 20;

/** Returns what takes the place of a text: a value of `values`, or the text in capitals, or the text itself. */
function replaceText({ values, isUpperCase, scalar }: CellPattern, text: string, span: Span): Outcome<string> {
  // Case without regard to language: capitals of Turkish and Azerbaijani i have no dot, and ß becomes SS.
  const inCase = (result: string): string => (isUpperCase ? result.toUpperCase() : result);
  if (values === undefined) return settle(inCase(text), []);
  const value = values.get(text.replaceAll('\n', ' '));
  if (value !== undefined) return settle(inCase(value), []);
  // An empty cell that `values` does not name is no value.
  if (text === '') return settle('', []);
  const known: Message = [...values.keys()]
    .slice(0, MAX_LISTED_VALUES)
    .flatMap((key, index) => [...(index === 0 ? [] : [', ']), ...say`${key}`]);
  const more = values.size > MAX_LISTED_VALUES ? ' and others' : '';
  const message = say`values does not say what ${profileEcho(text)} becomes`;
  const hint: Message = ['add it to values; it has ', ...known, more];
  const related = [{ span: scalar.span, message: say`${'values'} stands beside this pattern` }];
  return failure(fault('table/cell', span, message, { hint, related }));
}
