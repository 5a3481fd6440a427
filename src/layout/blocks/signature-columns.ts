import type { SignatureLine } from '../../model/letter.ts';
import { listedSignatureContent, type SignatureGroup } from '../../model/signature-lines.ts';
import type { LayoutContext } from '../layout-context.ts';
import { measureText, type TextWidths } from '../paragraph/layout-paragraph.ts';
import { createTextRuns } from '../paragraph/text-runs.ts';

/** A column of a list of signatures, in points from the start of the measure. */
export interface ListColumn {
  readonly x: number;
  readonly width: number;
}

/**
 * Chooses the columns of a list of signatures: those that make it shortest, and of which each has room for the longest
 * word. Their number is estimated from the widths of the lines, so that the list is set once.
 */
export function chooseListColumns(groups: readonly SignatureGroup[], context: LayoutContext): readonly ListColumn[] {
  const measuredGroups = groups.map(({ signatures }) =>
    signatures.map((signature) => measureLines(signature, context)),
  );
  const longestWord = measuredGroups.flat(2).reduce((longest, each) => Math.max(longest, each.longestWord), 0);
  const [widest = [], ...narrower] = possibleColumns(context);
  const candidates = [widest, ...narrower.filter(([column]) => column !== undefined && column.width >= longestWord)];
  const heights = candidates.map((columns) =>
    measuredGroups.reduce((sum, measured) => sum + estimateHeight(measured, columns, context), 0),
  );
  return candidates[heights.indexOf(Math.min(...heights))] ?? widest;
}

/** Returns the divisions of the measure into columns, the widest columns first. */
function possibleColumns({ stylesheet }: LayoutContext): readonly (readonly ListColumn[])[] {
  const { measure, signature } = stylesheet;
  const divisions = Array.from({ length: signature.maxColumns }, (_, index) => {
    const step = (measure + signature.betweenColumns) / (index + 1);
    const width = step - signature.betweenColumns;
    return Array.from({ length: index + 1 }, (__, column) => ({ x: column * step, width }));
  });
  return divisions.filter(([column], index) => index === 0 || (column?.width ?? 0) >= signature.minListColumnWidth);
}

function measureLines(signature: SignatureLine, context: LayoutContext): readonly TextWidths[] {
  return listedSignatureContent(signature).map((line) =>
    measureText(createTextRuns(line, 'signature', 'P', context).runs, context),
  );
}

/** Estimates the height of signatures in ranks, in points, as if lines could be broken anywhere. */
function estimateHeight(
  signatures: readonly (readonly TextWidths[])[],
  columns: readonly ListColumn[],
  { stylesheet: { signature, styles } }: LayoutContext,
): number {
  const width = columns[0]?.width ?? 0;
  const lineCounts = signatures.map((lines) => lines.reduce((sum, { oneLine }) => sum + Math.ceil(oneLine / width), 0));
  let height = 0;
  for (let first = 0; first < lineCounts.length; first += columns.length) {
    const rank = lineCounts.slice(first, first + columns.length);
    height += Math.max(...rank) * styles.signature.leading + signature.betweenListed;
  }
  return height;
}
