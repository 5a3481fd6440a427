import type { Letter } from '../../model/letter.ts';
import type { Text } from '../../model/tree.ts';
import { heightOfRows, encloseInTag, joinBlocks, moveDown, createRow, type Row, type SetBlock } from '../galley.ts';
import { distanceFromStart, type ParagraphFormat } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { EnvelopeWindow } from '../stylesheet.ts';
import { setPlainParagraph } from './set-text.ts';

/**
 * Sets the inside address at the start of the measure and, beside it at the end of the measure, the date with the
 * reference below it.
 */
export function setDateAndAddress(letter: Letter, context: LayoutContext): SetBlock {
  const { measure, space, indent, addressWidth, dateWidth } = context.stylesheet;
  const dateBlock = setDate(letter, { x: measure - dateWidth, width: dateWidth, align: 'end' }, context);
  const addressBlock = setAddress(letter, { x: 0, width: addressWidth, hangingIndent: indent.hanging }, context);
  const height = Math.max(heightOfRows(dateBlock.rows), heightOfRows(addressBlock.rows));
  return joinSideBySide(dateBlock, addressBlock, { spaceAbove: space.letterheadToAddress, height });
}

/** The inside address and the date, set for a window envelope. */
export interface AddressInWindow {
  readonly block: SetBlock;
  /**
   * The height of the address, in points. The row of the block is as tall as the window, and the address may be taller.
   */
  readonly addressHeight: number;
}

/**
 * Sets the inside address at the position of the envelope's window, the date and the reference at their own position,
 * and the fold marks. `letterheadBottom` is in points from the top of the sheet.
 */
export function setAddressInWindow(
  letter: Letter,
  window: EnvelopeWindow,
  letterheadBottom: number,
  context: LayoutContext,
): AddressInWindow {
  const { area, addressIndent, addressWidth, dateAndReference, addressZoneHeight, marks, markColour } = window;
  const { hanging } = context.stylesheet.indent;
  const dateBlock = setDate(
    letter,
    { x: distanceFromStart(dateAndReference, context), width: dateAndReference.width, align: 'start' },
    context,
  );
  const addressBlock = setAddress(
    letter,
    {
      x: distanceFromStart({ x: area.x + addressIndent, width: addressWidth }, context),
      width: addressWidth,
      hangingIndent: hanging,
    },
    context,
  );
  const addressHeight = heightOfRows(addressBlock.rows);
  const addressTop = Math.max(0, area.height - Math.max(addressZoneHeight, addressHeight));
  const rules = marks.map((mark) => ({
    area: { ...mark, x: distanceFromStart(mark, context), y: mark.y - area.y },
    colour: markColour,
  }));
  const block = joinSideBySide(
    { ...dateBlock, rows: dateBlock.rows.map((row) => moveDown(row, dateAndReference.y - area.y)) },
    { ...addressBlock, rows: addressBlock.rows.map((row) => moveDown(row, addressTop)) },
    { spaceAbove: area.y - letterheadBottom, height: area.height, rules },
  );
  return { block, addressHeight };
}

function setAddress(
  { insideAddress }: Letter,
  format: Omit<ParagraphFormat, 'style' | 'align'>,
  context: LayoutContext,
): SetBlock {
  return setInOneRow(insideAddress, { ...format, style: 'address', align: 'start' }, context);
}

function setDate(
  { dateLine, references }: Letter,
  format: Omit<ParagraphFormat, 'style' | 'hangingIndent'>,
  context: LayoutContext,
): SetBlock {
  const texts = [dateLine, ...references.map(({ value }) => value)];
  return setInOneRow(texts, { ...format, style: 'date', hangingIndent: 0 }, context);
}

/** Sets texts one below the other in one row, so that no page break separates them. */
function setInOneRow(texts: readonly (string | Text)[], format: ParagraphFormat, context: LayoutContext): SetBlock {
  const { leading } = context.stylesheet.styles[format.style];
  const { rows, ...joinedBlock } = joinBlocks(texts.map((text) => setPlainParagraph(text, format, context)));
  const lines = rows.flatMap((row, index) => moveDown(row, index * leading).lines);
  return { ...joinedBlock, rows: [createRow({ height: lines.length * leading, lines })] };
}

/** Joins both columns to one row. The date comes first in the structure, and therefore in the reading order. */
function joinSideBySide(
  dateBlock: SetBlock,
  addressBlock: SetBlock,
  rowFields: Pick<Row, 'spaceAbove' | 'height'> & Partial<Row>,
): SetBlock {
  const { rows, ...joinedBlock } = joinBlocks([dateBlock, encloseInTag(addressBlock, 'Sect')]);
  return { ...joinedBlock, rows: [createRow({ ...rowFields, lines: rows.flatMap(({ lines }) => lines) })] };
}
