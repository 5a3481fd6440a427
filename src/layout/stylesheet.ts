import type { PageMeasures, TextMeasures } from '../model/campaign.ts';
import type { Area, Colour, Face } from '../model/page.ts';

/** What text of one kind looks like. Measures in points. */
export interface TextStyle {
  readonly regular: Face;
  readonly italic: Face;
  readonly bold: Face;
  readonly boldItalic: Face;
  readonly size: number;
  /** From baseline to baseline. */
  readonly leading: number;
  readonly colour: Colour;
}

/** Kinds of text in a letter. */
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

/** A line that is drawn. */
export interface RuleLineStyle {
  readonly thickness: number;
  readonly colour: Colour;
}

/** Where the address shows through an envelope. Measures in points. */
export interface EnvelopeWindow {
  /** The window, from the sheet's top left corner: it stays where it is whichever way a language is written. */
  readonly area: Area;
  /** From the window's left edge to the text. */
  readonly indent: number;
  /** How wide the text may be. */
  readonly width: number;
  /** The lower part of the window, for the address alone; one that is taller reaches into the part above it. */
  readonly addressZone: number;
  /** The date and the reference, from the sheet's top left corner. */
  readonly information: { readonly x: number; readonly y: number; readonly width: number };
  /** From the foot of the window to the subject. */
  readonly toSubject: number;
  /** At the left edge of the sheet: where it is folded and punched. */
  readonly marks: readonly Area[];
  readonly markColour: Colour;
}

/** Every measure of a page, in points from the sheet's top left corner. */
export interface Stylesheet {
  readonly sheet: { readonly width: number; readonly height: number };
  /** Where lines begin, and how long they may be. */
  readonly left: number;
  readonly measure: number;
  /** Are lines of running text as long as the measure, or ragged? */
  readonly justified: boolean;
  /** So much may a ragged line be shorter before it is a bad one. */
  readonly raggedZone: number;
  /** A paragraph's last line should be longer than this. */
  readonly shortestLastLine: number;
  /** White space between words may grow by so much of itself before the line is reported as loose. */
  readonly loosest: number;
  /** Where the notice begins on every page, and the letterhead of a letter without one. */
  readonly noticeTop: number;
  readonly letterheadTop: number;
  /** Where the text of all pages but the first begins at the earliest, and where that of all pages ends. */
  readonly top: number;
  readonly bottom: number;
  /** Baseline of the folio. */
  readonly folio: number;
  readonly styles: Readonly<Record<StyleName, TextStyle>>;
  /** The face for Arabic has small letters: so many times the size of the text that it stands in. */
  readonly naskhScale: number;
  /** Its letters go far above and below the line: so much further apart are the lines of letters in Arabic. */
  readonly naskhLeading: number;
  readonly linkColour: Colour;
  /** The comma between the marks of two notes: its size as a share of the text's, its rise in the text's ems. */
  readonly markComma: { readonly scale: number; readonly rise: number };
  readonly rules: Readonly<Record<'notice' | 'letterhead' | 'signature' | 'notes', RuleLineStyle>>;
  /** Room between what follows each other. */
  readonly space: {
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
    readonly beforeNotes: number;
    readonly notesRule: number;
    readonly notes: number;
  };
  /** Words inside nested lists and quotations need at least this. */
  readonly narrowestColumn: number;
  readonly indent: {
    /** From a list's number or bullet to its text. */
    readonly list: number;
    readonly quotation: number;
    readonly note: number;
    /** From the label of enclosures or copies to what it announces. */
    readonly closing: number;
    /** Of an address line's second and further lines. */
    readonly hanging: number;
  };
  /** The inside address on the left, date and reference on the right. */
  readonly addressWidth: number;
  readonly dateWidth: number;
  /** Undefined: the inside address stands below the letterhead, wherever that ends. */
  readonly window: EnvelopeWindow | undefined;
  /** Length of the rule above the notes. */
  readonly notesRuleLength: number;
  readonly signature: {
    /** For a hand to sign in. */
    readonly room: number;
    readonly ruleToName: number;
    readonly betweenColumns: number;
    readonly betweenRanks: number;
    readonly widestColumn: number;
    readonly mostColumns: number;
  };
}

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

/** The stylesheet as letters in Arabic need it. An address stays as high as the window that it is seen through. */
export function withNaskhLeading(stylesheet: Stylesheet): Stylesheet {
  const styles = Object.entries(stylesheet.styles).map(([name, style]) => {
    const isInWindow = name === 'address' && stylesheet.window !== undefined;
    return [name, isInWindow ? style : { ...style, leading: style.leading * stylesheet.naskhLeading }] as const;
  });
  return { ...stylesheet, styles: Object.fromEntries(styles) as Stylesheet['styles'] };
}
