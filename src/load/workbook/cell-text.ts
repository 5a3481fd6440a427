import { type Message, profileEcho, say } from '../../model/message.ts';
import type { CellStyles } from './cell-styles.ts';
import { type UnreadableNumber, numberText } from './number-text.ts';
import { tidyText } from './shared-texts.ts';

/** A cell as the file has it (ECMA-376-1, 18.3.1.4). */
export interface SourceCell {
  /** The attribute `t`: what the value is. */
  readonly type: string;
  /** The attribute `s`: the number of its style. */
  readonly style: string | undefined;
  /** The content of `v`; undefined if there is none. */
  readonly value: string | undefined;
  /** The text of `is`. */
  readonly inlineText: string;
  readonly hasFormula: boolean;
}

/** Why the text of a cell is not known, and what to do about it. */
export interface UnreadableCell {
  readonly message: Message;
  readonly hint: Message;
}

/** What the values of the cells of a workbook refer to. */
export interface CellContext {
  readonly sharedTexts: readonly string[];
  readonly styles: CellStyles;
  readonly countsFrom1904: boolean;
}

const AS_TEXT = say`format the cells of the column as text, and type in them what the letters are to print`;

/** For each reason why the text of a number is not known: what the cell is, and what to do. */
const UNREADABLE_NUMBERS: Readonly<Record<UnreadableNumber, readonly [description: string, hint: Message]>> = {
  rounded: [
    'is a number with more digits than the cell shows',
    say`format a postcode or a telephone number as text and type it again; give another number as many decimals as it has`,
  ],
  percent: ['is a number that is shown as a percentage', AS_TEXT],
  currency: [
    'is a number that is shown with a currency',
    say`give the column a format without the currency, as ${'0.00'}, or format it as text and type the amounts again`,
  ],
  exponent: [
    'is a number that is shown with a power of ten',
    say`give the column the format ${'0'}, or format it as text and type the numbers again`,
  ],
  'part-of-date': [
    'is a day that is shown without its year, its month or its day',
    say`if a date is meant, give it a format with all three; if not, format the cell as text and type it again`,
  ],
  time: [
    'is shown as a time, or with one',
    say`give a date a format without the time; format a time as text and type it again`,
  ],
  'part-of-day': ['is a day with a time', say`delete the time, or format the cell as text and type it again`],
  early: ['is a day before 1 March 1900, which programs count differently', AS_TEXT],
  'no-day': ['is no day that a calendar has', AS_TEXT],
  other: ['is a number in a format that shows something else than its digits', AS_TEXT],
};

/** Returns the text of a cell as a person sees or entered it, or why that is not known. Nothing is guessed. */
export function readCellText(cell: SourceCell, context: CellContext): string | UnreadableCell {
  const { type, value = '', hasFormula } = cell;
  // A formula whose result is an empty text has the type `str`. Libraries that cannot calculate leave the result out.
  if (hasFormula && value === '' && type !== 'str') {
    return {
      message: say`holds a formula whose result is not in the file`,
      hint: say`open the file in a spreadsheet program and save it there, or replace the formula by its result`,
    };
  }
  if (type === 'inlineStr') return shownText(tidyText(cell.inlineText), cell, context);
  if (value === '') return '';
  if (type === 's') {
    const text = context.sharedTexts[Number(value)];
    return text === undefined ? damagedCell() : shownText(text, cell, context);
  }
  if (type === 'str') return shownText(tidyText(value), cell, context);
  if (type === 'n') return shownNumber(value, cell, context);
  if (type === 'd') return shownDate(value, cell, context);
  if (type === 'e') {
    const hint = say`correct the formula, or replace it by its result`;
    return { message: say`holds the error ${profileEcho(value)}`, hint };
  }
  if (type === 'b') {
    return {
      message: say`holds a truth value, which each language of a spreadsheet program shows as another word`,
      hint: say`format the column as text, and type the word again`,
    };
  }
  return damagedCell();
}

function damagedCell(): UnreadableCell {
  return { message: say`refers to something that is not in the file`, hint: say`type it again, and save the file` };
}

function shownText(text: string, { style }: SourceCell, { styles }: CellContext): string | UnreadableCell {
  const format = styles(style);
  if (text === '' || format.showsText) return text;
  return {
    message: say`holds a text that its format ${format.code} shows in another way, or hides`,
    hint: say`give the cell the format of text, and type in it what the letters are to print`,
  };
}

function shownNumber(
  value: string,
  { style }: SourceCell,
  { styles, countsFrom1904 }: CellContext,
): string | UnreadableCell {
  const number = value.trim() === '' ? Number.NaN : Number(value);
  if (!Number.isFinite(number)) return damagedCell();
  const format = styles(style);
  const shown = numberText(number, format, countsFrom1904);
  if (shown.ok) return shown.text;
  const [description, hint] = UNREADABLE_NUMBERS[shown.reason];
  return { message: [`${description}: stored as `, profileEcho(value), ...say`, format ${format.code}`], hint };
}

/** A day without a time, or at midnight (ISO 8601). Files of other programs than Excel have dates in this form. */
const ISO_DAY = /^(\d{4}-\d{2}-\d{2})(?:T00:00:00(?:\.0+)?Z?)?$/u;

function shownDate(value: string, { style }: SourceCell, { styles }: CellContext): string | UnreadableCell {
  const format = styles(style);
  const day = ISO_DAY.exec(value.trim())?.[1];
  if (day !== undefined && format.positive.kind === 'date') return day;
  const reason =
    format.positive.kind === 'part-of-date' ? 'part-of-date' : format.positive.kind === 'date' ? 'part-of-day' : 'time';
  const [description, hint] = UNREADABLE_NUMBERS[reason];
  return { message: [`${description}: stored as `, profileEcho(value), ...say`, format ${format.code}`], hint };
}
