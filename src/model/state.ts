import { type Day, type Period, periodStatus } from './date.ts';
import type { Language } from './language.ts';
import type { Span } from './span.ts';

/** A State's names in one language: `Czechia`, `the Czech Republic`, `of Czechia` (« de l’Autriche »). */
export interface StateNames {
  readonly short: string;
  readonly formal: string;
  /** The short name with the preposition and article that a text needs after a noun. */
  readonly of: string;
}

/** Something recorded about a State: true or false, for a time, from a source. What is not recorded is not false. */
export interface Fact extends Period {
  readonly name: string;
  readonly value: boolean;
  readonly source: string;
  readonly span: Span;
}

/** A State with what is known of it. */
export interface State {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly names: Readonly<Record<Language, StateNames>>;
  readonly facts: readonly Fact[];
  readonly span: Span;
}

/** A declared role: what it is, in one sentence. */
export interface Role {
  readonly name: string;
  readonly meaning: string;
}

/** A declared fact. `complete`: every State for which it is true is recorded, so that silence means no. */
export interface FactDeclaration {
  readonly name: string;
  readonly meaning: string;
  readonly complete: boolean;
  /** The roles to whom it may be mentioned; none: all. */
  readonly concerns: readonly string[];
  readonly span: Span;
}

/** A State's membership of a group, for a time. */
export interface Membership extends Period {
  readonly state: string;
  readonly source: string;
  readonly span: Span;
}

/** States that belong together for a time: a Bureau, a Union, a Presidency. */
export interface Group {
  readonly name: string;
  readonly meaning: string;
  readonly members: readonly Membership[];
  readonly span: Span;
}

/** What `recipients/` declares for everybody: States, roles, groups, facts. */
export interface Register {
  readonly states: ReadonlyMap<string, State>;
  readonly roles: ReadonlyMap<string, Role>;
  readonly groups: ReadonlyMap<string, Group>;
  readonly facts: ReadonlyMap<string, FactDeclaration>;
}

/** Is the State a member of the group on that day? */
export function isMember(state: string | undefined, group: Group | undefined, day: Day): boolean {
  return group?.members.some((member) => member.state === state && periodStatus(member, day) === 'current') ?? false;
}
