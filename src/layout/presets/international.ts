import type { Colour } from '../../model/page.ts';
import type { SheetSize, Stylesheet, TextStyle } from '../stylesheet.ts';
import type { VerticalSpace } from '../vertical-space.ts';

const INK: Colour = [0, 0, 0];
const GREY: Colour = [0.32, 0.32, 0.32];
/** The contrast on white is at least 10:1. */
const NAVY: Colour = [0.06, 0.16, 0.36];
const WARNING_RED: Colour = [0.56, 0.06, 0.08];

/** The faces of a text style. A family without an italic or a bold cut uses its other faces instead. */
type FaceFamily = Pick<TextStyle, 'regular' | 'italic' | 'bold' | 'boldItalic'>;
const SERIF: FaceFamily = {
  regular: 'serif',
  italic: 'serif-italic',
  bold: 'serif-bold',
  boldItalic: 'serif-bold-italic',
};
const SERIF_BOLD: FaceFamily = { ...SERIF, regular: 'serif-bold', italic: 'serif-bold-italic' };
const SANS: FaceFamily = { regular: 'sans', italic: 'sans', bold: 'sans-bold', boldItalic: 'sans-bold' };
const SANS_BOLD: FaceFamily = { ...SANS, regular: 'sans-bold', italic: 'sans-bold' };

function createTextStyle(family: FaceFamily, size: number, leading: number, colour: Colour = INK): TextStyle {
  return { ...family, size, leading, colour };
}

/** The measure (width of the text), in points. */
const MEASURE = 384;
/** The leading of the body, in points. */
const LEADING = 15;

/** The least and the most of a space that gives, as shares of its natural length. */
const GIVE = { least: 0.6, most: 4 / 3 };

function createSpace(natural: number): VerticalSpace {
  return { natural, least: natural * GIVE.least, most: natural * GIVE.most };
}

/** The distances from the bottom of the sheet to the end of the text and to the baseline of the folio, in points. */
const FROM_BOTTOM = { text: 71.89, folio: 37.89 };

/**
 * Creates the stylesheet of the preset "international" for a sheet: the inside address at the top left, no fold marks,
 * the text in the middle. The measure holds about 73 characters; vertical spaces are mostly fractions of the leading.
 */
export function createInternationalStylesheet(sheet: SheetSize): Stylesheet {
  return { ...COMMON_STYLES, ...placesOn(sheet) };
}

/** Returns the measures that depend on the sheet, rounded to a hundredth of a point. */
function placesOn(sheet: SheetSize): Pick<Stylesheet, 'sheet' | 'leftMargin' | 'textBottom' | 'folioBaseline'> {
  const rounded = (points: number): number => Math.round(points * 100) / 100;
  return {
    sheet,
    leftMargin: rounded((sheet.width - MEASURE) / 2),
    textBottom: rounded(sheet.height - FROM_BOTTOM.text),
    folioBaseline: rounded(sheet.height - FROM_BOTTOM.folio),
  };
}

const COMMON_STYLES: Omit<Stylesheet, keyof ReturnType<typeof placesOn>> = {
  measure: MEASURE,
  justified: false,
  raggedZone: 48,
  minLastLineShare: 0.15,
  minLoneWordShare: 2 / 3,
  maxStretch: 1.25,
  maxExpansion: 0.02,
  noticeTop: 38,
  letterheadTop: 56,
  textTop: 92,
  styles: {
    notice: createTextStyle(SANS_BOLD, 8.5, 12, WARNING_RED),
    letterhead: createTextStyle(SANS_BOLD, 11, LEADING, NAVY),
    sender: createTextStyle(SANS, 8, 11, GREY),
    date: createTextStyle(SERIF, 10.5, LEADING),
    'return-line': createTextStyle(SANS, 6.5, 8.5),
    address: createTextStyle(SERIF, 10.5, LEADING),
    'address-small': createTextStyle(SANS, 9, 11),
    'address-least': createTextStyle(SANS, 8, 9.3),
    subject: createTextStyle(SERIF_BOLD, 12.5, 17),
    salutation: createTextStyle(SERIF, 10.5, LEADING),
    body: createTextStyle(SERIF, 10.5, LEADING),
    'heading-2': createTextStyle(SERIF_BOLD, 11.5, 17),
    'heading-3': createTextStyle(SERIF_BOLD, 10.5, LEADING),
    quotation: createTextStyle(SERIF, 10, 14),
    'table-head': createTextStyle(SERIF_BOLD, 9.5, 13),
    table: createTextStyle(SERIF, 9.5, 13),
    close: createTextStyle(SERIF, 10.5, LEADING),
    signature: createTextStyle(SERIF, 9.5, 13),
    'closing-label': createTextStyle(SERIF_BOLD, 9.5, 13),
    closing: createTextStyle(SERIF, 9.5, 13),
    note: createTextStyle(SERIF, 8.5, 11.5),
    'running-head': createTextStyle(SANS, 8, 12, GREY),
    folio: createTextStyle(SANS, 8, 12, GREY),
  },
  naskhScale: 1.15,
  naskhLeading: 1.15,
  leastLeading: 14 / 15,
  spareDepth: LEADING,
  linkColour: NAVY,
  markComma: { scale: 0.7, rise: 0.36 },
  rules: {
    notice: { thickness: 0.6, colour: WARNING_RED },
    letterhead: { thickness: 0.9, colour: NAVY },
    table: { thickness: 0.5, colour: INK },
    tableRow: { thickness: 0.25, colour: GREY },
    break: { thickness: 0.5, colour: INK },
    signature: { thickness: 0.5, colour: INK },
    notes: { thickness: 0.5, colour: INK },
  },
  space: {
    noticeToRule: 4,
    noticeToRunningHead: 9,
    runningHeadToText: 14,
    addresseeToDate: 18,
    noticeToLetterhead: 24,
    logoToLetterhead: 6,
    letterheadToSender: 2,
    letterheadToRule: 5,
    letterheadToAddress: 24,
    markingToAddress: LEADING / 2,
    addressToSubject: createSpace(30),
    subjectToSalutation: createSpace(LEADING),
    paragraphs: createSpace(LEADING / 2),
    beforeHeading: createSpace(LEADING),
    afterHeading: createSpace(LEADING / 4),
    orderedItems: createSpace(LEADING / 2),
    bulletItems: createSpace(LEADING / 4),
    betweenColumns: 14,
    aboveCells: 3,
    belowCells: 3,
    aroundBreak: createSpace(LEADING),
    beforeClosing: createSpace(LEADING),
    betweenClosings: createSpace(LEADING / 3),
    afterClosingLabel: 6,
    beforeNotes: 10,
    notesRule: 5,
    notes: 2.5,
  },
  minColumnWidth: 180,
  indent: { list: 22, quotation: 22, note: 16, closing: 72, hanging: 12 },
  addressWidth: 248,
  dateWidth: 124,
  window: undefined,
  breakLength: 96,
  notesRuleLength: 96,
  signature: {
    handwritingHeight: 44,
    ruleToName: 3,
    betweenColumns: 18,
    betweenRanks: 10,
    maxColumnWidth: 183,
    maxColumns: 3,
    minListColumnWidth: 110,
    aboveList: 12,
    betweenListed: 7,
    betweenGroups: 14,
  },
};
