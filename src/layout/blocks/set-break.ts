import type { SetBlock } from '../galley.ts';
import { createRow } from '../rows.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { ParagraphFormat } from '../paragraph-format.ts';

/**
 * Sets a thematic break: a short rule line in the middle of the column. It is an artifact, and so has no tag. A page
 * break below it is avoided, so that it separates two texts of one page, and no heading above it ends one.
 */
export function setBreak({ x, width }: Pick<ParagraphFormat, 'x' | 'width'>, { stylesheet }: LayoutContext): SetBlock {
  const { thickness, colour } = stylesheet.rules.break;
  const length = Math.min(stylesheet.breakLength, width);
  const area = { x: x + (width - length) / 2, y: 0, width: length, height: thickness };
  return {
    rows: [createRow({ height: thickness, rules: [{ area, colour }], breakAfter: 'avoid' })],
    tags: [],
    leafCount: 0,
  };
}
