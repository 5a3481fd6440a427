import type { Approvals } from './approval.ts';
import type { Condition } from './condition.ts';
import type { Day } from './date.ts';
import type { Editions } from './edition.ts';
import type { FormsOfAddress } from './form-of-address.ts';
import type { Language, Localised } from './language.ts';
import type { ClaimSource } from './source.ts';
import type { Span } from './span.ts';
import type { Register } from './state.ts';

/** How far a letter has come. All but final say so on every page. */
export type LetterStatus = 'specimen' | 'draft' | 'final';

/** How far the texts of a language have come; what is approved stands in `approvals.yaml`. */
export type LanguageStatus = 'original' | 'unchecked' | 'revised';

/** Who signs. Name and title only if supplied. */
export interface Signatory {
  readonly id: string;
  /** The organisation. */
  readonly name: Localised;
  readonly person?: string;
  readonly title?: Localised;
}

/** Use this wording for those. */
export interface WordingRule {
  readonly use: string;
  readonly for: Condition;
  readonly span: Span;
}

/** A body, and the demands that follow from it, in this order. */
export interface BodyRule extends WordingRule {
  readonly demands: readonly string[];
}

/** A wording of a demand; `with` names the demands that it also carries. */
export interface DemandRule extends WordingRule {
  readonly with: readonly string[];
}

/** One thing asked for. */
export interface Demand {
  readonly id: string;
  /** Its number in the published letter. */
  readonly number: number;
  /** Keys of sources. */
  readonly sources: readonly string[];
  readonly wordings: readonly DemandRule[];
  readonly span: Span;
}

/** A part of the body that only some get. */
export interface Passage {
  readonly id: string;
  readonly wordings: readonly WordingRule[];
  readonly span: Span;
}

/** How large text is and how far its baselines are apart, in points. */
export interface TextMeasures {
  readonly size: number;
  readonly leading: number;
}

/** Measures of a campaign's own, in points; what is left out is as the preset has it. */
export interface PageMeasures {
  /** From the left edge of the sheet to the text. */
  readonly left?: number;
  /** How long lines may be. */
  readonly measure?: number;
  /** From the top edge to where text begins and ends on pages after the first. */
  readonly top?: number;
  readonly bottom?: number;
  /** The body, and all that is set like it. */
  readonly text?: TextMeasures;
  readonly notes?: TextMeasures;
  /** Room between paragraphs. */
  readonly paragraphs?: number;
  /** Room for a hand to sign in. */
  readonly signature?: number;
}

/** How the page looks. */
export interface PageSettings {
  readonly preset: 'international' | 'din-5008';
  /** Are the lines of running text as long as each other? Left out: as the preset has it. */
  readonly justify?: boolean;
  readonly stylesheet?: PageMeasures;
}

/** What `letter.yaml` says. */
export interface LetterSettings {
  /** The name of its folder under `templates/`. */
  readonly id: string;
  readonly status: LetterStatus;
  readonly statusSpan: Span;
  readonly date: Day;
  readonly needs: Readonly<Record<string, readonly string[]>>;
  readonly languages: Readonly<Record<Language, LanguageStatus>>;
  readonly to: Condition;
  readonly reference?: string;
  readonly signatories: readonly Signatory[];
  /** Keys of sources. */
  readonly enclosures: readonly string[];
  readonly body: readonly BodyRule[];
  readonly demands: ReadonlyMap<string, Demand>;
  readonly passages: ReadonlyMap<string, Passage>;
  /** What the demands' numbers count in, as a text names it: "open letter". */
  readonly published?: Localised;
  /** What a translation says it is, where it is not one made out of courtesy to its readers. */
  readonly edition?: Localised;
  readonly page: PageSettings;
  readonly span: Span;
}

/** A template as it was read. */
export interface TemplateFile {
  readonly file: string;
  readonly text: string;
}

/** All templates of one language, by key: `body/president`, `demands/observers/submit`, `passages/thanks/signatory`, `partials/who-we-are`. */
export type TemplateFiles = ReadonlyMap<string, TemplateFile>;

/** Everything that all letters of one run share, read and found sound. */
export interface Campaign {
  readonly letter: LetterSettings;
  readonly editions: Editions;
  readonly sources: ReadonlyMap<string, ClaimSource>;
  readonly approvals: Approvals;
  readonly register: Register;
  readonly forms: Readonly<Record<Language, FormsOfAddress>>;
  readonly templates: Readonly<Record<Language, TemplateFiles>>;
}
