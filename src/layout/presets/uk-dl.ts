import { mm } from '../../model/length.ts';
import { type Envelope, sightThroughAll } from './envelope.ts';
import { SHEETS } from './sheets.ts';
import type { WindowPage } from './window-stylesheet.ts';

/** A DL envelope whose window, of a width and a height, is at the left; lengths in millimetres. */
function createBritishEnvelope(width: number, height: number): Envelope {
  return {
    width: mm(220),
    height: mm(110),
    window: { width: mm(width), height: mm(height), side: 'left', fromSide: mm(20), fromBottom: mm(18) },
    panel: mm(105),
  };
}

/** The windows of BS 4264, and the smaller ones of envelope makers, which have the same lower left corner. */
const { always, atMost } = sightThroughAll([createBritishEnvelope(93, 39), createBritishEnvelope(90, 35)], SHEETS.a4);

/** The distance from the edges of the window to the address, at the left and at the right. */
const INSET = { left: mm(5), right: mm(2) };

/** The page for a DL envelope of the United Kingdom, whose sheet is folded at 105 and 210 mm. */
export const UK_DL: WindowPage = {
  sheet: SHEETS.a4,
  leftMargin: mm(25),
  window: {
    area: atMost,
    addressArea: { ...always, x: always.x + INSET.left, width: always.width - INSET.left - INSET.right },
    addressTop: always.y,
    preferredHeight: always.height,
    information: { x: mm(125), y: always.y, width: mm(60) },
    spaceBeforeSubject: mm(7),
  },
  folds: [mm(105), mm(210)],
  hasLowHead: false,
};
