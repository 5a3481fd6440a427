import type { Letter } from '../../model/letter.ts';
import { heightOf, inTag, joinBlocks, lowered, galleyRow, type Row, type SetBlock } from '../galley.ts';
import { offsetFromStart, type ParagraphFormat } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { EnvelopeWindow } from '../stylesheet.ts';
import { setPlainParagraph } from './set-text.ts';

/** Side by side: the inside address on the left, on the right the date, and the reference below it. */
export function setDateAndAddress(letter: Letter, context: LayoutContext): SetBlock {
  const { measure, space, indent, addressWidth, dateWidth } = context.stylesheet;
  const dates = setDate(letter, { x: measure - dateWidth, width: dateWidth, align: 'end' }, context);
  const address = setAddress(letter, { x: 0, width: addressWidth, hanging: indent.hanging }, context);
  const height = Math.max(heightOf(dates.rows), heightOf(address.rows));
  return beside(dates, address, { before: space.letterheadToAddress, height });
}

/** The inside address in the window of an envelope. */
export interface AddressInWindow {
  readonly block: SetBlock;
  /** How tall the address is, in points; the row is as tall as the window, whatever is in it. */
  readonly addressHeight: number;
}

/**
 * The inside address where the envelope has its window, and beside it the date and the reference; marks for folding.
 * `above` says where the letterhead ends, from the top of the sheet.
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
  const block = beside(
    { ...dates, rows: dates.rows.map((row) => lowered(row, information.y - area.y)) },
    { ...address, rows: address.rows.map((row) => lowered(row, addressTop)) },
    { before: area.y - above, height: area.height, rules },
  );
  return { block, addressHeight };
}

function setAddress(
  { insideAddress }: Letter,
  lay: Omit<ParagraphFormat, 'style' | 'align'>,
  context: LayoutContext,
): SetBlock {
  return setColumn(insideAddress, { ...lay, style: 'address', align: 'start' }, context);
}

function setDate(
  { date, reference }: Letter,
  lay: Omit<ParagraphFormat, 'style' | 'hanging'>,
  context: LayoutContext,
): SetBlock {
  const texts = [date, reference].filter((text) => text !== undefined);
  return setColumn(texts, { ...lay, style: 'date', hanging: 0 }, context);
}

/** Texts below each other in one row. */
function setColumn(texts: readonly string[], lay: ParagraphFormat, context: LayoutContext): SetBlock {
  const { leading } = context.stylesheet.styles[lay.style];
  const { rows, ...set } = joinBlocks(texts.map((text) => setPlainParagraph(text, lay, context)));
  const lines = rows.flatMap((row, index) => lowered(row, index * leading).lines);
  return { ...set, rows: [galleyRow({ height: lines.length * leading, lines })] };
}

/** The lines of both in one row, and the structure of each: the date is read first. */
function beside(dates: SetBlock, address: SetBlock, row: Pick<Row, 'before' | 'height'> & Partial<Row>): SetBlock {
  const { rows, ...set } = joinBlocks([dates, inTag(address, 'Sect')]);
  return { ...set, rows: [galleyRow({ ...row, lines: rows.flatMap(({ lines }) => lines) })] };
}
