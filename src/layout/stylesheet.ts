import type { PageMeasures, PageSettings } from '../model/campaign.ts';
import type { Area, Colour, Face } from '../model/page.ts';
import { din5008 } from './din-5008.ts';
import { withMeasures } from './with-measures.ts';

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
export interface RuleStyle {
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
  readonly rules: Readonly<Record<'notice' | 'letterhead' | 'signature' | 'notes', RuleStyle>>;
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

const INK: Colour = [0, 0, 0];
const GREY: Colour = [0.32, 0.32, 0.32];
/** Dark enough for a contrast of 10:1 on white. */
const NAVY: Colour = [0.06, 0.16, 0.36];
const WARNING_RED: Colour = [0.56, 0.06, 0.08];

type Family = Pick<TextStyle, 'regular' | 'italic' | 'bold' | 'boldItalic'>;
const SERIF: Family = { regular: 'serif', italic: 'serif-italic', bold: 'serif-bold', boldItalic: 'serif-bold-italic' };
const SERIF_BOLD: Family = { ...SERIF, regular: 'serif-bold', italic: 'serif-bold-italic' };
const SANS: Family = { regular: 'sans', italic: 'sans', bold: 'sans-bold', boldItalic: 'sans-bold' };
const SANS_BOLD: Family = { ...SANS, regular: 'sans-bold', italic: 'sans-bold' };

function style(family: Family, size: number, leading: number, colour: Colour = INK): TextStyle {
  return { ...family, size, leading, colour };
}

const MEASURE = 384;
const LINE = 15;

/** A4, inside address top left, no marks for folding. A measure of some 73 characters; spaces are halves of a line. */
const international: Stylesheet = {
  sheet: { width: 595.28, height: 841.89 },
  left: 105.64,
  measure: MEASURE,
  justified: false,
  raggedZone: 48,
  shortestLastLine: 30,
  loosest: 1.25,
  noticeTop: 38,
  letterheadTop: 56,
  top: 92,
  bottom: 770,
  folio: 804,
  styles: {
    notice: style(SANS_BOLD, 8.5, 12, WARNING_RED),
    letterhead: style(SANS_BOLD, 11, LINE, NAVY),
    date: style(SERIF, 10.5, LINE),
    address: style(SERIF, 10.5, LINE),
    subject: style(SERIF_BOLD, 12.5, 17),
    salutation: style(SERIF, 10.5, LINE),
    body: style(SERIF, 10.5, LINE),
    'heading-2': style(SERIF_BOLD, 11.5, 17),
    'heading-3': style(SERIF_BOLD, 10.5, LINE),
    quotation: style(SERIF, 10, 14),
    close: style(SERIF, 10.5, LINE),
    signature: style(SERIF, 9.5, 13),
    'closing-label': style(SERIF_BOLD, 9.5, 13),
    closing: style(SERIF, 9.5, 13),
    note: style(SERIF, 8.5, 11.5),
    'running-head': style(SANS, 8, 12, GREY),
    folio: style(SANS, 8, 12, GREY),
  },
  naskhScale: 1.15,
  naskhLeading: 1.15,
  linkColour: NAVY,
  markComma: { scale: 0.7, rise: 0.36 },
  rules: {
    notice: { thickness: 0.6, colour: WARNING_RED },
    letterhead: { thickness: 0.9, colour: NAVY },
    signature: { thickness: 0.5, colour: INK },
    notes: { thickness: 0.5, colour: INK },
  },
  space: {
    noticeToRule: 4,
    noticeToRunningHead: 9,
    runningHeadToText: 14,
    addresseeToDate: 18,
    noticeToLetterhead: 24,
    letterheadToRule: 5,
    letterheadToAddress: 24,
    addressToSubject: 30,
    subjectToSalutation: LINE,
    paragraphs: LINE / 2,
    beforeHeading: LINE,
    afterHeading: LINE / 4,
    orderedItems: LINE / 2,
    bulletItems: LINE / 4,
    beforeClosing: LINE,
    betweenClosings: LINE / 3,
    beforeNotes: 10,
    notesRule: 5,
    notes: 2.5,
  },
  narrowestColumn: 180,
  indent: { list: 22, quotation: 22, note: 16, closing: 72, hanging: 12 },
  addressWidth: 248,
  dateWidth: 124,
  window: undefined,
  notesRuleLength: 96,
  signature: { room: 44, ruleToName: 3, betweenColumns: 18, betweenRanks: 10, widestColumn: 183, mostColumns: 3 },
};

const STYLESHEETS: Readonly<Record<PageSettings['preset'], Stylesheet>> = {
  international,
  'din-5008': din5008(international),
};

/** The measures of a preset, with those that a campaign has of its own. */
export function stylesheetFor(preset: PageSettings['preset'], own: PageMeasures = {}): Stylesheet {
  return withMeasures(STYLESHEETS[preset], own);
}

/** The stylesheet as letters in Arabic need it. An address stays as high as the window that it is seen through. */
export function withNaskhLeading(stylesheet: Stylesheet): Stylesheet {
  const styles = Object.entries(stylesheet.styles).map(([name, style]) => {
    const isInWindow = name === 'address' && stylesheet.window !== undefined;
    return [name, isInWindow ? style : { ...style, leading: style.leading * stylesheet.naskhLeading }] as const;
  });
  return { ...stylesheet, styles: Object.fromEntries(styles) as Stylesheet['styles'] };
}
