import type { Condition } from './condition.ts';
import type { Period } from './date.ts';
import type { Span } from './span.ts';

/** The offices for which a condition holds have a power during a period. */
export interface Holding extends Period {
  readonly for: Condition;
  readonly span: Span;
}

/** A power: what an office can do by law or by practice, as asking a body for an act. */
export interface Power {
  readonly name: string;
  /** What an office with the power does, in one sentence. */
  readonly meaning: string;
  /** The rule that gives the power, as an article. */
  readonly source: string;
  /** Who holds it. One holding suffices. */
  readonly heldBy: readonly Holding[];
  readonly span: Span;
}

/** The word in the place of a power's name in `letter.yaml` that says that a demand needs none. */
export const NO_POWER = 'none';

/** The power that a wording states for one of the demands that it expresses. */
export interface StatedPower {
  /** The id of the demand: the wording's own, or one that it carries. */
  readonly demand: string;
  /** The name of the power, which need not be declared; undefined if the demand needs none ({@link NO_POWER}). */
  readonly power: string | undefined;
  readonly span: Span;
}

/** The powers that a campaign declares, by name. Without any, no demand is tested for its power. */
export type Powers = ReadonlyMap<string, Power>;
