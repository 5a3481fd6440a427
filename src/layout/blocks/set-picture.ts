import type { LogoAlignment } from '../../model/letterhead.ts';
import type { BlockOrigin } from '../../model/line-origin.ts';
import type { Figure } from '../../model/picture.ts';
import type { Leaf, SetBlock } from '../galley.ts';
import { createRow } from '../rows.ts';
import { createTag } from '../tags.ts';
import type { ParagraphFormat } from '../paragraph-format.ts';

/** The leaf of a picture, which is the only one of its block. */
const PICTURE_LEAF: Leaf = { kind: 'leaf', number: 0, role: 'Figure', link: undefined };

/**
 * Sets a picture as one row: at its size, or at the width of the column if it is wider. It is an element of the
 * structure, with the words that stand for it, or an artifact if it is decorative.
 */
export function setPicture(
  figure: Figure,
  origin: BlockOrigin | undefined,
  column: Pick<ParagraphFormat, 'x' | 'width'>,
  align: LogoAlignment,
): SetBlock {
  const { picture, alternative, width, height } = fitFigure(figure, column.width, Infinity);
  const x = column.x + (column.width - width) * SHARES_BEFORE[align];
  const area = { x, y: 0, width, height };
  const leaf = alternative === undefined ? undefined : PICTURE_LEAF;
  return {
    rows: [createRow({ height, pictures: [{ picture, area, leaf, leafOffset: 0, origin }] })],
    tags: alternative === undefined ? [] : [createTag('Figure', [PICTURE_LEAF], { alternative })],
    leafCount: alternative === undefined ? 0 : 1,
  };
}

/** The share of the room beside a picture that is before it. */
const SHARES_BEFORE: Readonly<Record<LogoAlignment, number>> = { start: 0, center: 0.5, end: 1 };

/** Returns a figure that is no wider and no taller than given, in its proportions. Lengths are in points. */
export function fitFigure(figure: Figure, maxWidth: number, maxHeight: number): Figure {
  const scale = Math.min(1, maxWidth / figure.width, maxHeight / figure.height);
  return scale === 1 ? figure : { ...figure, width: figure.width * scale, height: figure.height * scale };
}
