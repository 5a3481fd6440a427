import type { WindowSide } from '../../model/page-settings.ts';
import type { Area } from '../../model/page.ts';
import type { SheetSize } from '../stylesheet.ts';

/** An envelope with a window, as it lies before the sender with its flap behind. Lengths are in points. */
export interface Envelope {
  readonly width: number;
  readonly height: number;
  readonly window: {
    readonly width: number;
    readonly height: number;
    readonly side: WindowSide;
    /** The distance from the edge of the envelope on that side to the window. */
    readonly fromSide: number;
    /** The distance from the bottom of the envelope to the window. */
    readonly fromBottom: number;
  };
  /** The height of the panel of the folded sheet that is behind the window: the distance from its top to the fold. */
  readonly panel: number;
}

/**
 * What the window of an envelope shows of the sheet. Both areas count from the top left corner of the sheet. A folded
 * sheet is smaller than its envelope and moves in it, from edge to edge.
 */
export interface Sight {
  /** What the window shows wherever the sheet lies. */
  readonly always: Area;
  /** All that it can show. */
  readonly atMost: Area;
}

/** Returns what the window of an envelope shows of a sheet. */
export function sightThrough({ width, height, window, panel }: Envelope, sheet: SheetSize): Sight {
  const playAcross = width - sheet.width;
  const playDown = height - panel;
  const left = window.side === 'left' ? window.fromSide : width - window.fromSide - window.width;
  // The sheet lies at the left and at the bottom of the envelope, and then at the right and at the top.
  const top = panel - window.fromBottom - window.height;
  return {
    always: {
      x: left,
      y: top + playDown,
      width: window.width - playAcross,
      height: window.height - playDown,
    },
    atMost: {
      x: left - playAcross,
      y: top,
      width: window.width + playAcross,
      height: window.height + playDown,
    },
  };
}

/** Returns what the windows of all envelopes show, wherever the sheet lies, and all that any of them can show. */
export function sightThroughAll(envelopes: readonly Envelope[], sheet: SheetSize): Sight {
  const sights = envelopes.map((envelope) => sightThrough(envelope, sheet));
  const shared = sights.map(({ always }) => edgesOf(always));
  const all = sights.map(({ atMost }) => edgesOf(atMost));
  return {
    always: areaWithin({
      left: Math.max(...shared.map(({ left }) => left)),
      top: Math.max(...shared.map(({ top }) => top)),
      right: Math.min(...shared.map(({ right }) => right)),
      bottom: Math.min(...shared.map(({ bottom }) => bottom)),
    }),
    atMost: areaWithin({
      left: Math.min(...all.map(({ left }) => left)),
      top: Math.min(...all.map(({ top }) => top)),
      right: Math.max(...all.map(({ right }) => right)),
      bottom: Math.max(...all.map(({ bottom }) => bottom)),
    }),
  };
}

/** The distances of the edges of an area from the left and the top of the sheet. */
interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function edgesOf({ x, y, width, height }: Area): Edges {
  return { left: x, top: y, right: x + width, bottom: y + height };
}

function areaWithin({ left, top, right, bottom }: Edges): Area {
  return { x: left, y: top, width: right - left, height: bottom - top };
}
