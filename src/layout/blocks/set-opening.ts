import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Letter } from '../../model/letter.ts';
import { originOfPart } from '../../model/line-origin.ts';
import type { Row, SetBlock, SetLine } from '../galley.ts';
import { withBreakAfter, heightOfRows, createRow, withSpaceAbove } from '../rows.ts';
import { joinBlocks } from '../join-blocks.ts';
import { encloseInTag } from '../tags.ts';
import { fullWidthFormat } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { Stylesheet } from '../stylesheet.ts';
import { setDateAndAddress } from './set-address.ts';
import { setPicture } from './set-picture.ts';
import { setHeading, setParagraph, setPlainParagraph } from './set-text.ts';
import { setWindow } from './set-window.ts';

/** The typeset parts before the body. */
export interface Opening {
  readonly blocks: readonly SetBlock[];
  /** The faults of an address or a letterhead that does not fit the envelope's window. */
  readonly faults: readonly Diagnostic[];
}

/** Sets the parts before the body: notice, letterhead, date and reference, inside address, subject, salutation. */
export function setOpening(letter: Letter, context: LayoutContext): Opening {
  const { stylesheet } = context;
  const blocksAboveAddress = setAboveAddress(letter, context);
  const blocksBelowAddress = [setSubject(letter.subject, context), setSalutation(letter.salutation, context)];
  if (stylesheet.window === undefined) {
    return { blocks: [...blocksAboveAddress, setDateAndAddress(letter, context), ...blocksBelowAddress], faults: [] };
  }
  const letterheadBottom =
    topOfFirstPage(letter, stylesheet) + heightOfRows(blocksAboveAddress.flatMap(({ rows }) => rows));
  const { block, faults } = setWindow(letter, stylesheet.window, letterheadBottom, context);
  return { blocks: [...blocksAboveAddress, block, ...blocksBelowAddress], faults };
}

/** Sets the notice and the letterhead, if the letter has them. */
function setAboveAddress(letter: Letter, context: LayoutContext): readonly SetBlock[] {
  return [...setNotice(letter, context), ...setSpacedLetterhead(letter, context)];
}

function setSpacedLetterhead(letter: Letter, context: LayoutContext): readonly SetBlock[] {
  if (letter.logo === undefined && letter.letterhead.length === 0 && letter.senderLines.length === 0) return [];
  const letterhead = setLetterhead(letter, context);
  return [{ ...letterhead, rows: withSpaceAbove(letterhead.rows, context.stylesheet.space.noticeToLetterhead) }];
}

function setNotice(letter: Letter, context: LayoutContext): readonly SetBlock[] {
  if (letter.notice === undefined) return [];
  const notice = setPlainParagraph(letter.notice, originOfPart('notice'), fullWidthFormat('notice', context), context);
  const lines = notice.rows.flatMap((row) => row.lines);
  return [{ ...notice, rows: [createNoticeRow(lines, context)] }];
}

/** Creates the row of the notice: its lines between two rule lines. */
export function createNoticeRow(lines: readonly SetLine[], { stylesheet }: LayoutContext): Row {
  const { measure, styles, rules, space } = stylesheet;
  const { thickness, colour } = rules.notice;
  const lowerRuleTop = space.noticeToRule + lines.length * styles.notice.leading + space.noticeToRule;
  return createRow({
    height: lowerRuleTop + thickness,
    lines: lines.map((line, index) => ({
      ...line,
      baseline: space.noticeToRule + index * styles.notice.leading + line.baseline,
    })),
    rules: [0, lowerRuleTop].map((y) => ({ area: { x: 0, y, width: measure, height: thickness }, colour })),
    breakAfter: 'avoid',
  });
}

/**
 * Sets the letterhead: the logo, the names, then the lines of the sender, one below the other, with a rule line under
 * the last.
 */
function setLetterhead({ logo, letterhead, senderLines }: Letter, context: LayoutContext): SetBlock {
  const { measure, rules, space } = context.stylesheet;
  const logoBlocks =
    logo === undefined
      ? []
      : [setPicture(logo.figure, originOfPart('letterhead'), { x: 0, width: measure }, logo.align)];
  const names = context.blockMemo(letterhead, 'letterhead', () => {
    const format = fullWidthFormat('letterhead', context);
    return joinBlocks(
      letterhead.map((name, index) => setPlainParagraph(name, originOfPart('letterhead', index), format, context)),
    );
  });
  const lines = context.blockMemo(senderLines, 'sender', () => {
    const format = fullWidthFormat('sender', context);
    return joinBlocks(
      senderLines.map((line, index) =>
        setParagraph(line, 'P', format, context, { origin: originOfPart('sender line', index) }),
      ),
    );
  });
  const spaceAboveLines = letterhead.length === 0 ? 0 : space.letterheadToSender;
  const words = joinBlocks([names, { ...lines, rows: withSpaceAbove(lines.rows, spaceAboveLines) }]);
  const spaceAboveWords = logo === undefined ? 0 : space.logoToLetterhead;
  const parts = joinBlocks([...logoBlocks, { ...words, rows: withSpaceAbove(words.rows, spaceAboveWords) }]);
  // A decorative logo without words has no tags.
  const block = parts.tags.length === 0 ? parts : encloseInTag(parts, 'Sect');
  const { thickness: height, colour } = rules.letterhead;
  const area = { x: 0, y: 0, width: measure, height };
  const rule = createRow({ spaceAbove: space.letterheadToRule, height, rules: [{ area, colour }] });
  return { ...block, rows: [...withBreakAfter(block.rows, 'avoid'), rule] };
}

function setSubject(subject: Letter['subject'], context: LayoutContext): SetBlock {
  const { space, window } = context.stylesheet;
  const subjectBlock = setHeading(subject, 1, fullWidthFormat('subject', context), context, originOfPart('subject'));
  return {
    ...subjectBlock,
    rows: withSpaceAbove(subjectBlock.rows, window?.spaceBeforeSubject ?? space.addressToSubject),
  };
}

function setSalutation(salutation: Letter['salutation'], context: LayoutContext): SetBlock {
  const format = fullWidthFormat('salutation', context);
  const salutationBlock = setPlainParagraph(salutation, originOfPart('salutation'), format, context);
  return {
    ...salutationBlock,
    rows: withSpaceAbove(withBreakAfter(salutationBlock.rows, 'avoid'), context.stylesheet.space.subjectToSalutation),
  };
}

/**
 * Returns the top of the first row, which is the notice if there is one and the letterhead otherwise, in points from
 * the top of the sheet.
 */
export function topOfFirstPage(letter: Letter, { noticeTop, letterheadTop }: Stylesheet): number {
  return letter.notice === undefined ? letterheadTop : noticeTop;
}
