import type { Colour } from '../../model/page.ts';

/** Formats a length or position in points, rounded to hundredths, because less is invisible. */
export function formatHundredths(value: number): string {
  return formatRounded(value, 100);
}

/** Formats a factor, rounded to millionths: that of a font size in points applies to a thousand units of an em. */
export function formatFactor(value: number): string {
  return formatRounded(value, 1_000_000);
}

/** Formats a colour as `#rrggbb`. */
export function formatColour(colour: Colour): string {
  return `#${colour
    .map((share) =>
      Math.round(share * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** Rounds to a fraction of one. Adding 0 turns −0 into 0. */
function formatRounded(value: number, parts: number): string {
  return String(Math.round(value * parts) / parts + 0);
}
