import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Letter } from '../../model/letter.ts';
import { plainText, textWords, type Text } from '../../model/tree.ts';
import type { SetBlock, SetLine } from '../galley.ts';
import { heightOfRows, moveDown, createRow } from '../rows.ts';
import type { LayoutContext } from '../layout-context.ts';
import { distanceFromStart, type ParagraphFormat } from '../paragraph-format.ts';
import { windowFaults } from '../room-faults.ts';
import { ADDRESS_STYLES, type EnvelopeWindow, type StyleName } from '../stylesheet.ts';
import {
  type SetAddress,
  hasMarkings,
  joinSideBySide,
  setAddress,
  setDate,
  setMarkings,
  stackInOneRow,
} from './set-address.ts';
import { setArtifact } from './set-text.ts';

/** What is in and beside the window of an envelope, set. */
export interface WindowBlock {
  readonly block: SetBlock;
  /** The faults of an address that is too tall, or of a letterhead that ends too low. */
  readonly faults: readonly Diagnostic[];
}

/**
 * Sets the return line and the inside address in the window of the envelope, the date and the references beside it, and
 * the fold marks. The marking and the way of delivery are in the window or, if there is no room for them, beside it.
 * `letterheadBottom` is in points from the top of the sheet.
 */
export function setWindow(
  letter: Letter,
  window: EnvelopeWindow,
  letterheadBottom: number,
  context: LayoutContext,
): WindowBlock {
  const { area, marks, markColour } = window;
  const withMarkings = setAddressBelowReturn(letter, window, context);
  const areMarkingsBeside = hasMarkings(letter) && withMarkings.height > window.preferredHeight;
  const inWindow = areMarkingsBeside
    ? setAddressBelowReturn({ ...letter, marking: undefined, delivery: undefined }, window, context)
    : withMarkings;
  const { block: addressBlock, height, heightAbove, leading } = inWindow;
  const dateBlock = setInformation(letter, window, areMarkingsBeside, context);
  const rules = marks.map((mark) => ({
    area: { ...mark, x: distanceFromStart(mark, context), y: mark.y - area.y },
    colour: markColour,
  }));
  const block = joinSideBySide(dateBlock, addressBlock, {
    spaceAbove: area.y - letterheadBottom,
    height: Math.max(area.height, heightOfRows(dateBlock.rows) + window.information.y - area.y),
    rules,
  });
  return {
    block,
    faults: windowFaults(
      {
        height,
        heightAbove,
        leading,
        letterheadBottom,
        nameCount: letter.letterhead.length,
        hasLogo: letter.logo !== undefined,
      },
      window,
      letter.span,
    ),
  };
}

/**
 * Sets the date and the references, and the markings below them if these are beside the window. Their position counts
 * from the top of the window.
 */
function setInformation(
  letter: Letter,
  { area, information }: EnvelopeWindow,
  areMarkingsBeside: boolean,
  context: LayoutContext,
): SetBlock {
  const { x, y, width } = information;
  const column = { x: distanceFromStart({ x, width }, context), width };
  const date = setDate(letter, { ...column, align: 'start' }, context);
  const block = areMarkingsBeside
    ? stackInOneRow(
        date,
        setMarkings(letter, { ...column, style: 'date', hangingIndent: 0 }, context),
        context.stylesheet.styles.date.leading / 2,
      )
    : date;
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
  const text = joinLine([letterhead.map(textWords).join(', '), ...addressLines].filter((part) => part !== ''));
  const format: ParagraphFormat = { ...column, style: 'return-line', hangingIndent: 0, align: 'start' };
  const { leading } = context.stylesheet.styles['return-line'];
  return setArtifact(text, 'return line', format, context).map((line, index) => ({
    ...line,
    baseline: line.baseline + index * leading,
  }));
}

/**
 * Joins the parts of the return line. Each is an isolate: without that, the number of a house would move to the name
 * before it in a line with Arabic.
 */
function joinLine(parts: readonly string[]): Text {
  const separator = ' · ';
  const isolates = parts.map((part, index) => {
    const start = parts.slice(0, index).reduce((length, before) => length + before.length + separator.length, 0);
    return { start, end: start + part.length };
  });
  return { type: 'text', value: parts.join(separator), isolates };
}

/** Whether a line of the sender is only a mail or web address or a telephone number, with or without its label. */
function isForContact(line: string): boolean {
  const rest = line.replaceAll(CONTACT, '');
  return rest !== line && !/\p{Nd}/u.test(rest);
}

const CONTACT = /\S+@\S+|(?:https?:\/\/|www\.)\S+|\+\d[\d ()./-]*/gu;
