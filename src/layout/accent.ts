import type { Colour } from '../model/page.ts';
import type { Stylesheet } from './stylesheet.ts';

/**
 * Returns the stylesheet with the letterhead and the links in the accent of the campaign, which is six hexadecimal
 * digits after `#`; the stylesheet itself if there is none.
 */
export function withAccent(stylesheet: Stylesheet, accent: string | undefined): Stylesheet {
  if (accent === undefined) return stylesheet;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => Number.parseInt(accent.slice(start, start + 2), 16));
  const colour: Colour = [red / 255, green / 255, blue / 255];
  const { styles, rules } = stylesheet;
  return {
    ...stylesheet,
    linkColour: colour,
    styles: { ...styles, letterhead: { ...styles.letterhead, colour } },
    rules: { ...rules, letterhead: { ...rules.letterhead, colour } },
  };
}
