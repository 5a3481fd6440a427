import { fault, type Diagnostic } from '../model/diagnostic.ts';
import { fragmentsText } from '../model/fragments-text.ts';
import { formatMillimetres } from '../model/length.ts';
import type { Letter } from '../model/letter.ts';
import { profileEcho, say } from '../model/message.ts';
import type { Span } from '../model/span.ts';
import type { Block } from '../model/tree.ts';
import type { Row } from './galley.ts';
import type { EnvelopeWindow, Stylesheet, TextStyle } from './stylesheet.ts';

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

/**
 * Returns a fault if the address is taller than the envelope's window, and another if the letterhead ends below the top
 * of the window. `addressHeight` is in points, `letterheadBottom` in points from the top of the sheet.
 */
export function windowFaults(
  addressHeight: number,
  letterheadBottom: number,
  { area }: EnvelopeWindow,
  { leading }: TextStyle,
  span: Span,
): readonly Diagnostic[] {
  const faults: Diagnostic[] = [];
  if (addressHeight > area.height) {
    const message = say`the inside address is ${formatMillimetres(addressHeight - area.height)} taller than the window of the envelope`;
    const hint = say`shorten it to ${Math.floor(area.height / leading)} printed lines, or set the letter as international`;
    faults.push(fault('page/does-not-fit', span, message, { hint }));
  }
  if (letterheadBottom > area.y) {
    const message = say`the letterhead ends ${formatMillimetres(letterheadBottom - area.y)} below the top of the envelope's window`;
    const hint = say`name fewer signatories, or set the letter as international`;
    faults.push(fault('page/does-not-fit', span, message, { hint }));
  }
  return faults;
}

/** Returns the fault for inseparable rows that are taller than a page. */
export function tooTallFault(rows: readonly Row[], span: Span): Diagnostic {
  const [firstLine] = rows.flatMap(({ lines }) => lines);
  const beginning = fragmentsText(firstLine?.fragments ?? []);
  return fault(
    'page/does-not-fit',
    span,
    say`the part that begins with ${profileEcho(beginning.trim())} is too tall for a page and cannot be divided`,
    { hint: say`shorten it: addresses and signatures stay whole, so too many lines or signatories have no room` },
  );
}
