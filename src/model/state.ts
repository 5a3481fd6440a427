import { type Day, type Period, periodStatus } from './date.ts';
import type { Language } from './language.ts';
import type { Span } from './span.ts';

/** A State's names in one language. */
export interface StateNames {
  /** The short name: "Czechia". */
  readonly short: string;
  /** The formal name, with its article: "the Czech Republic". */
  readonly formal: string;
  /** The short name as the complement of a noun, with preposition and article: "of Czechia", « de l’Autriche ». */
  readonly of: string;
}

/**
 * A recorded fact about a State: true or false during a period, with a source. A fact without a record is unknown
 * rather than false, unless its declaration is `complete`.
 */
export interface Fact extends Period {
  readonly name: string;
  readonly value: boolean;
  /** Where the fact was found. */
  readonly source: string;
  readonly span: Span;
}

/** A State with its names and facts. */
export interface State {
  /** The ISO 3166-1 alpha-2 code. */
  readonly code: string;
  readonly names: Readonly<Record<Language, StateNames>>;
  readonly facts: readonly Fact[];
  readonly span: Span;
}

/** A role of recipients, for which they are written to: a president, a member of a bureau. */
export interface Role {
  readonly name: string;
  /** An explanation of the role, in one sentence. */
  readonly meaning: string;
}

/** The declaration of a fact, which the facts of States refer to by name. */
export interface FactDeclaration {
  readonly name: string;
  /** An explanation of the fact, in one sentence. */
  readonly meaning: string;
  /** Whether the fact is recorded for all States for which it is true, so that it is false for all others. */
  readonly complete: boolean;
  /** The roles of the recipients whose letters may mention the fact. If empty, all letters may. */
  readonly concerns: readonly string[];
  readonly span: Span;
}

/** A State's membership of a group during a period. */
export interface Membership extends Period {
  /** The code of the State. */
  readonly state: string;
  readonly source: string;
  readonly span: Span;
}

/** A group of States, as a Bureau, a Union or a Presidency, with the period of each State's membership. */
export interface Group {
  readonly name: string;
  readonly meaning: string;
  readonly members: readonly Membership[];
  readonly span: Span;
}

/** The declarations in `recipients/` that all profiles share. States are keyed by code, all others by name. */
export interface Register {
  /** Whether `groups.yaml` has declarations. Each role of a profile must be among them then. */
  readonly hasDeclarations: boolean;
  readonly states: ReadonlyMap<string, State>;
  readonly roles: ReadonlyMap<string, Role>;
  readonly groups: ReadonlyMap<string, Group>;
  readonly facts: ReadonlyMap<string, FactDeclaration>;
}

/** Whether the State (a code) is a member of the group on the day; false if the State or the group is undefined. */
export function isMember(state: string | undefined, group: Group | undefined, day: Day): boolean {
  return group?.members.some((member) => member.state === state && periodStatus(member, day) === 'current') ?? false;
}
