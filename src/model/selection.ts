import type { DemandRule, LetterSettings, Signatory, WordingRule } from './campaign.ts';
import type { Language } from './language.ts';
import type { Recipient, Skip } from './recipient.ts';
import type { State } from './state.ts';

/** A wording that a rule selected for a recipient, and that rule. */
export interface Choice {
  /** The key of the wording's template: `demands/observers/submit`. */
  readonly text: string;
  /** The name of the wording: `submit`. */
  readonly wording: string;
  readonly rule: WordingRule;
}

/** A demand (what the letter asks the recipient to do) with its selected wording. */
export interface ChosenDemand extends Choice {
  readonly id: string;
  readonly rule: DemandRule;
  /** The numbers in the published letter: that of this demand, then those of the demands in `carries`. */
  readonly numbers: readonly number[];
  /** The ids of the other demands that the wording covers. */
  readonly carries: readonly string[];
  /** The keys of the sources of this demand and of the demands in `carries`. */
  readonly sources: readonly string[];
}

/** A passage (an optional part of the body) with its selected wording. */
export interface ChosenPassage {
  readonly id: string;
  /** Undefined if no rule of the passage holds, in which case the letter is made without it. */
  readonly choice: Choice | undefined;
}

/** A recipient, its State, and the language of the letter that it gets. */
export interface Addressing {
  readonly recipient: Recipient;
  readonly state: State | undefined;
  readonly language: Language;
}

/** The wordings that were selected for one edition (a recipient's letter in one language). */
export interface Selection extends Addressing {
  readonly letter: LetterSettings;
  readonly body: Choice;
  /** The text of the e-mail with which the letter is sent; undefined if no rule holds. The letter does not print it. */
  readonly cover: Choice | undefined;
  readonly demands: readonly ChosenDemand[];
  readonly passages: readonly ChosenPassage[];
  /** Those who sign the letter. */
  readonly signatories: readonly Signatory[];
}

/** Returns the choices of the texts that the letter prints: the body, its passages and the demands, in this order. */
export function choicesOf({ body, passages, demands }: Selection): readonly Choice[] {
  return [body, ...passages.flatMap(({ choice }) => choice ?? []), ...demands];
}

/** Returns the choices of all texts that the recipient reads: those of the letter, and the cover text. */
export function sentChoicesOf(selection: Selection): readonly Choice[] {
  return [...choicesOf(selection), ...(selection.cover === undefined ? [] : [selection.cover])];
}

/**
 * The result of the selection for a recipient. `letter`: the recipient gets a letter. `skipped`: a `skip` in its
 * profile is in force. `not-addressed`: the condition `to` of the letter does not hold for it.
 */
export type Target =
  | { readonly kind: 'letter'; readonly selection: Selection }
  | { readonly kind: 'skipped'; readonly addressing: Addressing; readonly skip: Skip }
  | { readonly kind: 'not-addressed'; readonly recipient: Recipient };

/** Returns the recipient of a target. */
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
