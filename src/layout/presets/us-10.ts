import { inches } from '../../model/length.ts';
import { type Envelope, sightThrough } from './envelope.ts';
import { SHEETS } from './sheets.ts';
import type { WindowPage } from './window-stylesheet.ts';

/** The distance from the top of the sheet to the first fold. A panel of 4 inches hardly moves up and down. */
const PANEL = inches(4);

/** A number 10 envelope with the usual window, as its makers give it. */
const NUMBER_10: Envelope = {
  width: inches(9.5),
  height: inches(4.125),
  window: { width: inches(4.5), height: inches(1.125), side: 'left', fromSide: inches(0.875), fromBottom: inches(0.5) },
  panel: PANEL,
};

/** The clear space that the Postal Service asks for between the address and the edges of the window. */
const CLEAR_SPACE = inches(0.125);
/**
 * The left edge of the address. In the Postal Service's own stamped envelopes the window begins 1 inch from the left, so
 * that the address has the clear space there too.
 */
const ADDRESS_LEFT = inches(1) + CLEAR_SPACE;

const { always, atMost } = sightThrough(NUMBER_10, SHEETS['us-letter']);

/** The page for a number 10 envelope of the United States, whose sheet is folded at 4 and 7.5 inches. */
export const US_10: WindowPage = {
  sheet: SHEETS['us-letter'],
  leftMargin: ADDRESS_LEFT,
  window: {
    area: atMost,
    addressArea: {
      x: ADDRESS_LEFT,
      y: always.y,
      width: always.x + always.width - CLEAR_SPACE - ADDRESS_LEFT,
      height: always.height,
    },
    addressTop: always.y + CLEAR_SPACE,
    preferredHeight: always.height - 2 * CLEAR_SPACE,
    // To the right of both windows, of which that of the stamped envelope ends at 5.75 inches.
    information: { x: inches(5.875), y: always.y + CLEAR_SPACE, width: inches(1.875) },
    spaceBeforeSubject: inches(0.25),
  },
  folds: [PANEL, inches(7.5)],
  hasLowHead: false,
};
