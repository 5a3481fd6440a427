import type { Day, Period } from './date.ts';
import type { Language, Localised } from './language.ts';
import type { Span } from './span.ts';

/** Grammatical gender of a holder, as told; never guessed. */
export type Gender = 'f' | 'm' | 'unknown';

/** The office that is written to. `rank` chooses the form of address. */
export interface Office {
  readonly title: Localised;
  readonly rank: string;
}

/** The person in the office: verbatim, never guessed. */
export interface Holder extends Period {
  readonly name: string;
  readonly honorific?: string;
  readonly gender: Gender;
  readonly span: Span;
}

/** The holder's name with its honorific. */
export function holderName({ honorific, name }: Holder): string {
  return honorific === undefined ? name : `${honorific} ${name}`;
}

/** A way to reach the recipient, for the dispatch sheet; never printed in a letter. */
export interface Channel {
  readonly email: string;
  readonly purpose: string;
  readonly source: string;
}

/** Why, and for how long, a recipient is not written to. */
export interface Skip extends Period {
  readonly reason: string;
  readonly span: Span;
}

/** Somebody to whom a letter may go: an office, with its holder if known. */
export interface Recipient {
  /** `[a-z0-9-]`, unique; names the output. */
  readonly id: string;
  readonly roles: readonly string[];
  /** The code of its State, if it has one. */
  readonly state?: string;
  /** In order of preference. */
  readonly languages: readonly Language[];
  readonly office: Office;
  readonly holder?: Holder;
  /** Verbatim words win over those of `forms/`. */
  readonly envelope?: Localised;
  readonly salutation?: Localised;
  readonly close?: Localised;
  /** The inside address below the envelope line: ministry, c/o, street, place, country; printed as they are. */
  readonly address: readonly string[];
  readonly channels: readonly Channel[];
  /** Who gets a copy, as printed. */
  readonly copies: readonly Localised[];
  readonly source: string;
  /** The day on which a person checked it; undefined: nobody has. */
  readonly verified: Day | undefined;
  readonly skip?: Skip;
  readonly span: Span;
}
