import { internText } from '../../model/intern-letter.ts';
import type { Letter, SignatureLine } from '../../model/letter.ts';
import { originOfPart, type LetterPart, type PartOrigin } from '../../model/line-origin.ts';
import { areListed, signatureLines } from '../../model/signature-lines.ts';
import type { Inline } from '../../model/tree.ts';
import type { Row, SetBlock } from '../galley.ts';
import { withBreakAfter, heightOfRows, moveDown, createRow, withSpaceAbove } from '../rows.ts';
import { joinBlocks } from '../join-blocks.ts';
import { encloseInTag } from '../tags.ts';
import { fullWidthFormat, type ParagraphFormat } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';
import { setBody } from './set-body.ts';
import { addLabel, setLabel, type Label } from './set-label.ts';
import { fitFigure, setPicture } from './set-picture.ts';
import { setSignatureList } from './set-signature-list.ts';
import { setParagraph, setPlainParagraph } from './set-text.ts';

/** Sets the parts after the body: complimentary close, signature block, post-scriptum, enclosures, copies. */
export function setClosing(letter: Letter, context: LayoutContext): readonly SetBlock[] {
  const signatures = areListed(letter.signatures)
    ? setSignatureList(letter.signatures, context)
    : withUnwelcomeBreaks(setSignatures(letter.signatures, context));
  const below = [...setPostScriptum(letter.postScriptum, context), ...setEnclosuresAndCopies(letter, context)];
  return [withUnwelcomeBreaks(setClose(letter.close, context)), signatures, ...below.map(withUnwelcomeBreaks)];
}

/** Makes page breaks inside and after a block unwelcome, so that the last page rarely has only the copies. */
function withUnwelcomeBreaks(block: SetBlock): SetBlock {
  const rows = block.rows.map((row): Row => (row.breakAfter === 'free' ? { ...row, breakAfter: 'unwelcome' } : row));
  return { ...block, rows };
}

/** Sets the complimentary close. It stays on the page of the signatures below it. */
function setClose(close: Letter['close'], context: LayoutContext): SetBlock {
  const closeBlock = setPlainParagraph(close, originOfPart('close'), fullWidthFormat('close', context), context);
  return {
    ...closeBlock,
    rows: withSpaceAbove(withBreakAfter(closeBlock.rows, 'never'), context.stylesheet.space.paragraphs),
  };
}

/**
 * Sets the signature block: signatures in ranks (a rank is a row of signatures side by side). It is one galley row, so
 * that no page break divides it.
 */
function setSignatures(signatures: readonly SignatureLine[], context: LayoutContext): SetBlock {
  if (signatures.length === 0) return setRoomToSign(context);
  return context.blockMemo(signatures, 'signatures', () => {
    const { measure, signature } = context.stylesheet;
    const columns = columnCount(signatures.length, signature.maxColumns);
    const columnStep = (measure + signature.betweenColumns) / columns;
    const width = Math.min(columnStep - signature.betweenColumns, signature.maxColumnWidth);
    const { rows, ...joinedBlock } = joinBlocks(
      signatures.map((signatory, index) => {
        const column = { x: (index % columns) * columnStep, width };
        return setSignature(signatory, originOfPart('signature', index), column, context);
      }),
      'Sect',
    );
    const placedRows: Row[] = [];
    let height = 0;
    for (let firstOfRank = 0; firstOfRank < rows.length; firstOfRank += columns) {
      const rankTop = firstOfRank === 0 ? 0 : height + signature.betweenRanks;
      const rank = rows.slice(firstOfRank, firstOfRank + columns);
      placedRows.push(...rank.map((row) => moveDown(row, rankTop)));
      height = rankTop + Math.max(...rank.map((row) => row.height));
    }
    const lines = placedRows.flatMap((row) => row.lines);
    const rules = placedRows.flatMap((row) => row.rules);
    const pictures = placedRows.flatMap((row) => row.pictures);
    return { ...joinedBlock, rows: [createRow({ height, lines, rules, pictures })] };
  });
}

/** Sets the post-scriptum like the body. */
function setPostScriptum(blocks: Letter['postScriptum'], context: LayoutContext): readonly SetBlock[] {
  return setBody(blocks, context).map((block, index) =>
    index === 0 ? { ...block, rows: withSpaceAbove(block.rows, context.stylesheet.space.beforeClosing) } : block,
  );
}

/** Sets the room for a handwritten signature alone, if the letter names no signatory. */
function setRoomToSign({ stylesheet }: LayoutContext): SetBlock {
  return { rows: [createRow({ height: stylesheet.signature.handwritingHeight })], tags: [], leafCount: 0 };
}

/**
 * Returns the number of columns that fills the ranks most evenly: with at most three columns, four signatures are set
 * in two ranks of two.
 */
function columnCount(signatureCount: number, maxColumns: number): number {
  const ranks = Math.ceil(signatureCount / maxColumns);
  return Math.max(1, Math.ceil(signatureCount / Math.max(1, ranks)));
}

/**
 * Sets one signature as one row: the space for a handwritten signature, in which the picture of one stands on the rule
 * line, and the text below the line, of which the name of who signs is bold.
 */
function setSignature(
  signatureLine: SignatureLine,
  origin: PartOrigin,
  { x, width }: Pick<ParagraphFormat, 'x' | 'width'>,
  context: LayoutContext,
): SetBlock {
  const { rules, signature } = context.stylesheet;
  const { thickness, colour } = rules.signature;
  const format: ParagraphFormat = { ...fullWidthFormat('signature', context), x, width };
  const [name, ...otherLines] = signatureLines(signatureLine);
  const { image } = signatureLine;
  const imageBlocks =
    image === undefined
      ? []
      : [setPicture(fitFigure(image, width, signature.handwritingHeight), origin, { x, width }, 'start')];
  const { rows, ...joinedBlock } = joinBlocks(
    [
      ...imageBlocks,
      setParagraph([{ type: 'strong', children: name === undefined ? [] : [name] }], 'P', format, context, { origin }),
      ...otherLines.map((line) => setPlainParagraph(line, origin, format, context)),
    ],
    'Sect',
  );
  const textTop = signature.handwritingHeight + thickness + signature.ruleToName;
  let rowTop = textTop;
  const [imageRows, textRows] = [rows.slice(0, imageBlocks.length), rows.slice(imageBlocks.length)];
  const pictures = imageRows.flatMap((row) => moveDown(row, signature.handwritingHeight - row.height).pictures);
  const lines = textRows.flatMap((row) => {
    const placedRow = moveDown(row, rowTop);
    rowTop += row.height;
    return placedRow.lines;
  });
  const rule = { area: { x, y: signature.handwritingHeight, width, height: thickness }, colour };
  const height = textTop + heightOfRows(textRows);
  return { ...joinedBlock, rows: [createRow({ height, lines, rules: [rule], pictures })] };
}

/** Sets the lists of enclosures and of copies, each beside its label. An empty list is left out. */
function setEnclosuresAndCopies(letter: Letter, context: LayoutContext): readonly SetBlock[] {
  const { stylesheet, conventions, values } = context;
  const { space, indent } = stylesheet;
  const copies = letter.copies.map((copy) => internText(copy, values));
  const lists = [
    {
      text: conventions.enclosures(letter.enclosures.length),
      part: 'enclosure',
      items: letter.enclosures.map(({ title }) => title),
    } as const,
    { text: conventions.copies, part: 'copy', items: copies } as const,
  ]
    .filter(({ items }) => items.length > 0)
    .map(({ text, ...list }) => ({
      ...list,
      label: setLabel(text, fullWidthFormat('closing-label', context), context),
    }));
  const labelWidth = lists.reduce(
    (widestSoFar, { label }) => Math.max(widestSoFar, label.width + space.afterClosingLabel),
    indent.closing,
  );
  return lists.map(({ label, items, part }, index) => {
    const labelledList = setLabelledList(items, part, label, labelWidth, context);
    return {
      ...labelledList,
      rows: withSpaceAbove(labelledList.rows, index === 0 ? space.beforeClosing : space.betweenClosings),
    };
  });
}

function setLabelledList(
  items: readonly (readonly Inline[])[],
  part: LetterPart,
  label: Label,
  labelWidth: number,
  context: LayoutContext,
): SetBlock {
  const { measure, indent } = context.stylesheet;
  const format: ParagraphFormat = {
    ...fullWidthFormat('closing', context),
    x: labelWidth,
    width: measure - labelWidth,
    hangingIndent: indent.hanging,
  };
  const listItems = items.map((item, index) => {
    const block = setParagraph(item, 'LBody', format, context, { origin: originOfPart(part, index) });
    return encloseInTag(keepWhole(block), 'LI');
  });
  const list = joinBlocks(listItems, 'L', { numbering: 'None' });
  return encloseInTag(addLabel({ ...list, rows: withoutSingleRows(list.rows) }, label), 'Sect');
}

/** Forbids page breaks inside a block. */
function keepWhole(block: SetBlock): SetBlock {
  const rows = block.rows.slice(0, -1).map((row): Row => ({ ...row, breakAfter: 'never' }));
  return { ...block, rows: [...rows, ...block.rows.slice(-1)] };
}

/** Avoids page breaks that leave the first or the last row of a list alone. */
function withoutSingleRows(rows: readonly Row[]): readonly Row[] {
  return rows.map((row, index): Row => {
    const leavesSingleRow = index < rows.length - 1 && (index === 0 || index === rows.length - 2);
    return leavesSingleRow && row.breakAfter === 'free' ? { ...row, breakAfter: 'avoid' } : row;
  });
}
