import type { Letter } from '../model/letter.ts';
import { ending, leaf, spaced, tag, type Row, type SetBlock, type SetLine } from './galley.ts';
import type { Lay } from './set-lines.ts';
import { setNotice } from './set-notice.ts';
import { setHeading, setPlainParagraph } from './set-paragraph.ts';
import type { TypesettingContext } from './typesetting-context.ts';

/** Sets all that goes before the body: notice, letterhead, date and reference, inside address, subject, salutation. */
export function setOpening(letter: Letter, context: TypesettingContext): readonly SetBlock[] {
  const { space } = context.stylesheet;
  const notice = letter.notice === undefined ? [] : [noticeBlock(letter.notice, context)];
  const letterhead = setLetterhead(letter.letterhead, context);
  return [
    ...notice,
    { ...letterhead, rows: spaced(letterhead.rows, space.noticeToLetterhead) },
    ...setDateAndAddress(letter, context),
    setSubject(letter.subject, context),
    setSalutation(letter.salutation, context),
  ];
}

function noticeBlock(notice: string, context: TypesettingContext): SetBlock {
  const own = leaf('P');
  return { rows: [setNotice(notice, own, context)], tag: tag('P', [own]) };
}

/** The senders, one below the other, with a rule under the last. */
function setLetterhead(senders: readonly string[], context: TypesettingContext): SetBlock {
  const { measure, rules, space } = context.stylesheet;
  const set = senders.map((sender) => setPlainParagraph(sender, wide('letterhead', measure), context));
  const rows = set.flatMap((block) => block.rows);
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
  return {
    rows: [...ending(rows, 'avoid'), rule],
    tag: tag(
      'Sect',
      set.map((block) => block.tag),
    ),
  };
}

/** Side by side: the inside address on the left, on the right the date, and the reference below it. */
function setDateAndAddress(letter: Letter, context: TypesettingContext): readonly SetBlock[] {
  const { measure, styles, space, indent, addressWidth, dateWidth } = context.stylesheet;
  const right: Lay = { style: 'date', x: measure - dateWidth, width: dateWidth, hanging: 0, align: 'end' };
  const left: Lay = { style: 'address', x: 0, width: addressWidth, hanging: indent.hanging, align: 'start' };
  const date = [letter.date, ...(letter.reference === undefined ? [] : [letter.reference])];
  const dates = date.map((text) => setPlainParagraph(text, right, context));
  const address = letter.insideAddress.map((text) => setPlainParagraph(text, left, context));

  const columns = [column(dates, styles.date.leading), column(address, styles.address.leading)];
  const row: Row = {
    before: space.letterheadToAddress,
    height: Math.max(...columns.map(({ height }) => height)),
    lines: columns.flatMap(({ lines }) => lines),
    rules: [],
    notes: [],
    breakAfter: 'free',
    bookmark: undefined,
  };
  return [
    ...dates.map((block, index) => ({ ...block, rows: index === 0 ? [row] : [] })),
    {
      rows: [],
      tag: tag(
        'Sect',
        address.map((block) => block.tag),
      ),
    },
  ];
}

/** The lines of blocks, counted from the top of the first. */
function column(
  blocks: readonly SetBlock[],
  leading: number,
): { readonly lines: readonly SetLine[]; readonly height: number } {
  const lines = blocks.flatMap(({ rows }) => rows.flatMap((row) => row.lines));
  return {
    lines: lines.map((line, index) => ({ ...line, baseline: index * leading + line.baseline })),
    height: lines.length * leading,
  };
}

function setSubject(subject: Letter['subject'], context: TypesettingContext): SetBlock {
  const { measure, space } = context.stylesheet;
  const set = setHeading(subject, 1, wide('subject', measure), context);
  return { ...set, rows: spaced(set.rows, space.addressToSubject) };
}

function setSalutation(salutation: string, context: TypesettingContext): SetBlock {
  const { measure, space } = context.stylesheet;
  const set = setPlainParagraph(salutation, wide('salutation', measure), context);
  return { ...set, rows: spaced(ending(set.rows, 'avoid'), space.subjectToSalutation) };
}

function wide(style: Lay['style'], width: number): Lay {
  return { style, x: 0, width, hanging: 0, align: 'start' };
}
