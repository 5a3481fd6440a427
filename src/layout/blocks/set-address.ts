import type { Letter } from '../../model/letter.ts';
import type { Text } from '../../model/tree.ts';
import { heightOf, enclosedInTag, joinBlocks, movedDown, galleyRow, type Row, type SetBlock } from '../galley.ts';
import { offsetFromStart, type ParagraphFormat } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { EnvelopeWindow } from '../stylesheet.ts';
import { setPlainParagraph } from './set-text.ts';

/** Sets the inside address at the start of the measure and, beside it at the end, the date with the reference below. */
export function setDateAndAddress(letter: Letter, context: LayoutContext): SetBlock {
  const { measure, space, indent, addressWidth, dateWidth } = context.stylesheet;
  const dates = setDate(letter, { x: measure - dateWidth, width: dateWidth, align: 'end' }, context);
  const address = setAddress(letter, { x: 0, width: addressWidth, hanging: indent.hanging }, context);
  const height = Math.max(heightOf(dates.rows), heightOf(address.rows));
  return sideBySide(dates, address, { spaceAbove: space.letterheadToAddress, height });
}

/** The inside address, set for the window of an envelope. */
export interface AddressInWindow {
  readonly block: SetBlock;
  /** The height of the address, in points. The row has the height of the window, which the address may exceed. */
  readonly addressHeight: number;
}

/**
 * Sets the inside address at the position of the envelope's window, the date and the reference beside it, and the fold
 * marks. `above` is the bottom of the letterhead, in points from the top of the sheet.
 */
export function setInWindow(
  letter: Letter,
  window: EnvelopeWindow,
  above: number,
  context: LayoutContext,
): AddressInWindow {
  const { area, indent, width, information, addressZone, marks, markColour } = window;
  const { hanging } = context.stylesheet.indent;
  const dates = setDate(
    letter,
    { x: offsetFromStart(information, context), width: information.width, align: 'start' },
    context,
  );
  const address = setAddress(
    letter,
    { x: offsetFromStart({ x: area.x + indent, width }, context), width, hanging },
    context,
  );
  const addressHeight = heightOf(address.rows);
  const addressTop = Math.max(0, area.height - Math.max(addressZone, addressHeight));
  const rules = marks.map((mark) => ({
    area: { ...mark, x: offsetFromStart(mark, context), y: mark.y - area.y },
    colour: markColour,
  }));
  const block = sideBySide(
    { ...dates, rows: dates.rows.map((row) => movedDown(row, information.y - area.y)) },
    { ...address, rows: address.rows.map((row) => movedDown(row, addressTop)) },
    { spaceAbove: area.y - above, height: area.height, rules },
  );
  return { block, addressHeight };
}

function setAddress(
  { insideAddress }: Letter,
  format: Omit<ParagraphFormat, 'style' | 'align'>,
  context: LayoutContext,
): SetBlock {
  return setColumn(insideAddress, { ...format, style: 'address', align: 'start' }, context);
}

function setDate(
  { date, reference }: Letter,
  format: Omit<ParagraphFormat, 'style' | 'hanging'>,
  context: LayoutContext,
): SetBlock {
  const texts = [date, reference].filter((text) => text !== undefined);
  return setColumn(texts, { ...format, style: 'date', hanging: 0 }, context);
}

/** Sets texts one below the other, as one row. */
function setColumn(texts: readonly (string | Text)[], format: ParagraphFormat, context: LayoutContext): SetBlock {
  const { leading } = context.stylesheet.styles[format.style];
  const { rows, ...set } = joinBlocks(texts.map((text) => setPlainParagraph(text, format, context)));
  const lines = rows.flatMap((row, index) => movedDown(row, index * leading).lines);
  return { ...set, rows: [galleyRow({ height: lines.length * leading, lines })] };
}

/** Joins both columns to one row. In the structure, which is the reading order, the date comes first. */
function sideBySide(
  dates: SetBlock,
  address: SetBlock,
  row: Pick<Row, 'spaceAbove' | 'height'> & Partial<Row>,
): SetBlock {
  const { rows, ...set } = joinBlocks([dates, enclosedInTag(address, 'Sect')]);
  return { ...set, rows: [galleyRow({ ...row, lines: rows.flatMap(({ lines }) => lines) })] };
}
