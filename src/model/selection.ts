import type { LetterSettings, WordingRule } from './campaign.ts';
import type { Language } from './language.ts';
import type { Recipient, Skip } from './recipient.ts';
import type { State } from './state.ts';

/** The wording that was selected for a text, and the rule that selected it. */
export interface Choice {
  /** The template's key: `demands/observers/submit`. */
  readonly text: string;
  readonly wording: string;
  readonly rule: WordingRule;
}

/** A demand of a recipient's letter, with its wording. */
export interface ChosenDemand extends Choice {
  readonly id: string;
  /** The numbers in the published letter: its own, then those of the demands that its wording also expresses. */
  readonly numbers: readonly number[];
  /** The ids of the other demands that its wording also expresses. */
  readonly carries: readonly string[];
  /** The keys of its sources and of those of the demands in `carries`. */
  readonly sources: readonly string[];
}

/** A passage of the letter, with its wording for a recipient. */
export interface ChosenPassage {
  readonly id: string;
  /** Undefined if no rule holds: the recipient does not get the passage. */
  readonly choice: Choice | undefined;
}

/** A recipient with its State, and the language of its edition. */
export interface Addressing {
  readonly recipient: Recipient;
  readonly state: State | undefined;
  readonly language: Language;
}

/** The wordings of one edition, and the rules that selected them. The templates are not parsed yet. */
export interface Selection extends Addressing {
  readonly letter: LetterSettings;
  readonly body: Choice;
  readonly demands: readonly ChosenDemand[];
  readonly passages: readonly ChosenPassage[];
}

/** Returns the selected wordings: of the body, of its passages, and of the demands. */
export function choicesOf({ body, passages, demands }: Selection): readonly Choice[] {
  return [body, ...passages.flatMap(({ choice }) => choice ?? []), ...demands];
}

/** The result of selecting for a recipient: a letter, or the reason why there is none. */
export type Target =
  | { readonly kind: 'letter'; readonly selection: Selection }
  | { readonly kind: 'skipped'; readonly addressing: Addressing; readonly skip: Skip }
  | { readonly kind: 'not-addressed'; readonly recipient: Recipient };

/** Returns the recipient of a target of any kind. */
export function recipientOf(target: Target): Recipient {
  switch (target.kind) {
    case 'letter':
      return target.selection.recipient;
    case 'skipped':
      return target.addressing.recipient;
    case 'not-addressed':
      return target.recipient;
  }
}
