import type { PageMeasures, TextMeasures } from '../model/campaign.ts';
import type { StyleName, Stylesheet, TextStyle } from './stylesheet.ts';

/** Text that is as large as the body's. */
const AS_BODY: readonly StyleName[] = ['date', 'address', 'salutation', 'body', 'heading-3', 'close'];
/** Text that is larger or smaller than the body's, and stays so. */
const BESIDE_BODY: readonly StyleName[] = ['subject', 'heading-2', 'quotation'];

/** The stylesheet with a campaign's own measures in it; what goes with a measure goes along. */
export function withMeasures(stylesheet: Stylesheet, own: PageMeasures): Stylesheet {
  const { left, measure = stylesheet.measure, top, bottom, paragraphs, signature, text, notes } = own;
  const { addressWidth, space } = stylesheet;
  const besideAddress = stylesheet.measure - addressWidth;
  return {
    ...stylesheet,
    left: left ?? stylesheet.left,
    measure,
    top: top ?? stylesheet.top,
    bottom: bottom ?? stylesheet.bottom,
    addressWidth: Math.min(addressWidth, measure - besideAddress),
    space: { ...space, paragraphs: paragraphs ?? space.paragraphs },
    signature: { ...stylesheet.signature, room: signature ?? stylesheet.signature.room },
    styles: { ...stylesheet.styles, ...textStyles(stylesheet, text), ...noteStyle(stylesheet, notes) },
  };
}

function textStyles({ styles }: Stylesheet, text: TextMeasures | undefined): Partial<Stylesheet['styles']> {
  if (text === undefined) return {};
  const { body } = styles;
  const beside = (style: TextStyle): TextStyle => ({
    ...style,
    size: style.size + text.size - body.size,
    leading: style.leading + text.leading - body.leading,
  });
  return Object.fromEntries([
    ...AS_BODY.map((name) => [name, { ...styles[name], ...text }]),
    ...BESIDE_BODY.map((name) => [name, beside(styles[name])]),
  ]);
}

function noteStyle({ styles }: Stylesheet, notes: TextMeasures | undefined): Partial<Stylesheet['styles']> {
  return notes === undefined ? {} : { note: { ...styles.note, ...notes } };
}
