import { fault, type Diagnostic } from '../model/diagnostic.ts';
import { fragmentsText } from '../model/fragments-text.ts';
import { toMillimetres } from '../model/length.ts';
import type { Letter } from '../model/letter.ts';
import { type Message, profileEcho, say } from '../model/message.ts';
import type { Span } from '../model/span.ts';
import type { Block } from '../model/tree.ts';
import type { Row, SetPicture } from './galley.ts';
import { heightOfRows } from './rows.ts';
import type { EnvelopeWindow, Stylesheet } from './stylesheet.ts';

/**
 * Returns a fault if lists or quotations are nested so deep that the indents leave a column narrower than
 * `minColumnWidth`.
 */
export function nestingFaults(
  { body, postScriptum, span }: Letter,
  { measure, indent, minColumnWidth }: Stylesheet,
): readonly Diagnostic[] {
  const narrowestWidth = (blocks: readonly Block[], width: number): number =>
    Math.min(
      width,
      ...blocks.map((block) => {
        if (block.type === 'blockquote') return narrowestWidth(block.children, width - 2 * indent.quotation);
        if (block.type !== 'list') return width;
        return Math.min(...block.children.map((item) => narrowestWidth(item.children, width - indent.list)));
      }),
    );
  if (narrowestWidth([...body, ...postScriptum], measure) >= minColumnWidth) return [];
  return [
    fault('page/does-not-fit', span, say`lists or quotations are nested so deep that their words have no room`, {
      hint: say`nest them less deep`,
    }),
  ];
}

/** The heights of what is in the window of an envelope, in points. */
interface WindowHeights {
  /** The height of the address and of what is above it. */
  readonly height: number;
  /** The height of the return line above the address. If the address is too tall, nothing else is above it. */
  readonly heightAbove: number;
  /** The leading of the address. */
  readonly leading: number;
  /** The distance from the top of the sheet to the end of the letterhead. */
  readonly letterheadBottom: number;
  /** The number of names in the letterhead. The return line repeats them. */
  readonly nameCount: number;
  readonly hasLogo: boolean;
}

/**
 * Returns a fault if the address and what is above it are taller than their area in the envelope's window, and another if
 * the letterhead ends below the top of the window.
 */
export function windowFaults(
  { height, heightAbove, leading, letterheadBottom, nameCount, hasLogo }: WindowHeights,
  { area, addressArea }: EnvelopeWindow,
  span: Span,
): readonly Diagnostic[] {
  const faults: Diagnostic[] = [];
  const oneName = say`give the letterhead one name in the place of ${nameCount}, as in ${'letterhead: { name: … }'}`;
  if (isLonger(height, addressArea.height)) {
    const parts = heightAbove === 0 ? 'the inside address is' : 'the inside address and the return line above it are';
    const excess = toMillimetres(height - addressArea.height);
    const message = say`${[parts]} ${excess} mm taller than what the window of the envelope shows`;
    const lines = Math.floor((addressArea.height - heightAbove) / leading);
    const orReturnLine =
      heightAbove === 0 ? say`` : say` or the lines of the letterhead, which the return line repeats,`;
    const shorter =
      lines > 0
        ? say`shorten the address to ${lines} printed lines,${orReturnLine}`
        : nameCount > 1
          ? oneName
          : say`shorten the lines of the letterhead, which the return line repeats,`;
    const hint = say`${shorter} or set the letter as international`;
    faults.push(fault('page/does-not-fit', span, message, { hint }));
  }
  if (isLonger(letterheadBottom, area.y)) {
    const message = say`the letterhead ends ${toMillimetres(letterheadBottom - area.y)} mm below the top of the envelope's window`;
    const smallerLogo = hasLogo ? say`make the logo smaller, ` : say``;
    const shorter = nameCount > 1 ? oneName : say`shorten the lines of the letterhead`;
    const hint = say`${smallerLogo}${shorter}, or set the letter as international`;
    faults.push(fault('page/does-not-fit', span, message, { hint }));
  }
  return faults;
}

/** Whether a length exceeds another by more than the rounding of sums. */
function isLonger(length: number, limit: number): boolean {
  return length > limit + 0.001;
}

/**
 * Returns a fault for each table whose longest words have no room side by side. `rows` are those of the galley, `letter`
 * is the place of the recipient's profile.
 */
export function tableFaults(rows: readonly Row[], letter: Span): readonly Diagnostic[] {
  return rows
    .filter(({ excessWidth }) => excessWidth > 0)
    .map((head) => {
      const message = say`the table that begins with ${profileEcho(beginningOfRows([head]))} is ${toMillimetres(head.excessWidth)} mm too wide for the page, although its words are on as many lines as they can be`;
      const hint = say`shorten the longest word of each column, leave a column out, or write a list`;
      return tableFault(head, letter, message, hint);
    });
}

/** Returns a fault at the place of a row of a table in its text, which also names the profile of the recipient. */
function tableFault(row: Row, letter: Span, message: Message, hint: Message): Diagnostic {
  const related = [{ span: letter, message: say`in the letter to this recipient` }];
  return fault('page/does-not-fit', row.span ?? letter, message, { hint, related });
}

/** Returns the fault for inseparable rows that are taller than a page. */
export function tooTallFault(rows: readonly Row[], span: Span): Diagnostic {
  const picture = tallPictureOf(rows);
  if (picture !== undefined) return tooTallPicture(picture, span);
  const signatures = rows.find(
    (row) => isMostOf(row.height, rows) && row.lines.some(({ style }) => style === 'signature'),
  );
  if (signatures !== undefined) return tooTallSignatures(signatures, span);
  const tableRow = rows.find(({ repeatedHead }) => repeatedHead.length > 0);
  if (tableRow !== undefined) {
    const beginning = beginningOfRows([tableRow]);
    const message = say`the row of a table that begins with ${profileEcho(beginning)} is too tall for a page, and a row is never divided`;
    return tableFault(tableRow, span, message, say`shorten its longest cell, or write it below the table`);
  }
  return fault(
    'page/does-not-fit',
    span,
    say`the part that begins with ${profileEcho(beginningOfRows(rows))} is too tall for a page and cannot be divided`,
    { hint: say`shorten it, as an address stays whole` },
  );
}

/** Whether a height is more than half of that of rows. */
function isMostOf(height: number, rows: readonly Row[]): boolean {
  return height > heightOfRows(rows) / 2;
}

/** Returns the picture that takes more than half of the height of rows; undefined if there is none. */
function tallPictureOf(rows: readonly Row[]): SetPicture | undefined {
  return rows.flatMap(({ pictures }) => pictures).find(({ area }) => isMostOf(area.height, rows));
}

function tooTallPicture({ picture, area }: SetPicture, span: Span): Diagnostic {
  const message = say`the picture ${picture.file} is ${toMillimetres(area.height)} mm tall and has no room on a page, with what must not be divided from it`;
  const hint = say`make it smaller: in a text by its width, as in ‘![A map](map.png "60mm")’, a logo by its height`;
  return fault('page/does-not-fit', span, message, { hint });
}

/** `row`: signatures with room to sign by hand, or side by side in a list. */
function tooTallSignatures(row: Row, span: Span): Diagnostic {
  const message = say`the signatures of which the first is ${profileEcho(beginningOfRows([row]))} are ${toMillimetres(row.height)} mm tall; they have no room on a page with the close above them, and no page divides them`;
  const hint = say`shorten the longest names and titles of signatories; ten signatories and more are a list, which a page divides between two rows`;
  return fault('page/does-not-fit', span, message, { hint });
}

function beginningOfRows(rows: readonly Row[]): string {
  const [firstLine] = rows.flatMap(({ lines }) => lines);
  return fragmentsText(firstLine?.fragments ?? []).trim();
}
