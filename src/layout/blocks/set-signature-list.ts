import { internInlines, internText } from '../../model/intern-letter.ts';
import type { SignatureLine } from '../../model/letter.ts';
import { groupSignatures, listedSignatureContent } from '../../model/signature-lines.ts';
import type { Row, SetBlock } from '../galley.ts';
import { createRow, moveDown, withBreakAfter, withSpaceAbove } from '../rows.ts';
import { joinBlocks } from '../join-blocks.ts';
import { encloseInTag } from '../tags.ts';
import type { LayoutContext } from '../layout-context.ts';
import { fullWidthFormat, type ParagraphFormat } from '../paragraph-format.ts';
import { setParagraph } from './set-text.ts';
import { chooseListColumns, type ListColumn } from './signature-columns.ts';

/**
 * Sets many signatures as a list in columns, under the headings that they have. The list is read across: each rank is a
 * row of the galley, so that a page may end between any two ranks and divides no signature. A heading stays with the
 * rank below it.
 */
export function setSignatureList(signatures: readonly SignatureLine[], context: LayoutContext): SetBlock {
  return context.blockMemo(signatures, 'signature-list', () => {
    const { signature } = context.stylesheet;
    const groups = groupSignatures(signatures);
    const columns = chooseListColumns(groups, context);
    const blocks = groups.map(({ heading, signatures: listed }, index) => {
      const list = setRanks(listed, columns, context);
      const group = heading === undefined ? list : joinBlocks([setGroupHeading(heading, context), list], 'Sect');
      return {
        ...group,
        rows: withSpaceAbove(group.rows, index === 0 ? signature.aboveList : signature.betweenGroups),
      };
    });
    const block = joinBlocks(blocks);
    // What follows the list stays with its end, as below other signatures, unless that leaves a hole.
    return { ...block, rows: withBreakAfter(block.rows, 'unwelcome') };
  });
}

/** Sets the heading of a group. No page ends within it or below it. */
function setGroupHeading(heading: string, context: LayoutContext): SetBlock {
  const content = [{ type: 'strong', children: internText(heading, context.values) } as const];
  const format = fullWidthFormat('signature', context);
  const block = setParagraph(internInlines(content, context.values), 'P', format, context);
  return { ...block, rows: block.rows.map((row): Row => ({ ...row, breakAfter: 'never' })) };
}

/** Sets signatures side by side in ranks, each of which is one row. */
function setRanks(
  signatures: readonly SignatureLine[],
  columns: readonly ListColumn[],
  context: LayoutContext,
): SetBlock {
  const items = signatures.map((signature, index) => {
    const column = columns[index % columns.length];
    if (column === undefined) throw new Error('a list of signatures without columns');
    return setListedSignature(signature, column, context);
  });
  const { rows, ...joined } = joinBlocks(items, 'L', { numbering: 'None' });
  const ranks: Row[] = [];
  for (let first = 0; first < rows.length; first += columns.length) {
    const rank = rows.slice(first, first + columns.length);
    ranks.push(
      createRow({
        spaceAbove: context.stylesheet.signature.betweenListed,
        height: Math.max(...rank.map(({ height }) => height)),
        lines: rank.flatMap(({ lines }) => lines),
      }),
    );
  }
  return { ...joined, rows: ranks };
}

/** Sets one signature of the list as one row: its lines, of which the name of the organisation is bold. */
function setListedSignature(signature: SignatureLine, { x, width }: ListColumn, context: LayoutContext): SetBlock {
  const format: ParagraphFormat = { ...fullWidthFormat('signature', context), x, width };
  const blocks = listedSignatureContent(signature).map((line) => setParagraph(line, 'P', format, context));
  const { rows, ...joined } = encloseInTag(joinBlocks(blocks, 'LBody'), 'LI');
  let top = 0;
  const lines = rows.flatMap((row) => {
    const placed = moveDown(row, top);
    top += row.height;
    return placed.lines;
  });
  return { ...joined, rows: [createRow({ height: top, lines })] };
}
