import type { Approvals } from './approval.ts';
import type { Condition } from './condition.ts';
import type { Day } from './date.ts';
import type { Editions } from './edition.ts';
import type { FieldDeclarations } from './field.ts';
import type { FormsOfAddress } from './form-of-address.ts';
import type { Language, Localised } from './language.ts';
import type { LetterStatus } from './letter-status.ts';
import type { Locales } from './locale-data.ts';
import type { PageSettings } from './page-settings.ts';
import type { PictureFiles } from './picture-files.ts';
import type { Powers, StatedPower } from './power.ts';
import type { ClaimSource } from './source.ts';
import type { Letterhead, SignatureImage, OwnReference } from './letterhead.ts';
import type { Span } from './span.ts';
import type { Register } from './state.ts';

/**
 * The status of a letter's texts in one language. `original`: the language that the letter was written in. `unchecked`
 * and `revised`: a translation before and after a reader of the language has checked it. Approvals of single texts are
 * independent of it.
 */
export type LanguageStatus = 'original' | 'unchecked' | 'revised';

/** An organisation that signs the letter. The name and title of the person who signs for it are optional. */
export interface Signatory {
  readonly id: string;
  /** The name of the organisation. */
  readonly name: Localised;
  readonly person?: Localised;
  readonly title?: Localised;
  /** The person or office for which the person signs, with the article and in the case that the language needs. */
  readonly onBehalfOf?: Localised;
  /** The code of the State of the organisation (ISO 3166-1 alpha-2), whose short name letters print. */
  readonly state?: string;
  /** The words that letters print in the place of the name of a State: "International". Not beside a State. */
  readonly country?: Localised;
  /**
   * Whether the organisation clears texts for itself and for those without it: `needs: signatory` then asks only those
   * that have it.
   */
  readonly clears?: boolean;
  /** A picture of the signature, which is printed only where the signatory has approved all that the letter prints. */
  readonly image?: SignatureImage;
  /** The condition that holds for the recipients whose letters the organisation signs. */
  readonly for: Condition;
}

/**
 * The order of signatories in letters: as the file gives them, by the name of the organisation, or by the name of the
 * country and then of the organisation. Names are sorted in the language of the letter.
 */
export type SignatoryOrder = 'given' | 'name' | 'country';

/** A rule that selects a wording (one version of a text) for the recipients for whom a condition holds. */
export interface WordingRule {
  /** The name of the wording. */
  readonly use: string;
  readonly for: Condition;
  readonly span: Span;
}

/** A rule that selects a body, and the demands of the letter (what it asks the recipient to do). */
export interface BodyRule extends WordingRule {
  /** The ids of the demands, in the order in which the letter prints them. */
  readonly demands: readonly string[];
}

/** A rule that selects a wording of a demand. */
export interface DemandRule extends WordingRule {
  /** The ids of other demands that the wording covers, so that they are not printed separately. */
  readonly with: readonly string[];
  /**
   * The powers that an office needs to do what the wording asks, at most one for each demand: the wording's own and those
   * in `with`. A demand for which none is stated is not tested.
   */
  readonly powers: readonly StatedPower[];
  /** Why no power is needed, where the wording says so. */
  readonly because?: string;
}

/** Something that the letter asks the recipient to do, with the rules that select its wording. */
export interface Demand {
  readonly id: string;
  /** The number of the demand in the published letter. */
  readonly number: number;
  /** The keys of the sources that support the demand. */
  readonly sources: readonly string[];
  readonly wordings: readonly DemandRule[];
  readonly span: Span;
}

/** An optional part of the body. It is left out for recipients for whom no rule holds. */
export interface Passage {
  readonly id: string;
  readonly wordings: readonly WordingRule[];
  readonly span: Span;
}

/** The validated content of `letter.yaml`. */
export interface LetterSettings {
  /** The name of the letter's folder under `templates/`. */
  readonly id: string;
  readonly status: LetterStatus;
  readonly statusSpan: Span;
  /** The date of the letter, on which conditions and periods are evaluated. */
  readonly date: Day;
  /**
   * The functions (capacities, as `legal` or `signatory:<id>`) in which each text has to be approved, by the status of
   * the letter.
   */
  readonly needs: Readonly<Partial<Record<LetterStatus, readonly string[]>>>;
  /** The languages in which the letter has texts, with the status of the texts. */
  readonly languages: Readonly<Record<Language, LanguageStatus>>;
  /** Whether `letter.yaml` states the languages. Otherwise they are the folders that have texts. */
  readonly statesLanguages: boolean;
  /** The condition that holds for the recipients to whom the letter is addressed. */
  readonly to: Condition;
  readonly letterhead?: Letterhead;
  /** Where the letter is written, before its date. */
  readonly place?: Localised;
  readonly reference?: OwnReference;
  /** How the letter is to be treated: "Private and confidential". */
  readonly marking?: Localised;
  /** How the letter is sent: "By e-mail and by hand". */
  readonly delivery?: Localised;
  /** Those who sign, as the file gives them. Without any, there is no typed signature. */
  readonly signatories: readonly Signatory[];
  /** The order in which letters have them. */
  readonly signatoryOrder: SignatoryOrder;
  /** The keys of the sources that are enclosed. */
  readonly enclosures: readonly string[];
  /** The rules that select the body; the first whose condition holds applies. */
  readonly body: readonly BodyRule[];
  /** The rules that select the cover text of an e-mail; where none holds, it has a sentence of the language. */
  readonly cover: readonly WordingRule[];
  /** The demands, by id. */
  readonly demands: ReadonlyMap<string, Demand>;
  /** The passages, by id. */
  readonly passages: ReadonlyMap<string, Passage>;
  /** The id of the passage that follows the signatures. */
  readonly postScriptum?: string;
  /** What the published letter, in which the demands are numbered, is called: "open letter". */
  readonly published?: Localised;
  /** The notice on every page of a translation, in place of the default one, which calls it a courtesy translation. */
  readonly edition?: Localised;
  /** The code of the State from which the letters are posted: addresses in other States end with a country. */
  readonly home?: string;
  /** Phrases that are meant as they are, although they look like leftovers of a program or notes of a writer. */
  readonly meant: readonly string[];
  readonly page: PageSettings;
  readonly span: Span;
}

/** The unparsed text of a template, and the path of its file. */
export interface TemplateFile {
  readonly file: string;
  readonly text: string;
}

/**
 * All templates of one language, by key: `body/president`, `demands/observers/submit`, `passages/thanks/signatory`,
 * `cover/minister`, `partials/who-we-are`.
 */
export type TemplateFiles = ReadonlyMap<string, TemplateFile>;

/** The validated data that all letters of one run (one execution of a command) share. */
export interface Campaign {
  readonly letter: LetterSettings;
  readonly editions: Editions;
  /** The languages that the campaign brings, or has words of its own for. */
  readonly locales: Locales;
  /** The entries of `sources.yaml`, by key. */
  readonly sources: ReadonlyMap<string, ClaimSource>;
  readonly approvals: Approvals;
  readonly register: Register;
  /** The fields that profiles can have, by name. */
  readonly fields: FieldDeclarations;
  readonly powers: Powers;
  /** The forms of address, by language. */
  readonly forms: Readonly<Record<Language, FormsOfAddress>>;
  /** The templates of the letter, by language. */
  readonly templates: Readonly<Record<Language, TemplateFiles>>;
  /** The pictures that the letter names. */
  readonly pictures: PictureFiles;
}
