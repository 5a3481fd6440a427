import { type Day, type Period, periodStatus } from './date.ts';
import type { Language } from './language.ts';
import type { Span } from './span.ts';

/** A State's names in one language. */
export interface StateNames {
  /** "Czechia". */
  readonly short: string;
  /** "the Czech Republic". */
  readonly formal: string;
  /** The short name as a genitive, with preposition and article: "of Czechia", « de l’Autriche ». */
  readonly of: string;
}

/**
 * A fact about a State: true or false, for a period, with a source. A fact that is not recorded is unknown, not false.
 */
export interface Fact extends Period {
  readonly name: string;
  readonly value: boolean;
  readonly source: string;
  readonly span: Span;
}

/** A State with its names and facts. */
export interface State {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly names: Readonly<Record<Language, StateNames>>;
  readonly facts: readonly Fact[];
  readonly span: Span;
}

/** A declared role. */
export interface Role {
  readonly name: string;
  /** Its explanation, in one sentence. */
  readonly meaning: string;
}

/** The declaration of a fact, which the facts of States refer to by name. */
export interface FactDeclaration {
  readonly name: string;
  readonly meaning: string;
  /** Whether all States for which it is true are recorded, so that it is false for all others. */
  readonly complete: boolean;
  /** The roles of the recipients to whom it may be mentioned; all if empty. */
  readonly concerns: readonly string[];
  readonly span: Span;
}

/** A State's membership of a group, for a period. */
export interface Membership extends Period {
  /** The code of the State. */
  readonly state: string;
  readonly source: string;
  readonly span: Span;
}

/** A group of States, each a member for a period: a Bureau, a Union, a Presidency. */
export interface Group {
  readonly name: string;
  readonly meaning: string;
  readonly members: readonly Membership[];
  readonly span: Span;
}

/** The register that `recipients/` declares for all profiles; States are by code, all else by name. */
export interface Register {
  readonly states: ReadonlyMap<string, State>;
  readonly roles: ReadonlyMap<string, Role>;
  readonly groups: ReadonlyMap<string, Group>;
  readonly facts: ReadonlyMap<string, FactDeclaration>;
}

/** Whether the State is a member of the group on that day; false if either is undefined. */
export function isMember(state: string | undefined, group: Group | undefined, day: Day): boolean {
  return group?.members.some((member) => member.state === state && periodStatus(member, day) === 'current') ?? false;
}
