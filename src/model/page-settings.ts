import type { FontSettings } from './font-settings.ts';

/** The size of the sheet: A4 of ISO 216, or US Letter (8.5 by 11 inches). */
export type Paper = 'a4' | 'us-letter';

/** The name of a preset: the layout of pages for a kind of envelope. */
export type PresetName = 'international' | 'din-5008-a' | 'din-5008-b' | 'us-10' | 'uk-dl' | 'fr' | 'ch';

/** The side of the envelope on which its window is, as it lies before the sender. It is the same in every script. */
export type WindowSide = 'left' | 'right';

/** What a letter may choose with a preset. */
export interface PresetChoices {
  /** The papers that the preset is made for. */
  readonly papers: readonly [Paper, ...Paper[]];
  /** The sides on which its envelopes have their windows, the usual one first; none if they have no window. */
  readonly windows: readonly WindowSide[];
  /**
   * Whether references and date are an information block as in DIN 5008: each has a label, and the date is the last. The
   * standard has no place there: a letter with a place has its date before the references, as in the other presets.
   */
  readonly hasInformationBlock: boolean;
}

/** The presets. */
export const PRESETS: Readonly<Record<PresetName, PresetChoices>> = {
  international: { papers: ['a4', 'us-letter'], windows: [], hasInformationBlock: false },
  'din-5008-a': { papers: ['a4'], windows: ['left'], hasInformationBlock: true },
  'din-5008-b': { papers: ['a4'], windows: ['left'], hasInformationBlock: true },
  'us-10': { papers: ['us-letter'], windows: ['left'], hasInformationBlock: false },
  'uk-dl': { papers: ['a4'], windows: ['left'], hasInformationBlock: false },
  fr: { papers: ['a4'], windows: ['right'], hasInformationBlock: false },
  ch: { papers: ['a4'], windows: ['right', 'left'], hasInformationBlock: false },
};

/** The least `bottom` of a stylesheet (see `PageMeasures`), in points. */
export const LEAST_BOTTOM = 600;

/** The greatest `bottom` on each paper, in points: the text ends above the folio (page number). */
export const GREATEST_BOTTOM: Readonly<Record<Paper, number>> = { a4: 785, 'us-letter': 735 };

/** The greatest `measure` of a stylesheet (see `PageMeasures`), in points. */
export const GREATEST_MEASURE = 428;

/** The least ratio of leading to font size. Below it, ascenders and descenders of adjacent lines can touch. */
export const LEAST_LEADING_RATIO = 1.15;

/** The font size and the leading (distance between baselines) of a text, in points. */
export interface TextMeasures {
  readonly size: number;
  readonly leading: number;
}

/** Measures in points that replace those of the preset. A measure that is left out keeps the preset's value. */
export interface PageMeasures {
  /** The distance from the left edge of the sheet to the text. */
  readonly left?: number;
  /** The maximum width of a line. */
  readonly measure?: number;
  /** The distance from the top edge of the sheet to the start of the text, on pages after the first. */
  readonly top?: number;
  /** The distance from the top edge of the sheet to the end of the text and of the notes, on every page. */
  readonly bottom?: number;
  /** The measures of the body, and of all parts that are set like it. */
  readonly text?: TextMeasures;
  /** The measures of footnotes. */
  readonly notes?: TextMeasures;
  /** The space between paragraphs. */
  readonly paragraphs?: number;
  /** The space for a handwritten signature. */
  readonly signature?: number;
}

/** The layout of pages: a preset, and the letter's changes to it. */
export interface PageSettings {
  readonly preset: PresetName;
  /** The paper; if left out, that of the preset, or else that of the letter's language (`paperOf`). */
  readonly paper?: Paper;
  /** The side of the window. If left out, it is the usual one of the preset. */
  readonly window?: WindowSide;
  /** Whether running text is justified. If left out, the preset decides. */
  readonly justify?: boolean;
  /** The measures that differ from those of the preset. */
  readonly stylesheet?: PageMeasures;
  /** The font files of the letter. If left out, all fonts are those of demarche. */
  readonly fonts?: FontSettings;
}

/** Returns the paper of letters in a language, whose own paper is `languagePaper`. */
export function paperOf({ preset, paper }: PageSettings, languagePaper: Paper): Paper {
  const { papers } = PRESETS[preset];
  return paper ?? (papers.includes(languagePaper) ? languagePaper : papers[0]);
}
