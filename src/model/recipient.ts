import type { Day, Period } from './date.ts';
import type { FieldValues } from './field.ts';
import { ALL_LANGUAGES, type InLanguages, type Language, type Localised, inLanguage, lookupTags } from './language.ts';
import type { Span } from './span.ts';

/** The grammatical gender of a holder, as the profile states it. It is never inferred from a name. */
export type Gender = 'f' | 'm' | 'unknown';

/** All genders, in the order in which messages list them. */
export const GENDERS: readonly Gender[] = ['f', 'm', 'unknown'];

/** The office that a letter is addressed to. */
export interface Office {
  readonly title: Localised;
  /** The rank of the office, which selects the form of address of the campaign; undefined if it gets the plain form. */
  readonly rank?: string;
}

/** The person in the office, for the period in office. Name and honorific are printed as in the profile. */
export interface Holder extends Period {
  readonly name: string;
  readonly honorific?: string;
  /** The family name, which is never taken from `name`. */
  readonly family?: Localised;
  readonly gender: Gender;
  readonly span: Span;
}

/** Returns the holder's name, preceded by the honorific if there is one. */
export function holderName({ honorific, name }: Holder): string {
  return honorific === undefined ? name : `${honorific} ${name}`;
}

/** Returns the holder's family name in a language; undefined if the profile has none. */
export function familyName({ family }: Holder, language: Language): string | undefined {
  return family && inLanguage(family, language);
}

/** Where an e-mail has an address: among those to whom it is, or among those who get a copy (RFC 5322, 3.6.3). */
export type ChannelUse = 'to' | 'cc';

/** All uses of an e-mail address; the first is that of an address without one. */
export const CHANNEL_USES: readonly [ChannelUse, ...ChannelUse[]] = ['to', 'cc'];

/** An e-mail address of the recipient. It is for the dispatch sheet and for drafts, and never printed in a letter. */
export interface Channel {
  readonly email: string;
  readonly use: ChannelUse;
  readonly purpose?: string;
  /** Where the address was found; never printed. */
  readonly source?: string;
}

/** A person or office that gets a copy: the name that the letter lists, and the e-mail address, which it never prints. */
export interface Copy {
  readonly name: Localised;
  readonly email?: string;
}

/** An instruction in a profile to make no letters for the recipient during a period, and the reason for it. */
export interface Skip extends Period {
  readonly reason: string;
  readonly span: Span;
}

/** The lines of the inside address after those of the envelope: ministry, c/o, street, place, country. */
export interface PostalAddress {
  readonly lines: InLanguages<readonly string[]>;
  /** The language of the country of destination; undefined if it is the first of the lines, or not stated. */
  readonly language?: Language;
}

/**
 * Returns the lines of an address for a letter in a language: those in the language, else those in the language of the
 * country of destination. `language` is undefined if the language of the lines is not known.
 */
export function addressLinesFor({ lines, language: ofCountry }: PostalAddress, language: Language): AddressLines {
  const { [ALL_LANGUAGES]: forAll } = lines;
  if (forAll !== undefined) return { lines: forAll, language: ofCountry };
  const languages = [...lookupTags(language), ...(ofCountry === undefined ? [] : [ofCountry]), ...Object.keys(lines)];
  for (const candidate of languages) {
    const { [candidate]: found } = lines;
    if (found !== undefined) return { lines: found, language: candidate };
  }
  throw new Error('an address without lines passed validation');
}

/** The lines of an address for one letter, with their language. */
export interface AddressLines {
  readonly lines: readonly string[];
  readonly language: Language | undefined;
}

/** A recipient of letters: an office, its holder if the profile names one, or a person without an office. */
export interface Recipient {
  /** A unique name (`model/name.ts`), with which the names of output files begin. */
  readonly id: string;
  /** The names of the recipient's roles, which are the reasons why it is written to: `president`. There may be none. */
  readonly roles: readonly string[];
  /** The ISO 3166-1 alpha-2 code of the recipient's State; undefined for a recipient of no State. */
  readonly state?: string;
  /** The languages that the recipient reads, in order of preference; none if they are not known. */
  readonly languages: readonly Language[];
  /** Undefined for a person without an office. */
  readonly office?: Office;
  /** The person in the office, or the person to whom the letter goes if there is no office. */
  readonly holder?: Holder;
  /** `envelope`, `salutation` and `close` replace the same texts of the form of address, and are not templates. */
  readonly envelope?: InLanguages<readonly string[]>;
  readonly salutation?: Localised;
  readonly close?: Localised;
  /** How the running head names the addressee; undefined if it has the words of the inside address. */
  readonly short?: Localised;
  /** Undefined if the letter is not posted. */
  readonly address: PostalAddress | undefined;
  /**
   * The recipient's own reference and the sender's, which wins over that of the letter. They are printed as they are.
   */
  readonly reference?: { readonly yours?: Localised; readonly ours?: Localised };
  readonly channels: readonly Channel[];
  /** Those who get a copy of the letter, as it lists them under "Copy to". */
  readonly copies: readonly Copy[];
  /** The values of the fields that the campaign declares in `recipients/fields.yaml`. */
  readonly fields: FieldValues;
  /** Where the data of the profile were found; never printed. */
  readonly source?: string;
  /**
   * The day on which a person last checked the profile; false if the profile states that none has; undefined if it does
   * not say.
   */
  readonly verified: Day | false | undefined;
  readonly skip?: Skip;
  readonly span: Span;
}
