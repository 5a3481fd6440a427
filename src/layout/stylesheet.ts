import type { PageMeasures, TextMeasures } from '../model/campaign.ts';
import type { Area, Colour, Face } from '../model/page.ts';

/** The faces, size, leading and colour of one kind of text. Measures in points. */
export interface TextStyle {
  readonly regular: Face;
  readonly italic: Face;
  readonly bold: Face;
  readonly boldItalic: Face;
  readonly size: number;
  /** The distance between the baselines of two lines. */
  readonly leading: number;
  readonly colour: Colour;
}

/** The kinds of text in a letter, each with its own style. */
export type StyleName =
  | 'notice'
  | 'letterhead'
  | 'date'
  | 'address'
  | 'subject'
  | 'salutation'
  | 'body'
  | 'heading-2'
  | 'heading-3'
  | 'quotation'
  | 'close'
  | 'signature'
  | 'closing-label'
  | 'closing'
  | 'note'
  | 'running-head'
  | 'folio';

/** The look of a drawn line. */
export interface RuleLineStyle {
  /** In points. */
  readonly thickness: number;
  readonly colour: Colour;
}

/** The address field behind the window of an envelope, and what depends on it. Measures in points. */
export interface EnvelopeWindow {
  /** The window, from the top left corner of the sheet; not mirrored in right-to-left letters. */
  readonly area: Area;
  /** The distance from the left edge of the window to the text. */
  readonly indent: number;
  /** The measure of the address. */
  readonly width: number;
  /** The height of the address zone, the lower part of the window. A taller address extends into the zone above it. */
  readonly addressZone: number;
  /** The position of the date and the reference, from the top left corner of the sheet, and their measure. */
  readonly information: { readonly x: number; readonly y: number; readonly width: number };
  /** The space from the bottom of the window to the subject. */
  readonly toSubject: number;
  /** Fold marks and the punch mark, at the left edge of the sheet. */
  readonly marks: readonly Area[];
  readonly markColour: Colour;
}

/** All measures and styles of a page. Lengths are in points, vertical positions count from the top of the sheet. */
export interface Stylesheet {
  readonly sheet: { readonly width: number; readonly height: number };
  /** The left margin. */
  readonly left: number;
  /** The width of the text, from the left margin. */
  readonly measure: number;
  /** Whether running text is justified rather than ragged. */
  readonly justified: boolean;
  /** How much shorter than the measure a ragged line of adjustment ratio 1 is. */
  readonly raggedZone: number;
  /** Line breaking avoids a last line of a paragraph that is shorter than this. */
  readonly shortestLastLine: number;
  /** A line whose white space is stretched by a greater share of its natural width is reported as loose. */
  readonly loosest: number;
  /** The top of the notice, or of the running head in a letter without a notice. */
  readonly noticeTop: number;
  /** The top of the letterhead in a letter without a notice. */
  readonly letterheadTop: number;
  /** The top of the text on all pages but the first; lower if the running head needs the room. */
  readonly top: number;
  /** The bottom of the text, notes included, on all pages. */
  readonly bottom: number;
  /** The baseline of the folio. */
  readonly folio: number;
  readonly styles: Readonly<Record<StyleName, TextStyle>>;
  /**
   * The factor by which the size of Naskh text is larger than that of the text around it, as its glyphs look smaller.
   */
  readonly naskhScale: number;
  /**
   * The factor by which the leading is larger in letters in Arabic, as Naskh has tall ascenders and deep descenders.
   */
  readonly naskhLeading: number;
  readonly linkColour: Colour;
  /** The comma between the marks of two notes: its size and its rise as shares of the size of the text. */
  readonly markComma: { readonly scale: number; readonly rise: number };
  readonly rules: Readonly<Record<'notice' | 'letterhead' | 'signature' | 'notes', RuleLineStyle>>;
  /** Vertical space between two parts; `addresseeToDate` is horizontal, in the running head. */
  readonly space: {
    /** Between the lines of the notice and the rule lines above and below them. */
    readonly noticeToRule: number;
    readonly noticeToRunningHead: number;
    readonly runningHeadToText: number;
    readonly addresseeToDate: number;
    readonly noticeToLetterhead: number;
    readonly letterheadToRule: number;
    readonly letterheadToAddress: number;
    readonly addressToSubject: number;
    readonly subjectToSalutation: number;
    readonly paragraphs: number;
    readonly beforeHeading: number;
    readonly afterHeading: number;
    readonly orderedItems: number;
    readonly bulletItems: number;
    readonly beforeClosing: number;
    readonly betweenClosings: number;
    /** Above the rule line of the notes. */
    readonly beforeNotes: number;
    /** Between that rule line and the first note. */
    readonly notesRule: number;
    /** Between two notes. */
    readonly notes: number;
  };
  /** The least width of the text in nested lists and quotations. */
  readonly narrowestColumn: number;
  readonly indent: {
    /** From the start of a list's number or bullet to its text; more if a number is wider. */
    readonly list: number;
    /** On both sides of a quotation. */
    readonly quotation: number;
    /** From the start of a note's number to its text. */
    readonly note: number;
    /** From the start of the label of enclosures or copies to the list beside it. */
    readonly closing: number;
    /** The hanging indent of address lines, enclosures and copies that run over. */
    readonly hanging: number;
  };
  /** The width of the inside address, at the start of the measure, if there is no window. */
  readonly addressWidth: number;
  /** The width of the date and the reference, at the end of the measure, if there is no window. */
  readonly dateWidth: number;
  /** The window of the envelope; undefined: the inside address follows the letterhead. */
  readonly window: EnvelopeWindow | undefined;
  /** The length of the rule line above the notes. */
  readonly notesRuleLength: number;
  readonly signature: {
    /** The height of the space for a handwritten signature, above the rule line. */
    readonly room: number;
    readonly ruleToName: number;
    readonly betweenColumns: number;
    /** Between two ranks; a rank is the signatures side by side. */
    readonly betweenRanks: number;
    readonly widestColumn: number;
    readonly mostColumns: number;
  };
}

/** The styles that take the size and leading of the body. */
const SIZED_AS_BODY: readonly StyleName[] = ['date', 'address', 'salutation', 'body', 'heading-3', 'close'];
/** The styles whose size and leading keep their difference to those of the body. */
const SIZED_RELATIVE_TO_BODY: readonly StyleName[] = ['subject', 'heading-2', 'quotation'];

/**
 * The stylesheet with the measures that a campaign overrides, and the measures that follow from them: the width of the
 * address, and the size and leading of the styles that depend on the body.
 */
export function withMeasures(stylesheet: Stylesheet, overrides: PageMeasures): Stylesheet {
  const { left, measure = stylesheet.measure, top, bottom, paragraphs, signature, text, notes } = overrides;
  const { addressWidth, space } = stylesheet;
  const widthBesideAddress = stylesheet.measure - addressWidth;
  return {
    ...stylesheet,
    left: left ?? stylesheet.left,
    measure,
    top: top ?? stylesheet.top,
    bottom: bottom ?? stylesheet.bottom,
    addressWidth: Math.min(addressWidth, measure - widthBesideAddress),
    space: { ...space, paragraphs: paragraphs ?? space.paragraphs },
    signature: { ...stylesheet.signature, room: signature ?? stylesheet.signature.room },
    styles: { ...stylesheet.styles, ...textStyles(stylesheet, text), ...noteStyle(stylesheet, notes) },
  };
}

function textStyles({ styles }: Stylesheet, text: TextMeasures | undefined): Partial<Stylesheet['styles']> {
  if (text === undefined) return {};
  const { body } = styles;
  const relativeToBody = (style: TextStyle): TextStyle => ({
    ...style,
    size: style.size + text.size - body.size,
    leading: style.leading + text.leading - body.leading,
  });
  return Object.fromEntries([
    ...SIZED_AS_BODY.map((name) => [name, { ...styles[name], ...text }]),
    ...SIZED_RELATIVE_TO_BODY.map((name) => [name, relativeToBody(styles[name])]),
  ]);
}

function noteStyle({ styles }: Stylesheet, notes: TextMeasures | undefined): Partial<Stylesheet['styles']> {
  return notes === undefined ? {} : { note: { ...styles.note, ...notes } };
}

/**
 * The stylesheet with the larger leading of letters in Arabic. With a window, the address in it and the letterhead above
 * it keep their leading, so that both fit.
 */
export function withNaskhLeading(stylesheet: Stylesheet): Stylesheet {
  const styles = Object.entries(stylesheet.styles).map(([name, style]) => {
    const hasToFit = stylesheet.window !== undefined && (name === 'address' || name === 'letterhead');
    return [name, hasToFit ? style : { ...style, leading: style.leading * stylesheet.naskhLeading }] as const;
  });
  return { ...stylesheet, styles: Object.fromEntries(styles) as Stylesheet['styles'] };
}
