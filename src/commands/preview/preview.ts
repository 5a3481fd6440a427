import type { Area } from '../../model/page.ts';

/** One letter that the preview can show. */
export interface PreviewChoice {
  /** The letter: a folder under `templates/`. */
  readonly letter: string;
  /** The recipient's id. */
  readonly id: string;
  readonly language: string;
}

/** A recipient in the list of the preview. */
export interface PreviewRecipient {
  readonly letter: string;
  readonly id: string;
  readonly roles: readonly string[];
  /** The name of the State; null if the recipient has none. */
  readonly state: string | null;
  readonly office: string | null;
  readonly holder: string | null;
  /** The languages in which the letter can be shown; the first is that in which the recipient is written to. */
  readonly languages: readonly string[];
  readonly outcome: 'letter' | 'skipped' | 'not-addressed' | 'fault';
  /** Why the recipient gets no letter; empty if it gets one. */
  readonly reason: string;
}

/** A fault or a warning, as the page prints it. */
export interface PreviewFault {
  readonly code: string;
  readonly severity: 'fault' | 'warning';
  readonly message: string;
  readonly hint: string | null;
  /** The path from the current folder, with line and column: `templates/open-letter/letter.yaml:12:3`; null if it is in no file. */
  readonly location: string | null;
  /** The lines of the file with a mark under the place; null if there are none. */
  readonly frame: string | null;
}

/** The state of the campaign: its recipients, and the faults and warnings of its files. */
export interface PreviewOverview {
  /** Counts the changes of the campaign that the preview has read. */
  readonly version: number;
  readonly campaign: string;
  /** Those of the last state without faults in shared files, if `diagnostics` has such a fault. */
  readonly recipients: readonly PreviewRecipient[];
  readonly diagnostics: readonly PreviewFault[];
}

/** A place on a page that can be clicked, and where its words come from. */
export interface PreviewPart {
  /** Counts from 0. */
  readonly page: number;
  readonly area: Area;
  /** The words that the page has of it, in reading order. */
  readonly words: string;
  /** What it is, in English: `demand observers`, `body`, `inside address`, `value state.names.short`. */
  readonly name: string;
  /** `block` for a paragraph or another part of the letter; `value` for a value inside one, which is shaded. */
  readonly kind: 'block' | 'value';
  /** The path of the file in which the words stand, with the line, to be copied; null if they are the product's. */
  readonly file: string | null;
  /** The wording: `submit`; null if the part has none. */
  readonly wording: string | null;
  /** The rule that chose the wording, in English, and where it stands (path with line). */
  readonly rule: { readonly text: string; readonly file: string } | null;
  /** Facts, groups and fields that the rule tests, and sources that the part cites: a label, the words, and the place. */
  readonly evidence: readonly { readonly label: string; readonly text: string; readonly file: string | null }[];
}

/** A letter on its pages. */
export interface PreviewLetter {
  readonly version: number;
  readonly choice: PreviewChoice;
  /** SVG documents, one a page. Empty if the letter has never been made, or the recipient gets none. */
  readonly pages: readonly string[];
  /** In points. */
  readonly sheet: { readonly width: number; readonly height: number } | null;
  readonly parts: readonly PreviewPart[];
  readonly diagnostics: readonly PreviewFault[];
  /** Whether the pages are those before the faults. */
  readonly isOld: boolean;
  /** Why there is no letter: the recipient is skipped or not addressed; null if there is one. */
  readonly reason: string | null;
}

/** A campaign that is shown, and read again when its files change. */
export interface Preview {
  readonly overview: () => Promise<PreviewOverview>;
  readonly letter: (choice: PreviewChoice) => Promise<PreviewLetter>;
  /** Calls the listener after each change of the campaign. Returns a function that removes the listener. */
  readonly onChange: (listener: (version: number) => void) => () => void;
  /** Resolves when the preview cannot go on, with the reason: the folder was deleted. */
  readonly ended: Promise<string>;
  readonly close: () => void;
}
