import type { Letter } from '../../model/letter.ts';
import type { Text } from '../../model/tree.ts';
import { heightOfRows, encloseInTag, joinBlocks, moveDown, createRow, type Row, type SetBlock } from '../galley.ts';
import type { ParagraphFormat } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';
import { setPlainParagraph } from './set-text.ts';

/**
 * Sets the inside address at the start of the measure and, beside it at the end of the measure, the date with the
 * reference below it.
 */
export function setDateAndAddress(letter: Letter, context: LayoutContext): SetBlock {
  const { measure, space, indent, addressWidth, dateWidth } = context.stylesheet;
  const dateBlock = setDate(letter, { x: measure - dateWidth, width: dateWidth, align: 'end' }, context);
  const addressFormat = { style: 'address', x: 0, width: addressWidth, hangingIndent: indent.hanging } as const;
  const addressBlock = setAddress(letter, addressFormat, context);
  const height = Math.max(heightOfRows(dateBlock.rows), heightOfRows(addressBlock.rows));
  return joinSideBySide(dateBlock, addressBlock, { spaceAbove: space.letterheadToAddress, height });
}

/** Sets the inside address in one row. */
export function setAddress(
  { insideAddress }: Letter,
  format: Omit<ParagraphFormat, 'align'>,
  context: LayoutContext,
): SetBlock {
  return setInOneRow(insideAddress, { ...format, align: 'start' }, context);
}

/** Sets the date with the references below it, in one row. */
export function setDate(
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
export function joinSideBySide(
  dateBlock: SetBlock,
  addressBlock: SetBlock,
  rowFields: Pick<Row, 'spaceAbove' | 'height'> & Partial<Row>,
): SetBlock {
  const { rows, ...joinedBlock } = joinBlocks([dateBlock, encloseInTag(addressBlock, 'Sect')]);
  return { ...joinedBlock, rows: [createRow({ ...rowFields, lines: rows.flatMap(({ lines }) => lines) })] };
}
