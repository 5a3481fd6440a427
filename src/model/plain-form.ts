import type { Gender } from './recipient.ts';

/**
 * A plain form of address: the words with which a language addresses any person or office correctly, if the campaign
 * has no form of its own. Each text is a pattern, in which `{name}`, `{family}` and `{honorific}` stand for values of
 * the profile. A value is printed as the profile has it and never inflected, so that a pattern has it only where the
 * language leaves it as it is.
 */
export interface PlainForm {
  readonly salutation: string;
  /** How a text addresses the recipient, as the subject of a sentence: "you". */
  readonly inText: string;
  readonly close: string;
  /** Where the form was found, or that no source was found for it; never printed in a letter. */
  readonly source: string;
}

/** The plain forms for persons of one gender. `salutation` is for a person of whom no family name is known. */
export interface PlainFormOfPerson extends PlainForm {
  /** The line of the inside address with the name. */
  readonly envelope: string;
  /** The salutation by family name; undefined if the language greets without it, or would have to inflect it. */
  readonly familySalutation: string | undefined;
  /** Courtesy titles, without a full stop, that this form has itself or can do without: "Mme" for a woman. */
  readonly courtesyTitles: readonly string[];
  /** The texts for a person with one of the `honorifics`; undefined if there are none. */
  readonly withHonorific:
    { readonly envelope: string; readonly salutation: string; readonly familySalutation: string } | undefined;
}

/** The plain forms of address of a language. */
export interface PlainForms {
  /**
   * The form for an office whose holder is not named, and for an addressee of whom nothing is known. It does not greet
   * by the title, because a title may be that of a person or of a body, and may need an article or another case.
   */
  readonly office: PlainForm;
  /** The form for a person, by gender. */
  readonly person: Readonly<Record<Gender, PlainFormOfPerson>>;
  /** The honorifics that a salutation can use, without a full stop: "Dr". Empty if none are certain. */
  readonly honorifics: readonly string[];
}
