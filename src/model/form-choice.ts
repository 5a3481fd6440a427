import type { FormOfAddress, FormsOfAddress } from './form-of-address.ts';
import { type Language, inLanguage } from './language.ts';
import type { Gender, Recipient } from './recipient.ts';

/**
 * Which form of address a letter uses: one of the campaign, the plain form of the language, or none, because nothing
 * declares the rank.
 */
export type FormChoice =
  | {
      readonly kind: 'campaign';
      readonly rank: string;
      /** The gender for which the form is: `unknown` if the rank has none for the gender of the holder. */
      readonly gender: Gender;
      readonly form: FormOfAddress;
    }
  /** `rank`: that of the office, for which the campaign has a form in another language; undefined if it has none. */
  | { readonly kind: 'plain'; readonly rank: string | undefined }
  | { readonly kind: 'undeclared'; readonly rank: string };

/**
 * Chooses the form of address of a recipient in a language. A rank must be declared: by the forms of the campaign in
 * the language if there are some, and otherwise by those in any language, so that a misspelt rank never gets the plain
 * form.
 */
export function chooseForm(
  forms: Readonly<Record<Language, FormsOfAddress>>,
  { office, holder }: Pick<Recipient, 'office' | 'holder'>,
  language: Language,
): FormChoice {
  const rank = office?.rank;
  if (rank === undefined) return { kind: 'plain', rank };
  const formsOfLanguage = inLanguage(forms, language);
  if (formsOfLanguage === undefined) {
    const isDeclared = Object.values(forms).some(({ ranks }) => ranks.has(rank));
    return isDeclared ? { kind: 'plain', rank } : { kind: 'undeclared', rank };
  }
  const byGender = formsOfLanguage.ranks.get(rank);
  if (byGender === undefined) return { kind: 'undeclared', rank };
  const gender = holder?.gender ?? 'unknown';
  const form = byGender[gender];
  return form === undefined
    ? { kind: 'campaign', rank, gender: 'unknown', form: byGender.unknown }
    : { kind: 'campaign', rank, gender, form };
}
