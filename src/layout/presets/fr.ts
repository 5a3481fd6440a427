import { mm } from '../../model/length.ts';
import { type Envelope, sightThroughAll } from './envelope.ts';
import { SHEETS } from './sheets.ts';
import type { WindowPage } from './window-stylesheet.ts';

/** A DL envelope whose window, of a height in millimetres, is at the right. */
function createFrenchEnvelope(height: number): Envelope {
  return {
    width: mm(220),
    height: mm(110),
    window: { width: mm(100), height: mm(height), side: 'right', fromSide: mm(20), fromBottom: mm(20) },
    panel: mm(105),
  };
}

/** The windows of 35 and of 45 mm have the same lower right corner. */
const { always, atMost } = sightThroughAll([createFrenchEnvelope(35), createFrenchEnvelope(45)], SHEETS.a4);

/** The left edge of the address, as in NF Z 11-001, and its distance from the right edge of the window. */
const ADDRESS = { left: mm(110), toWindow: mm(2) };

/** The page for a French DL envelope, whose sheet is folded at 105 and 210 mm. */
export const FR: WindowPage = {
  sheet: SHEETS.a4,
  leftMargin: mm(25),
  window: {
    area: atMost,
    addressArea: { ...always, x: ADDRESS.left, width: always.x + always.width - ADDRESS.toWindow - ADDRESS.left },
    addressTop: always.y,
    preferredHeight: always.height,
    information: { x: mm(25), y: always.y, width: mm(60) },
    spaceBeforeSubject: mm(7),
  },
  folds: [mm(105), mm(210)],
  hasLowHead: true,
};
