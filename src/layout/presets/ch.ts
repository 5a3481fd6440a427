import { mm } from '../../model/length.ts';
import type { WindowSide } from '../../model/page-settings.ts';
import { type Envelope, sightThroughAll } from './envelope.ts';
import { SHEETS } from './sheets.ts';
import type { WindowPage } from './window-stylesheet.ts';

/** An envelope of Switzerland, all lengths in millimetres. */
interface SwissEnvelope {
  /** `C5/6`: 229 × 114 mm, for a sheet folded at 105 mm. `C5`: 229 × 162 mm, for a sheet folded in the middle. */
  readonly format: 'C5/6' | 'C5';
  readonly width: number;
  readonly height: number;
  readonly fromRight: number;
  readonly fromBottom: number;
}

/** SN 010130, with the window on the right. */
const RIGHT: readonly SwissEnvelope[] = [
  { format: 'C5/6', width: 90, height: 40, fromRight: 17, fromBottom: 30 },
  { format: 'C5', width: 90, height: 40, fromRight: 17, fromBottom: 77 },
];

/** The two kinds of envelopes with the window on the left: of the Swiss standard, and of DIN 680. */
const LEFT: readonly SwissEnvelope[] = [
  { format: 'C5/6', width: 100, height: 45, fromRight: 109, fromBottom: 21 },
  { format: 'C5', width: 100, height: 45, fromRight: 109, fromBottom: 65 },
  { format: 'C5/6', width: 90, height: 45, fromRight: 119, fromBottom: 15 },
  { format: 'C5', width: 90, height: 45, fromRight: 119, fromBottom: 60 },
];

function createEnvelope({ format, width, height, fromRight, fromBottom }: SwissEnvelope): Envelope {
  return {
    width: mm(229),
    height: mm(format === 'C5' ? 162 : 114),
    window: {
      width: mm(width),
      height: mm(height),
      side: 'right',
      fromSide: mm(fromRight),
      fromBottom: mm(fromBottom),
    },
    panel: mm(format === 'C5' ? 148.5 : 105),
  };
}

/**
 * The left margin of the page for each side of the window. That for a window on the left, which begins 20 mm from the
 * left, is also the left edge of the address, and leaves it the width for the title of an office.
 */
const LEFT_MARGINS: Readonly<Record<WindowSide, number>> = { right: mm(25), left: mm(22) };
/** The distance from the address to the right edge of the window. */
const TO_WINDOW = mm(1);

/** Returns the page for an envelope of Switzerland with its window on a side. */
export function createSwissPage(side: WindowSide): WindowPage {
  const { always, atMost } = sightThroughAll((side === 'right' ? RIGHT : LEFT).map(createEnvelope), SHEETS.a4);
  const leftMargin = LEFT_MARGINS[side];
  const x = Math.max(always.x, leftMargin);
  return {
    sheet: SHEETS.a4,
    leftMargin,
    window: {
      area: atMost,
      addressArea: { ...always, x, width: always.x + always.width - TO_WINDOW - x },
      addressTop: always.y,
      preferredHeight: always.height,
      information: { x: side === 'right' ? leftMargin : mm(130), y: always.y, width: mm(side === 'right' ? 70 : 55) },
      spaceBeforeSubject: mm(7),
    },
    folds: [mm(105), mm(210)],
    punch: mm(148.5),
    hasLowHead: true,
  };
}
