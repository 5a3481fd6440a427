import type { Letter } from '../../model/letter.ts';
import { referenceLine } from '../../languages/reference-line.ts';
import { internInlines, internText } from '../../model/intern-letter.ts';
import { originOfPart, type PartOrigin } from '../../model/line-origin.ts';
import { createTextNode, type Inline } from '../../model/tree.ts';
import type { SetBlock } from '../galley.ts';
import { heightOfRows, moveDown, createRow, type RowFields } from '../rows.ts';
import { joinBlocks } from '../join-blocks.ts';
import { encloseInTag } from '../tags.ts';
import type { ParagraphFormat } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';
import { setParagraph } from './set-text.ts';

/**
 * Sets the inside address at the start of the measure and, beside it at the end of the measure, the date with the
 * references below it. A place or a reference can be wider than the column of the date. The column then takes width
 * from that of the address, up to half the width of both.
 */
export function setDateAndAddress(letter: Letter, context: LayoutContext): SetBlock {
  const { measure, space, indent, addressWidth, dateWidth } = context.stylesheet;
  const widthOfBoth = addressWidth + dateWidth;
  const width = Math.max(dateWidth, Math.min(widthOfDate(letter, context), widthOfBoth / 2));
  const dateBlock = setDate(letter, { x: measure - width, width, align: 'end' }, context);
  const addressFormat = { x: 0, width: widthOfBoth - width, hangingIndent: indent.hanging, style: 'address' } as const;
  const { block: addressBlock } = setAddress(letter, addressFormat, context);
  const height = Math.max(heightOfRows(dateBlock.rows), heightOfRows(addressBlock.rows));
  return joinSideBySide(dateBlock, addressBlock, { spaceAbove: space.letterheadToAddress, height });
}

/** The inside address, with what is above it. */
export interface SetAddress {
  readonly block: SetBlock;
  /** The distance from the top of the block to the address, in points. */
  readonly addressTop: number;
}

/** Sets the inside address and, above it, the marking and the way of delivery if the letter has them. */
export function setAddress(letter: Letter, column: Omit<ParagraphFormat, 'align'>, context: LayoutContext): SetAddress {
  const { values, stylesheet } = context;
  const lines = letter.insideAddress.map((line, index): OwnLine => ({
    content: internText(line, values),
    origin: originOfPart('inside address', index),
  }));
  const address = encloseInTag(setInOneRow(lines, { ...column, align: 'start' }, context), 'Sect');
  if (!hasMarkings(letter)) return { block: address, addressTop: 0 };
  const markings = setMarkings(letter, column, context);
  const { markingToAddress } = stylesheet.space;
  const block = stackInOneRow(markings, address, markingToAddress);
  return { block, addressTop: heightOfRows(markings.rows) + markingToAddress };
}

/** Whether a letter has a marking or a way of delivery. */
export function hasMarkings({ marking, delivery }: Letter): boolean {
  return marking !== undefined || delivery !== undefined;
}

/** Sets the marking and, below it, the way of delivery in one row. */
export function setMarkings(
  { marking, delivery }: Letter,
  column: Omit<ParagraphFormat, 'align'>,
  context: LayoutContext,
): SetBlock {
  const { values } = context;
  const lines: OwnLine[] = [];
  if (marking !== undefined)
    lines.push({ content: internInlines([createStrong(marking)], values), origin: originOfPart('marking') });
  if (delivery !== undefined) lines.push({ content: internText(delivery, values), origin: originOfPart('delivery') });
  return setInOneRow(lines, { ...column, align: 'start' }, context);
}

function createStrong(value: string): Inline {
  return { type: 'strong', children: [createTextNode(value)] };
}

/** Returns the width of the date and the references, each on one line. */
function widthOfDate(letter: Letter, context: LayoutContext): number {
  const { rows } = setDate(letter, { x: 0, width: Infinity, align: 'start' }, context);
  const widths = rows.flatMap(({ lines }) =>
    lines.map(({ fragments }) => fragments.reduce((sum, { width }) => sum + width, 0)),
  );
  return Math.max(0, ...widths);
}

/** Sets the date with the references below it, in one row. */
export function setDate(
  { dateLine, references }: Letter,
  format: Omit<ParagraphFormat, 'style' | 'hangingIndent'>,
  context: LayoutContext,
): SetBlock {
  const { conventions, values } = context;
  const lines: OwnLine[] = references.map((reference, index) => ({
    content: internInlines(referenceLine(reference, conventions), values),
    origin: originOfPart('reference', index),
  }));
  if (dateLine !== undefined) lines.unshift({ content: internText(dateLine, values), origin: originOfPart('date') });
  return setInOneRow(lines, { ...format, style: 'date', hangingIndent: 0 }, context);
}

/** A line that is a part of the letter of its own. */
interface OwnLine {
  readonly content: readonly Inline[];
  readonly origin: PartOrigin;
}

/** Sets lines of content one below the other in one row, so that no page break separates them. */
function setInOneRow(contents: readonly OwnLine[], format: ParagraphFormat, context: LayoutContext): SetBlock {
  const { leading } = context.stylesheet.styles[format.style];
  const { rows, ...joinedBlock } = joinBlocks(
    contents.map(({ content, origin }) => setParagraph(content, 'P', format, context, { origin })),
  );
  const lines = rows.flatMap((row, index) => moveDown(row, index * leading).lines);
  return { ...joinedBlock, rows: [createRow({ height: lines.length * leading, lines })] };
}

/** Joins two blocks, one below the other, in one row, so that no page break separates them. `space` is in points. */
export function stackInOneRow(upper: SetBlock, lower: SetBlock, space: number): SetBlock {
  const top = heightOfRows(upper.rows) + space;
  const { rows, ...joinedBlock } = joinBlocks([upper, { ...lower, rows: lower.rows.map((row) => moveDown(row, top)) }]);
  const height = top + heightOfRows(lower.rows);
  return { ...joinedBlock, rows: [createRow({ height, lines: rows.flatMap(({ lines }) => lines) })] };
}

/** Joins both columns to one row. The date comes first in the structure, and therefore in the reading order. */
export function joinSideBySide(dateBlock: SetBlock, addressBlock: SetBlock, rowFields: RowFields): SetBlock {
  const { rows, ...joinedBlock } = joinBlocks([dateBlock, addressBlock]);
  return { ...joinedBlock, rows: [createRow({ ...rowFields, lines: rows.flatMap(({ lines }) => lines) })] };
}
