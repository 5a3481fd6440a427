import type { Approvals } from './approval.ts';
import type { Condition } from './condition.ts';
import type { Day } from './date.ts';
import type { Editions } from './edition.ts';
import type { FormsOfAddress } from './form-of-address.ts';
import type { Language, Localised } from './language.ts';
import type { ClaimSource } from './source.ts';
import type { Span } from './span.ts';
import type { Register } from './state.ts';

/** The status of a letter. All but final ones carry a notice on every page. */
export type LetterStatus = 'specimen' | 'draft' | 'final';

/** The status of a letter's texts in one language. Approvals are separate: see `approvals.yaml`. */
export type LanguageStatus = 'original' | 'unchecked' | 'revised';

/** An organisation that signs. The person's name and title are printed only if they are given. */
export interface Signatory {
  readonly id: string;
  /** The name of the organisation. */
  readonly name: Localised;
  readonly person?: string;
  readonly title?: Localised;
}

/** A rule that selects a wording for the recipients that match a condition. */
export interface WordingRule {
  /** The name of the wording. */
  readonly use: string;
  readonly for: Condition;
  readonly span: Span;
}

/** A rule that selects a body, and with it the demands. */
export interface BodyRule extends WordingRule {
  /** The ids of the demands, in the order of the letter. */
  readonly demands: readonly string[];
}

/** A rule that selects a wording of a demand. */
export interface DemandRule extends WordingRule {
  /** The ids of other demands that the wording also expresses. */
  readonly with: readonly string[];
}

/** One demand of a letter, with the rules for its wordings. */
export interface Demand {
  readonly id: string;
  /** Its number in the published letter. */
  readonly number: number;
  /** The keys of the sources that support it. */
  readonly sources: readonly string[];
  readonly wordings: readonly DemandRule[];
  readonly span: Span;
}

/** An optional part of the body: a recipient for whom no rule holds does not get it. */
export interface Passage {
  readonly id: string;
  readonly wordings: readonly WordingRule[];
  readonly span: Span;
}

/** The font size, and the leading (distance of baselines), in points. */
export interface TextMeasures {
  readonly size: number;
  readonly leading: number;
}

/** A campaign's own measures, in points. Those that are left out have the preset's value. */
export interface PageMeasures {
  /** The distance from the left edge of the sheet to the text. */
  readonly left?: number;
  /** The width of lines. */
  readonly measure?: number;
  /** The distance from the top edge of the sheet to the start of the text, on pages after the first. */
  readonly top?: number;
  /** The distance from the top edge of the sheet to the end of the text, on pages after the first. */
  readonly bottom?: number;
  /** For the body, and all parts that are set like it. */
  readonly text?: TextMeasures;
  readonly notes?: TextMeasures;
  /** The space between paragraphs. */
  readonly paragraphs?: number;
  /** The space for a handwritten signature. */
  readonly signature?: number;
}

/** The layout of pages: a preset, and a campaign's changes to it. */
export interface PageSettings {
  readonly preset: 'international' | 'din-5008';
  /** Whether running text is justified; the preset's value if left out. */
  readonly justify?: boolean;
  readonly stylesheet?: PageMeasures;
}

/** The content of `letter.yaml`. */
export interface LetterSettings {
  /** The name of its folder under `templates/`. */
  readonly id: string;
  readonly status: LetterStatus;
  readonly statusSpan: Span;
  readonly date: Day;
  /** By status of the letter, the functions whose approval each text needs: `legal`, `signatory:id`. */
  readonly needs: Readonly<Record<string, readonly string[]>>;
  readonly languages: Readonly<Record<Language, LanguageStatus>>;
  /** Which recipients the letter is addressed to. */
  readonly to: Condition;
  readonly reference?: string;
  readonly signatories: readonly Signatory[];
  /** The keys of the sources that are enclosed. */
  readonly enclosures: readonly string[];
  readonly body: readonly BodyRule[];
  readonly demands: ReadonlyMap<string, Demand>;
  readonly passages: ReadonlyMap<string, Passage>;
  /** The name of the published letter that numbers the demands, as it is printed: "open letter". */
  readonly published?: Localised;
  /** The notice of a translation, by its language; replaces the default, which calls it a courtesy translation. */
  readonly edition?: Localised;
  readonly page: PageSettings;
  readonly span: Span;
}

/** The text of a template, and the path of its file. */
export interface TemplateFile {
  readonly file: string;
  readonly text: string;
}

/**
 * All templates of one language, by key: `body/president`, `demands/observers/submit`, `passages/thanks/signatory`,
 * `partials/who-we-are`.
 */
export type TemplateFiles = ReadonlyMap<string, TemplateFile>;

/** The validated data that all letters of one run share. */
export interface Campaign {
  readonly letter: LetterSettings;
  readonly editions: Editions;
  readonly sources: ReadonlyMap<string, ClaimSource>;
  readonly approvals: Approvals;
  readonly register: Register;
  readonly forms: Readonly<Record<Language, FormsOfAddress>>;
  readonly templates: Readonly<Record<Language, TemplateFiles>>;
}
