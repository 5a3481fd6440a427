import type { Day, Period } from './date.ts';
import type { Language, Localised } from './language.ts';
import type { Span } from './span.ts';

/** The grammatical gender of a holder, as the profile has it; never inferred. */
export type Gender = 'f' | 'm' | 'unknown';

/** The office that is written to. */
export interface Office {
  readonly title: Localised;
  /** Selects the form of address. */
  readonly rank: string;
}

/** The person in the office. Name and honorific are printed as they are; neither is inferred. */
export interface Holder extends Period {
  readonly name: string;
  readonly honorific?: string;
  readonly gender: Gender;
  readonly span: Span;
}

/** Returns the holder's name with its honorific. */
export function holderName({ honorific, name }: Holder): string {
  return honorific === undefined ? name : `${honorific} ${name}`;
}

/** An e-mail address of the recipient, for the dispatch sheet; never printed in a letter. */
export interface Channel {
  readonly email: string;
  readonly purpose: string;
  readonly source: string;
}

/** The reason why a recipient is not written to, and the period. */
export interface Skip extends Period {
  readonly reason: string;
  readonly span: Span;
}

/** A recipient of letters: an office, with its holder if known. */
export interface Recipient {
  /** Unique, of the characters `[a-z0-9-]`; the names of output files start with it. */
  readonly id: string;
  readonly roles: readonly string[];
  /** The code of its State (ISO 3166-1 alpha-2), if it has one. */
  readonly state?: string;
  /** In order of preference. */
  readonly languages: readonly Language[];
  readonly office: Office;
  readonly holder?: Holder;
  /** These three texts are printed as they are, and override the form of address. */
  readonly envelope?: Localised;
  readonly salutation?: Localised;
  readonly close?: Localised;
  /** The lines of the inside address after `envelope`, printed as they are: ministry, c/o, street, place, country. */
  readonly address: readonly string[];
  readonly channels: readonly Channel[];
  /** The other addressees of the letter ("Copy to"), as printed. */
  readonly copies: readonly Localised[];
  readonly source: string;
  /** The day on which a person checked the profile; undefined if it was not checked. */
  readonly verified: Day | undefined;
  readonly skip?: Skip;
  readonly span: Span;
}
