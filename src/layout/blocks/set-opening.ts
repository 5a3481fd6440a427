import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Letter } from '../../model/letter.ts';
import { windowFaults } from '../room-faults.ts';
import {
  withBreakAfter,
  heightOf,
  joinBlocks,
  galleyRow,
  withSpaceAbove,
  type Row,
  type SetBlock,
  type SetLine,
} from '../galley.ts';
import { fullWidth } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { Stylesheet } from '../stylesheet.ts';
import { setDateAndAddress, setInWindow } from './set-address.ts';
import { setHeading, setPlainParagraph } from './set-text.ts';

/** The parts before the body. */
export interface Opening {
  readonly blocks: readonly SetBlock[];
  /** The faults of an address or a letterhead that does not fit the envelope's window. */
  readonly faults: readonly Diagnostic[];
}

/** Sets the parts before the body: notice, letterhead, date and reference, inside address, subject, salutation. */
export function setOpening(letter: Letter, context: LayoutContext): Opening {
  const { stylesheet } = context;
  const above = setAboveAddress(letter, context);
  const below = [setSubject(letter.subject, context), setSalutation(letter.salutation, context)];
  if (stylesheet.window === undefined) {
    return { blocks: [...above, setDateAndAddress(letter, context), ...below], faults: [] };
  }
  const end = topOfFirstPage(letter, stylesheet) + heightOf(above.flatMap(({ rows }) => rows));
  const { block, addressHeight } = setInWindow(letter, stylesheet.window, end, context);
  return {
    blocks: [...above, block, ...below],
    faults: windowFaults(addressHeight, end, stylesheet.window, stylesheet.styles.address, letter.span),
  };
}

/** Sets the notice, if the letter has one, and the letterhead. */
function setAboveAddress(letter: Letter, context: LayoutContext): readonly SetBlock[] {
  const letterhead = setLetterhead(letter.letterhead, context);
  const spacedHead = {
    ...letterhead,
    rows: withSpaceAbove(letterhead.rows, context.stylesheet.space.noticeToLetterhead),
  };
  if (letter.notice === undefined) return [spacedHead];
  const notice = setPlainParagraph(letter.notice, fullWidth('notice', context), context);
  const lines = notice.rows.flatMap((row) => row.lines);
  return [{ ...notice, rows: [noticeRow(lines, context)] }, spacedHead];
}

/** The row of the notice: its lines between two rule lines. */
export function noticeRow(lines: readonly SetLine[], { stylesheet }: LayoutContext): Row {
  const { measure, styles, rules, space } = stylesheet;
  const { thickness, colour } = rules.notice;
  const below = space.noticeToRule + lines.length * styles.notice.leading + space.noticeToRule;
  return galleyRow({
    height: below + thickness,
    lines: lines.map((line, index) => ({
      ...line,
      baseline: space.noticeToRule + index * styles.notice.leading + line.baseline,
    })),
    rules: [0, below].map((y) => ({ area: { x: 0, y, width: measure, height: thickness }, colour })),
    breakAfter: 'avoid',
  });
}

/** Sets the letterhead: the senders, one below the other, with a rule line under the last. */
function setLetterhead(senders: readonly string[], context: LayoutContext): SetBlock {
  return context.blockMemo(senders, 'letterhead', () => {
    const { measure, rules, space } = context.stylesheet;
    const format = fullWidth('letterhead', context);
    const set = joinBlocks(
      senders.map((sender) => setPlainParagraph(sender, format, context)),
      'Sect',
    );
    const { thickness: height, colour } = rules.letterhead;
    const area = { x: 0, y: 0, width: measure, height };
    const rule = galleyRow({ spaceAbove: space.letterheadToRule, height, rules: [{ area, colour }] });
    return { ...set, rows: [...withBreakAfter(set.rows, 'avoid'), rule] };
  });
}

function setSubject(subject: Letter['subject'], context: LayoutContext): SetBlock {
  const { space, window } = context.stylesheet;
  const set = setHeading(subject, 1, fullWidth('subject', context), context);
  return { ...set, rows: withSpaceAbove(set.rows, window?.toSubject ?? space.addressToSubject) };
}

function setSalutation(salutation: Letter['salutation'], context: LayoutContext): SetBlock {
  const set = setPlainParagraph(salutation, fullWidth('salutation', context), context);
  return {
    ...set,
    rows: withSpaceAbove(withBreakAfter(set.rows, 'avoid'), context.stylesheet.space.subjectToSalutation),
  };
}

/** The top of the first row, a notice or else the letterhead, in points from the top of the sheet. */
export function topOfFirstPage(letter: Letter, { noticeTop, letterheadTop }: Stylesheet): number {
  return letter.notice === undefined ? letterheadTop : noticeTop;
}
