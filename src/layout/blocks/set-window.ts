import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Letter } from '../../model/letter.ts';
import { plainText } from '../../model/tree.ts';
import { heightOfRows, moveDown, createRow, type SetBlock, type SetLine } from '../galley.ts';
import type { LayoutContext } from '../layout-context.ts';
import { distanceFromStart, type ParagraphFormat } from '../paragraph-format.ts';
import { windowFaults } from '../room-faults.ts';
import { ADDRESS_STYLES, type EnvelopeWindow, type StyleName } from '../stylesheet.ts';
import { type SetAddress, joinSideBySide, setAddress, setDate } from './set-address.ts';
import { setArtifact } from './set-text.ts';

/** What is in and beside the window of an envelope, set. */
export interface WindowBlock {
  readonly block: SetBlock;
  /** The faults of an address that is too tall, or of a letterhead that ends too low. */
  readonly faults: readonly Diagnostic[];
}

/**
 * Sets the return line and the inside address in the window of the envelope, the date and the references beside it, and
 * the fold marks. `letterheadBottom` is in points from the top of the sheet.
 */
export function setWindow(
  letter: Letter,
  window: EnvelopeWindow,
  letterheadBottom: number,
  context: LayoutContext,
): WindowBlock {
  const { area, marks, markColour } = window;
  const dateBlock = setInformation(letter, window, context);
  const { block: addressBlock, height, heightAbove, leading } = setAddressBelowReturn(letter, window, context);
  const rules = marks.map((mark) => ({
    area: { ...mark, x: distanceFromStart(mark, context), y: mark.y - area.y },
    colour: markColour,
  }));
  const block = joinSideBySide(dateBlock, addressBlock, {
    spaceAbove: area.y - letterheadBottom,
    height: Math.max(area.height, heightOfRows(dateBlock.rows) + window.information.y - area.y),
    rules,
  });
  return { block, faults: windowFaults({ height, heightAbove, leading, letterheadBottom }, window, letter.span) };
}

/** Sets the date and the references at their position, which counts from the top of the window. */
function setInformation(letter: Letter, { area, information }: EnvelopeWindow, context: LayoutContext): SetBlock {
  const { x, y, width } = information;
  const block = setDate(letter, { x: distanceFromStart({ x, width }, context), width, align: 'start' }, context);
  return { ...block, rows: block.rows.map((row) => moveDown(row, y - area.y)) };
}

/** The return line and the address below it, set. Lengths are in points. */
interface AddressBelowReturn {
  readonly block: SetBlock;
  readonly height: number;
  /** The height of what is above the address: the return line, the marking and the way of delivery. */
  readonly heightAbove: number;
  /** The leading of the address. */
  readonly leading: number;
}

/**
 * Sets the return line and the address below it. They begin as low as the preset has them, and higher if they are too
 * tall for that.
 */
function setAddressBelowReturn(letter: Letter, window: EnvelopeWindow, context: LayoutContext): AddressBelowReturn {
  const { area, addressArea, addressTop, preferredHeight } = window;
  const { width } = addressArea;
  const column = { x: distanceFromStart(addressArea, context), width };
  const returnLines = setReturnLine(letter, column, context);
  const returnHeight = returnLines.length * context.stylesheet.styles['return-line'].leading;
  const address = setInLargestStyle(ADDRESS_STYLES, letter, column, preferredHeight - returnHeight, context);
  const addressHeight = heightOfRows(address.block.rows);
  const height = returnHeight + addressHeight;
  const lowestTop = addressArea.y + addressArea.height - height;
  const heightAbove = returnHeight + address.addressTop;
  const top = Math.max(addressArea.y, Math.min(addressTop - heightAbove, lowestTop)) - area.y;
  const returnRow = createRow({ height: returnHeight, lines: returnLines });
  const addressRows = address.block.rows.map((row) => moveDown(row, top + returnHeight));
  return {
    block: { ...address.block, rows: [moveDown(returnRow, top), ...addressRows] },
    height,
    heightAbove,
    leading: address.leading,
  };
}

/** Sets the address in the first of the styles in which it is no taller than `room`, or else in the last one. */
function setInLargestStyle(
  [style, ...smallerStyles]: readonly [StyleName, ...StyleName[]],
  letter: Letter,
  column: Pick<ParagraphFormat, 'x' | 'width'>,
  room: number,
  context: LayoutContext,
): SetAddress & { readonly leading: number } {
  const { indent, styles } = context.stylesheet;
  const address = setAddress(letter, { ...column, style, hangingIndent: indent.hanging }, context);
  const [nextStyle, ...otherStyles] = smallerStyles;
  if (nextStyle === undefined || heightOfRows(address.block.rows) <= room)
    return { ...address, leading: styles[style].leading };
  return setInLargestStyle([nextStyle, ...otherStyles], letter, column, room, context);
}

/**
 * Sets the return line: where the post sends a letter back that it cannot deliver. It is an artifact, because it repeats
 * the letterhead. There is none in a letter without the sender's address.
 */
function setReturnLine(
  { letterhead, senderLines }: Letter,
  column: Pick<ParagraphFormat, 'x' | 'width'>,
  context: LayoutContext,
): readonly SetLine[] {
  const addressLines = senderLines.map(plainText).filter((line) => !isForContact(line));
  if (addressLines.length === 0) return [];
  const text = [letterhead.join(', '), ...addressLines].filter((part) => part !== '').join(' · ');
  const format: ParagraphFormat = { ...column, style: 'return-line', hangingIndent: 0, align: 'start' };
  const { leading } = context.stylesheet.styles['return-line'];
  return setArtifact(text, format, context).map((line, index) => ({
    ...line,
    baseline: line.baseline + index * leading,
  }));
}

/** Whether a line of the sender is only a mail or web address or a telephone number, with or without its label. */
function isForContact(line: string): boolean {
  const rest = line.replaceAll(CONTACT, '');
  return rest !== line && !/\p{Nd}/u.test(rest);
}

const CONTACT = /\S+@\S+|(?:https?:\/\/|www\.)\S+|\+\d[\d ()./-]*/gu;
