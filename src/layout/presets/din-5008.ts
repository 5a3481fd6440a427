import { mm } from '../../model/length.ts';
import { SHEETS } from './sheets.ts';
import type { WindowPage } from './window-stylesheet.ts';

/** The height of the address field: 17.7 mm for the return line and remarks above 27.3 mm for the address. */
const FIELD_HEIGHT = 45;
/** The height of the zone for the return line and remarks. */
const REMARKS_HEIGHT = 17.7;

/**
 * Returns the page of DIN 5008:2020. `fieldTop` is the distance from the top of the sheet to the address field, in
 * millimetres, and `folds` those to the folds. The field measures 85 by 45 mm.
 */
function createDin5008Page(fieldTop: number, folds: readonly number[], hasLowHead: boolean): WindowPage {
  return {
    sheet: SHEETS.a4,
    leftMargin: mm(25),
    window: {
      area: { x: mm(20), y: mm(fieldTop), width: mm(85), height: mm(FIELD_HEIGHT) },
      addressArea: { x: mm(25), y: mm(fieldTop), width: mm(78), height: mm(FIELD_HEIGHT) },
      addressTop: mm(fieldTop + REMARKS_HEIGHT),
      preferredHeight: mm(FIELD_HEIGHT),
      information: { x: mm(125), y: mm(fieldTop + 5), width: mm(50) },
      spaceBeforeSubject: mm(8.46),
    },
    folds: folds.map(mm),
    punch: mm(148.5),
    hasLowHead,
  };
}

/** Form A, with a letterhead of 27 mm. */
export const DIN_5008_A: WindowPage = createDin5008Page(27, [87, 192], true);

/** Form B, with a letterhead of 45 mm. */
export const DIN_5008_B: WindowPage = createDin5008Page(45, [105, 210], false);
