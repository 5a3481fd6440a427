import type { LetterSettings, WordingRule } from './campaign.ts';
import type { Language } from './language.ts';
import type { Recipient, Skip } from './recipient.ts';
import type { State } from './state.ts';

/** The wording of one text, and the rule that chose it. */
export interface Choice {
  /** The template's key: `demands/observers/submit`. */
  readonly text: string;
  readonly wording: string;
  readonly rule: WordingRule;
}

/** A demand in the place it has in this letter. */
export interface ChosenDemand extends Choice {
  readonly id: string;
  /** Numbers in the published letter: its own, then of those it carries. */
  readonly numbers: readonly number[];
  /** The demands it also carries. */
  readonly carries: readonly string[];
  /** Keys of sources: its own, joined with those of the demands it carries. */
  readonly sources: readonly string[];
}

/** A passage of the letter; left out of this recipient's when no rule holds. */
export interface ChosenPassage {
  readonly id: string;
  readonly choice: Choice | undefined;
}

/** Who is written to, in which language. */
export interface Addressing {
  readonly recipient: Recipient;
  readonly state: State | undefined;
  readonly language: Language;
}

/** Who gets what, in which language, and why. No text has been read for it. */
export interface Selection extends Addressing {
  readonly letter: LetterSettings;
  readonly body: Choice;
  readonly demands: readonly ChosenDemand[];
  readonly passages: readonly ChosenPassage[];
}

/** The texts that a selection chose, in the order of the letter. */
export function choicesOf({ body, passages, demands }: Selection): readonly Choice[] {
  return [body, ...passages.flatMap(({ choice }) => choice ?? []), ...demands];
}

/** What a recipient gets from a letter: the letter, or nothing and why. */
export type Target =
  | { readonly kind: 'letter'; readonly selection: Selection }
  | { readonly kind: 'skipped'; readonly addressing: Addressing; readonly skip: Skip }
  | { readonly kind: 'not-addressed'; readonly recipient: Recipient };

/** The recipient of whatever it gets. */
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
