import type { PageMeasures, TextMeasures } from '../model/page-settings.ts';
import type { StyleName, Stylesheet, TextStyle } from './stylesheet.ts';
import { withNaturalLength } from './vertical-space.ts';

/**
 * The styles that have the size and leading of the body if the campaign overrides them. If there is a window, the address
 * in it and the date beside it keep theirs, so that they fit.
 */
const SIZED_AS_BODY: readonly StyleName[] = ['date', 'address', 'salutation', 'body', 'heading-3', 'close'];

/** The styles of `SIZED_AS_BODY` that have their own size in and beside a window. */
const KEPT_BESIDE_WINDOW: readonly StyleName[] = ['date', 'address'];

/** The styles whose size and leading differ from those of the body by as much as in the preset. */
const SIZED_RELATIVE_TO_BODY: readonly StyleName[] = ['subject', 'heading-2', 'quotation', 'table-head', 'table'];

/**
 * Returns the stylesheet with the measures that a campaign overrides and the measures that depend on them: the width of
 * the address, and the size and leading of the styles that depend on the body.
 */
export function withMeasures(stylesheet: Stylesheet, overrides: PageMeasures): Stylesheet {
  const { left, measure = stylesheet.measure, top, bottom, paragraphs, signature, text, notes } = overrides;
  const { addressWidth, space } = stylesheet;
  const widthBesideAddress = stylesheet.measure - addressWidth;
  return {
    ...stylesheet,
    leftMargin: left ?? stylesheet.leftMargin,
    measure,
    textTop: top ?? stylesheet.textTop,
    textBottom: bottom ?? stylesheet.textBottom,
    spareDepth: bottom === undefined ? stylesheet.spareDepth : 0,
    addressWidth: Math.min(addressWidth, measure - widthBesideAddress),
    space: {
      ...space,
      paragraphs: paragraphs === undefined ? space.paragraphs : withNaturalLength(space.paragraphs, paragraphs),
    },
    signature: { ...stylesheet.signature, handwritingHeight: signature ?? stylesheet.signature.handwritingHeight },
    styles: { ...stylesheet.styles, ...bodyRelatedStyles(stylesheet, text), ...noteStyle(stylesheet, notes) },
  };
}
function bodyRelatedStyles(
  { styles, window }: Stylesheet,
  text: TextMeasures | undefined,
): Partial<Stylesheet['styles']> {
  if (text === undefined) return {};
  const { body } = styles;
  const sizedAsBody = SIZED_AS_BODY.filter((name) => window === undefined || !KEPT_BESIDE_WINDOW.includes(name));
  const withDifferenceToBody = (style: TextStyle): TextStyle => ({
    ...style,
    size: style.size + text.size - body.size,
    leading: style.leading + text.leading - body.leading,
  });
  return Object.fromEntries([
    ...sizedAsBody.map((name) => [name, { ...styles[name], ...text }]),
    ...SIZED_RELATIVE_TO_BODY.map((name) => [name, withDifferenceToBody(styles[name])]),
  ]);
}
function noteStyle({ styles }: Stylesheet, notes: TextMeasures | undefined): Partial<Stylesheet['styles']> {
  return notes === undefined ? {} : { note: { ...styles.note, ...notes } };
}
