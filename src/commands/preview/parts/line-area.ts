import type { Area, Line } from '../../../model/page.ts';

/** How far the area of a line reaches above and below its baseline, as shares of the font size. */
const ABOVE = 0.9;
const BELOW = 0.25;

/** Returns the area of a part of a line. `left` and `right` are in points from the left edge of the sheet. */
export function areaOnLine({ baseline, fragments }: Line, left: number, right: number): Area {
  const size = Math.max(0, ...fragments.map((fragment) => fragment.size));
  return { x: left, y: baseline - ABOVE * size, width: right - left, height: (ABOVE + BELOW) * size };
}

/** Returns the area of the words of a line; undefined if it has none. */
export function areaOfLine(line: Line): Area | undefined {
  const words = line.fragments.filter(({ glyphs }) => glyphs.some(({ text }) => text.trim() !== ''));
  if (words.length === 0) return undefined;
  const left = Math.min(...words.map(({ x }) => x));
  const right = Math.max(...words.map(({ x, width }) => x + width));
  return areaOnLine(line, left, right);
}

/** Returns the smallest area that encloses two areas. */
export function enclose(first: Area, second: Area): Area {
  const [x, y] = [Math.min(first.x, second.x), Math.min(first.y, second.y)];
  const right = Math.max(first.x + first.width, second.x + second.width);
  const bottom = Math.max(first.y + first.height, second.y + second.height);
  return { x, y, width: right - x, height: bottom - y };
}
