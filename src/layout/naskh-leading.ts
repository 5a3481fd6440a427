import { type StyleName, ADDRESS_STYLES, type Stylesheet } from './stylesheet.ts';

/** The styles that keep their leading in letters in Arabic if there is a window, so that they fit. */
const KEPT_AT_WINDOW: readonly StyleName[] = [...ADDRESS_STYLES, 'return-line', 'letterhead', 'sender'];

/**
 * Returns the stylesheet with the larger leading of letters in Arabic. If there is a window, the address in it and the
 * letterhead above it keep their leading, so that both fit.
 */
export function withNaskhLeading(stylesheet: Stylesheet): Stylesheet {
  const styles = Object.entries(stylesheet.styles).map(([name, style]) => {
    const hasToFit = stylesheet.window !== undefined && KEPT_AT_WINDOW.some((kept) => kept === name);
    return [name, hasToFit ? style : { ...style, leading: style.leading * stylesheet.naskhLeading }] as const;
  });
  return { ...stylesheet, styles: Object.fromEntries(styles) as Stylesheet['styles'] };
}
