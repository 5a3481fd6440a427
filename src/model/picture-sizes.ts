import { mm, POINTS_PER_UNIT } from './length.ts';
import type { NamedPicture } from './letterhead.ts';
import type { Figure, Picture } from './picture.ts';

/** The heights of the pictures that `letter.yaml` names, if it does not state them, in points. */
const USUAL_HEIGHTS: Readonly<Record<'logo' | 'signature', number>> = { logo: mm(18), signature: mm(14) };

/** Returns the height in points at which the logo or a signature is printed. */
export function heightOf({ height }: NamedPicture, use: keyof typeof USUAL_HEIGHTS): number {
  return height ?? USUAL_HEIGHTS[use];
}

/** Returns the width in points of a picture that has this height. */
export function widthAtHeight({ width, height }: Picture, printedHeight: number): number {
  return (width * printedHeight) / height;
}

/** Returns a picture at a height, in points. */
export function figureAtHeight(picture: Picture, height: number, alternative: string | undefined): Figure {
  return { picture, alternative, width: widthAtHeight(picture, height), height };
}

/** Returns a picture at a width in points; without one, at the size that it has by its dots per inch. */
export function figureAtWidth(picture: Picture, width: number | undefined, alternative: string): Figure {
  const printedWidth = width ?? (picture.width * POINTS_PER_UNIT.in) / picture.dotsPerInch;
  return { picture, alternative, width: printedWidth, height: (picture.height * printedWidth) / picture.width };
}
