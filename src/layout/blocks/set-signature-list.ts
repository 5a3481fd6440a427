import { internInlines, internText } from '../../model/intern-letter.ts';
import type { SignatureLine } from '../../model/letter.ts';
import { originOfPart, type PartOrigin } from '../../model/line-origin.ts';
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
    let firstOfGroup = 0;
    const blocks = groups.map(({ heading, signatures: listed }, index) => {
      const list = setRanks(listed, firstOfGroup, columns, context);
      const group =
        heading === undefined
          ? list
          : joinBlocks([setGroupHeading(heading, originOfPart('signature', firstOfGroup), context), list], 'Sect');
      firstOfGroup += listed.length;
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
function setGroupHeading(heading: string, origin: PartOrigin, context: LayoutContext): SetBlock {
  const content = [{ type: 'strong', children: internText(heading, context.values) } as const];
  const format = fullWidthFormat('signature', context);
  const block = setParagraph(internInlines(content, context.values), 'P', format, context, { origin });
  return { ...block, rows: block.rows.map((row): Row => ({ ...row, breakAfter: 'never' })) };
}

/** Sets signatures side by side in ranks, each of which is one row. `first` is the place of the first one in the list. */
function setRanks(
  signatures: readonly SignatureLine[],
  first: number,
  columns: readonly ListColumn[],
  context: LayoutContext,
): SetBlock {
  const items = signatures.map((signature, index) => {
    const column = columns[index % columns.length];
    if (column === undefined) throw new Error('a list of signatures without columns');
    return setListedSignature(signature, originOfPart('signature', first + index), column, context);
  });
  const { rows, ...joined } = joinBlocks(items, 'L', { numbering: 'None' });
  const ranks: Row[] = [];
  for (let start = 0; start < rows.length; start += columns.length) {
    const rank = rows.slice(start, start + columns.length);
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
function setListedSignature(
  signature: SignatureLine,
  origin: PartOrigin,
  { x, width }: ListColumn,
  context: LayoutContext,
): SetBlock {
  const format: ParagraphFormat = { ...fullWidthFormat('signature', context), x, width };
  const blocks = listedSignatureContent(signature).map((line) => setParagraph(line, 'P', format, context, { origin }));
  const { rows, ...joined } = encloseInTag(joinBlocks(blocks, 'LBody'), 'LI');
  let top = 0;
  const lines = rows.flatMap((row) => {
    const placed = moveDown(row, top);
    top += row.height;
    return placed.lines;
  });
  return { ...joined, rows: [createRow({ height: top, lines })] };
}
