import type { WindowExcess } from './check-window.ts';
import type { Stylesheet } from '../stylesheet.ts';
import { internText } from '../../model/intern-letter.ts';
import type { Letter } from '../../model/letter.ts';
import { ending, heightOf, joined, spaced, tag, type Row, type SetBlock } from '../galley.ts';
import { setDateAndAddress, setInWindow } from './set-address.ts';
import { setInline } from './set-text.ts';
import { layOfNotice, setNotice } from './set-notice.ts';
import { setHeading, setPlainParagraph } from './set-paragraph.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { Lay } from '../lay.ts';

/** All that goes before the body. */
export interface Opening {
  readonly blocks: readonly SetBlock[];
  /** How the address and the letterhead keep to the envelope's window; undefined: the stylesheet has none. */
  readonly excess: WindowExcess | undefined;
}

/** Sets all that goes before the body: notice, letterhead, date and reference, inside address, subject, salutation. */
export function setOpening(letter: Letter, context: LayoutContext): Opening {
  const above = setAboveAddress(letter, context);
  const { block, excess } = setAddressBelow(above, letter, context);
  const below = [setSubject(letter.subject, context), setSalutation(letter.salutation, context)];
  return { blocks: [...above, block, ...below], excess };
}

function setAddressBelow(
  above: readonly SetBlock[],
  letter: Letter,
  context: LayoutContext,
): { readonly block: SetBlock; readonly excess: Opening['excess'] } {
  const { window } = context.stylesheet;
  if (window === undefined) return { block: setDateAndAddress(letter, context), excess: undefined };
  const end = topOfFirstPage(letter, context.stylesheet) + heightOf(above.flatMap(({ rows }) => rows));
  const { block, addressHeight } = setInWindow(letter, window, end, context);
  return { block, excess: { address: addressHeight - window.area.height, letterhead: end - window.area.y } };
}

/** The notice and the letterhead. */
function setAboveAddress(letter: Letter, context: LayoutContext): readonly SetBlock[] {
  const notice = letter.notice === undefined ? [] : [noticeBlock(letter.notice, context)];
  const letterhead = setLetterhead(letter.letterhead, context);
  return [...notice, { ...letterhead, rows: spaced(letterhead.rows, context.stylesheet.space.noticeToLetterhead) }];
}

function noticeBlock(notice: string, context: LayoutContext): SetBlock {
  const { lines, children, leaves } = setInline(internText(notice, context.values), 'P', layOfNotice(context), context);
  return { rows: [setNotice(lines, context)], tags: [tag('P', children)], leaves };
}

/** The senders, one below the other, with a rule under the last. */
function setLetterhead(senders: readonly string[], context: LayoutContext): SetBlock {
  return context.blocks(senders, 'letterhead', () => setSenders(senders, context));
}

function setSenders(senders: readonly string[], context: LayoutContext): SetBlock {
  const { measure, rules, space } = context.stylesheet;
  const set = joined(
    senders.map((sender) => setPlainParagraph(sender, wide('letterhead', measure), context)),
    'Sect',
  );
  const { thickness, colour } = rules.letterhead;
  const rule: Row = {
    before: space.letterheadToRule,
    height: thickness,
    lines: [],
    rules: [{ area: { x: 0, y: 0, width: measure, height: thickness }, colour }],
    notes: [],
    breakAfter: 'free',
    bookmark: undefined,
  };
  return { ...set, rows: [...ending(set.rows, 'avoid'), rule] };
}

function setSubject(subject: Letter['subject'], context: LayoutContext): SetBlock {
  const { measure, space, window } = context.stylesheet;
  const set = setHeading(subject, 1, wide('subject', measure), context);
  return { ...set, rows: spaced(set.rows, window?.toSubject ?? space.addressToSubject) };
}

function setSalutation(salutation: string, context: LayoutContext): SetBlock {
  const { measure, space } = context.stylesheet;
  const set = setPlainParagraph(salutation, wide('salutation', measure), context);
  return { ...set, rows: spaced(ending(set.rows, 'avoid'), space.subjectToSalutation) };
}

function wide(style: Lay['style'], width: number): Lay {
  return { style, x: 0, width, hanging: 0, align: 'start' };
}

/** Where the first page begins: with its notice or, of a letter that has none, with its letterhead. */
export function topOfFirstPage(letter: Letter, { noticeTop, letterheadTop }: Stylesheet): number {
  return letter.notice === undefined ? letterheadTop : noticeTop;
}
