import { internText } from '../../model/intern-letter.ts';
import type { Letter } from '../../model/letter.ts';
import { ending, heightOf, joined, spaced, tag, type Row, type SetBlock } from './galley.ts';
import { setDateAndAddress, setInWindow } from './set-address.ts';
import { topOfFirstPage } from '../pages/set-furniture.ts';
import { setInline, type Lay } from './set-lines.ts';
import { layOfNotice, setNotice } from './set-notice.ts';
import { setHeading, setPlainParagraph } from './set-paragraph.ts';
import type { TypesettingContext } from '../typesetting-context.ts';

/** Sets all that goes before the body: notice, letterhead, date and reference, inside address, subject, salutation. */
export function setOpening(letter: Letter, context: TypesettingContext): readonly SetBlock[] {
  const { window } = context.stylesheet;
  const above = setAboveAddress(letter, context);
  return [
    ...above,
    window === undefined
      ? setDateAndAddress(letter, context)
      : setInWindow(letter, window, endOf(above, letter, context), context),
    setSubject(letter.subject, context),
    setSalutation(letter.salutation, context),
  ];
}

/** The notice and the letterhead. */
function setAboveAddress(letter: Letter, context: TypesettingContext): readonly SetBlock[] {
  const notice = letter.notice === undefined ? [] : [noticeBlock(letter.notice, context)];
  const letterhead = setLetterhead(letter.letterhead, context);
  return [...notice, { ...letterhead, rows: spaced(letterhead.rows, context.stylesheet.space.noticeToLetterhead) }];
}

/** Where what stands above the address ends, from the top of the sheet. */
export function endOfLetterhead(letter: Letter, context: TypesettingContext): number {
  return endOf(setAboveAddress(letter, context), letter, context);
}

function endOf(above: readonly SetBlock[], letter: Letter, { stylesheet }: TypesettingContext): number {
  return topOfFirstPage(letter, stylesheet) + heightOf(above.flatMap(({ rows }) => rows));
}

function noticeBlock(notice: string, context: TypesettingContext): SetBlock {
  const { lines, children, leaves } = setInline(internText(notice, context.values), 'P', layOfNotice(context), context);
  return { rows: [setNotice(lines, context)], tags: [tag('P', children)], leaves };
}

/** The senders, one below the other, with a rule under the last. */
function setLetterhead(senders: readonly string[], context: TypesettingContext): SetBlock {
  return context.blocks(senders, 'letterhead', () => setSenders(senders, context));
}

function setSenders(senders: readonly string[], context: TypesettingContext): SetBlock {
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

function setSubject(subject: Letter['subject'], context: TypesettingContext): SetBlock {
  const { measure, space, window } = context.stylesheet;
  const set = setHeading(subject, 1, wide('subject', measure), context);
  return { ...set, rows: spaced(set.rows, window?.toSubject ?? space.addressToSubject) };
}

function setSalutation(salutation: string, context: TypesettingContext): SetBlock {
  const { measure, space } = context.stylesheet;
  const set = setPlainParagraph(salutation, wide('salutation', measure), context);
  return { ...set, rows: spaced(ending(set.rows, 'avoid'), space.subjectToSalutation) };
}

function wide(style: Lay['style'], width: number): Lay {
  return { style, x: 0, width, hanging: 0, align: 'start' };
}
