import type { Language } from '../model/language.ts';
import { familyName, type Gender, type Holder } from '../model/recipient.ts';

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

/** A plain form that was chosen for an addressee. */
export interface ChosenPlainForm extends PlainForm {
  /** The line of the inside address with the name; undefined for an office, whose title takes its place. */
  readonly envelope: string | undefined;
  /** Whether the salutation does without an honorific that belongs into it. */
  readonly lacksHonorific: boolean;
}

/** The line of the inside address for a person with an honorific of which the language knows no salutation. */
const HONORIFIC_ENVELOPE = '{honorific} {name}';

/** Chooses the plain form for a person or, if there is none, for an office. */
export function choosePlainForm(forms: PlainForms, holder: Holder | undefined, language: Language): ChosenPlainForm {
  if (holder === undefined) return { ...forms.office, envelope: undefined, lacksHonorific: false };
  const { familySalutation, withHonorific, courtesyTitles, ...form } = forms.person[holder.gender];
  const hasFamily = familyName(holder, language) !== undefined;
  const honorific = holder.honorific?.replace(/\.$/u, '');
  if (honorific === undefined || courtesyTitles.includes(honorific)) {
    const salutation = (hasFamily ? familySalutation : undefined) ?? form.salutation;
    // A form without a courtesy title on the envelope prints that of the profile.
    const envelope = honorific !== undefined && form.envelope === '{name}' ? HONORIFIC_ENVELOPE : form.envelope;
    return { ...form, envelope, salutation, lacksHonorific: false };
  }
  if (withHonorific !== undefined && forms.honorifics.includes(honorific)) {
    const salutation = hasFamily ? withHonorific.familySalutation : withHonorific.salutation;
    return { ...form, envelope: withHonorific.envelope, salutation, lacksHonorific: false };
  }
  // A courtesy title beside another honorific may be wrong, as in "Dear Mr Smith" for Sir John Smith. A salutation
  // without a name needs no honorific, unless it is a courtesy title that contradicts the gender.
  const isOfAnotherGender = Object.values(forms.person).some((other) => other.courtesyTitles.includes(honorific));
  const lacksHonorific = form.salutation.includes('{') || isOfAnotherGender;
  return { ...form, envelope: HONORIFIC_ENVELOPE, lacksHonorific };
}
