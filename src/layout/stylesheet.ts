import type { Area, Colour, ProductFace } from '../model/page.ts';
import type { VerticalSpace } from './vertical-space.ts';

/** The faces, size, leading and colour of one kind of text. Lengths are in points. */
export interface TextStyle {
  readonly regular: ProductFace;
  readonly italic: ProductFace;
  readonly bold: ProductFace;
  readonly boldItalic: ProductFace;
  readonly size: number;
  /** The distance between the baselines of two lines. */
  readonly leading: number;
  readonly colour: Colour;
}

/** The kinds of text in a letter. Each has its own style. */
export type StyleName =
  | 'notice'
  | 'letterhead'
  | 'sender'
  | 'date'
  | 'return-line'
  | 'address'
  | 'address-small'
  | 'address-least'
  | 'subject'
  | 'salutation'
  | 'body'
  | 'heading-2'
  | 'heading-3'
  | 'quotation'
  | 'table-head'
  | 'table'
  | 'close'
  | 'signature'
  | 'closing-label'
  | 'closing'
  | 'note'
  | 'running-head'
  | 'folio';

/** The styles of display type, whose lines are about equally long. */
export const DISPLAY_STYLES: ReadonlySet<StyleName> = new Set(['subject', 'heading-2', 'heading-3']);

/**
 * The kinds of drawn lines. `table`: above and below its head and below its last row; `tableRow`: below the others;
 * `break`: a thematic break.
 */
export type RuleLineName = 'notice' | 'letterhead' | 'table' | 'tableRow' | 'break' | 'signature' | 'notes';

/** The look of a drawn line. */
export interface RuleLineStyle {
  /** The thickness in points. */
  readonly thickness: number;
  readonly colour: Colour;
}

/** The sizes in which the address is set in a window: the first in which it fits. */
export const ADDRESS_STYLES: readonly ['address', 'address-small', 'address-least'] = [
  'address',
  'address-small',
  'address-least',
];

/**
 * The window of an envelope and the parts of the first page whose positions depend on it. Lengths are in points; areas
 * count from the top left corner of the sheet, in right-to-left letters too, because the envelope is the same.
 */
export interface EnvelopeWindow {
  /** What the window can show of the sheet. Nothing but the return line and the address is in it. */
  readonly area: Area;
  /** The room for the return line and the address. The window shows all of it, wherever the sheet lies. */
  readonly addressArea: Area;
  /** The top of the address. An address that is too tall to begin there begins higher, with the return line above it. */
  readonly addressTop: number;
  /** The greatest height of the return line and the address with which the address is not set smaller. */
  readonly preferredHeight: number;
  /** The position and the width of the information block: the date and the references. */
  readonly information: { readonly x: number; readonly y: number; readonly width: number };
  /** The space from the bottom of the area to the subject. */
  readonly spaceBeforeSubject: number;
  /** The fold marks and the punch mark, at the left edge of the sheet. */
  readonly marks: readonly Area[];
  readonly markColour: Colour;
}

/** The size of a sheet, in points. */
export interface SheetSize {
  readonly width: number;
  readonly height: number;
}

/**
 * All lengths and styles of the pages of a letter. Lengths are in points; vertical positions count from the top of the
 * sheet.
 */
export interface Stylesheet {
  readonly sheet: SheetSize;
  /** The left margin. */
  readonly leftMargin: number;
  /** The width of the text. */
  readonly measure: number;
  /** Whether running text is justified; ragged otherwise. */
  readonly justified: boolean;
  /** By how much a ragged line of adjustment ratio 1 (the limit of a good line) is shorter than the measure. */
  readonly raggedZone: number;
  /**
   * The least width of the last line of a paragraph, as a share of its column. Line breaking avoids shorter ones, and one
   * that is a single word is reported.
   */
  readonly minLastLineShare: number;
  /**
   * The least width of a line inside a paragraph that is one word, as a share of its column. Line breaking avoids shorter
   * ones, which leave a conspicuous gap, and they are reported.
   */
  readonly minLoneWordShare: number;
  /**
   * The greatest stretch of the white space of a line, as a share of its natural width. A line that is stretched more
   * is reported as loose.
   */
  readonly maxStretch: number;
  /**
   * By how much the letters of a justified line may be wider or narrower than in the font, as a share of their width, so
   * that its white space is more even (font expansion, in pdfTeX).
   */
  readonly maxExpansion: number;
  /**
   * The top of the notice (the line that says that a letter is a draft or a translation). In a letter without one, the
   * top of the running head.
   */
  readonly noticeTop: number;
  /** The top of the letterhead in a letter without a notice. */
  readonly letterheadTop: number;
  /** The top of the text on all pages but the first. If the running head needs the room, the text begins lower. */
  readonly textTop: number;
  /** The bottom of the text and of the notes below it, on all pages. */
  readonly textBottom: number;
  /** By how much all pages of a letter may end lower, as their spaces shrink. */
  readonly spareDepth: number;
  /** The baseline of the folio (page number). */
  readonly folioBaseline: number;
  readonly styles: Readonly<Record<StyleName, TextStyle>>;
  /**
   * The ratio of the size of Naskh text to that of the text around it. Naskh is set larger because its glyphs look
   * smaller.
   */
  readonly naskhScale: number;
  /**
   * The factor by which letters in Arabic multiply the leading, because Naskh has tall ascenders and deep descenders.
   */
  readonly naskhLeading: number;
  /**
   * The least leading of running text (the body and its quotations), as a share of its leading. Lines come closer as the
   * spaces of a page shrink, and never part.
   */
  readonly leastLeading: number;
  readonly linkColour: Colour;
  /**
   * The comma between the marks of two notes: its size and its rise above the baseline, as shares of the size of the
   * text.
   */
  readonly markComma: { readonly scale: number; readonly rise: number };
  readonly rules: Readonly<Record<RuleLineName, RuleLineStyle>>;
  /**
   * The spaces between two parts. Only `betweenColumns`, that of the columns of a table, and `afterClosingLabel` are
   * horizontal. The vertical ones below the address give, so that letters fit their pages.
   */
  readonly space: {
    /** Between the notice and the rule lines above and below it. */
    readonly noticeToRule: number;
    readonly noticeToRunningHead: number;
    readonly runningHeadToText: number;
    readonly addresseeToDate: number;
    readonly noticeToLetterhead: number;
    readonly logoToLetterhead: number;
    readonly letterheadToSender: number;
    readonly letterheadToRule: number;
    readonly letterheadToAddress: number;
    /** Between the marking, the way of delivery, and the address below them. */
    readonly markingToAddress: number;
    readonly addressToSubject: VerticalSpace;
    readonly subjectToSalutation: VerticalSpace;
    readonly paragraphs: VerticalSpace;
    readonly beforeHeading: VerticalSpace;
    readonly afterHeading: VerticalSpace;
    readonly orderedItems: VerticalSpace;
    readonly bulletItems: VerticalSpace;
    readonly betweenColumns: number;
    /** Between the cells of a table and the rule lines above and below them. */
    readonly aboveCells: number;
    readonly belowCells: number;
    /** Above and below a thematic break. */
    readonly aroundBreak: VerticalSpace;
    readonly beforeClosing: VerticalSpace;
    readonly betweenClosings: VerticalSpace;
    /** The least space between the label of enclosures or copies and the list beside it. */
    readonly afterClosingLabel: number;
    /** Above the rule line of the notes. */
    readonly beforeNotes: number;
    /** Between the rule line and the first note. */
    readonly notesRule: number;
    /** Between two notes. */
    readonly notes: number;
  };
  /** The least width of the column in nested lists and quotations. */
  readonly minColumnWidth: number;
  readonly indent: {
    /** From the start of a list's number or bullet to its text; larger if a number is wider. */
    readonly list: number;
    /** On either side of a quotation. */
    readonly quotation: number;
    /** From the start of a note's number to its text. */
    readonly note: number;
    /** From the start of the label of enclosures or copies to the list beside it; larger if a label is wider. */
    readonly closing: number;
    /** The indent of all lines after the first of an address line, an enclosure or a copy. */
    readonly hanging: number;
  };
  /** The width of the inside address, at the start of the measure. It is used only without a window. */
  readonly addressWidth: number;
  /** The width of the date and the reference, at the end of the measure. It is used only without a window. */
  readonly dateWidth: number;
  /** The window of the envelope; undefined if there is none, so that the inside address follows the letterhead. */
  readonly window: EnvelopeWindow | undefined;
  /** The length of the rule line of a thematic break. */
  readonly breakLength: number;
  /** The length of the rule line above the notes. */
  readonly notesRuleLength: number;
  readonly signature: {
    /** The height of the space for a handwritten signature, above the rule line. */
    readonly handwritingHeight: number;
    readonly ruleToName: number;
    readonly betweenColumns: number;
    /** Between two ranks. A rank is a row of signatures side by side. */
    readonly betweenRanks: number;
    /** The greatest width of a signature. */
    readonly maxColumnWidth: number;
    /** The greatest number of signatures in a rank. */
    readonly maxColumns: number;
    /** The least width of a column in a list of many signatures. */
    readonly minListColumnWidth: number;
    /** Between the close and a list of signatures. */
    readonly aboveList: number;
    /** Between two ranks of a list. */
    readonly betweenListed: number;
    /** Between the groups of a list, above the heading of the second. */
    readonly betweenGroups: number;
  };
}
