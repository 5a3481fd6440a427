import type { FitBox } from '../../src/layout/paragraph/total-fit.ts';

/** A word and a space of one point. */
export function aWord(width: number, changes: Partial<FitBox> = {}): FitBox {
  return {
    width,
    spaceAfter: 1,
    innerStretchable: 0,
    spaceStretchable: 1,
    hyphenWidth: undefined,
    penalty: 0,
    breakRequired: false,
    hangAtStart: 0,
    hangAtEnd: 0,
    ...changes,
  };
}
