import type { Language } from '../model/language.ts';
import type { PlainForm, PlainForms } from '../model/plain-form.ts';
import { familyName, type Gender, GENDERS, type Holder } from '../model/recipient.ts';

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
  const lacksHonorific = form.salutation.includes('{') || gendersOfTitle(forms, honorific).length > 0;
  return { ...form, envelope: HONORIFIC_ENVELOPE, lacksHonorific };
}

/** Returns the genders of which an honorific is a courtesy title, with or without a full stop: `f` for "Mme". */
export function gendersOfTitle({ person }: PlainForms, honorific: string): readonly Gender[] {
  const title = honorific.replace(/\.$/u, '');
  return GENDERS.filter((gender) => person[gender].courtesyTitles.includes(title));
}
