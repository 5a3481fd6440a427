import { fileKeyOf } from '../languages/language-words.ts';
import { conventionsOf, findLocaleData } from '../languages/languages.ts';
import type { Campaign } from '../model/campaign.ts';
import type { FormOfAddress } from '../model/form-of-address.ts';
import { type Language, inLanguage } from '../model/language.ts';
import { type LocaleData, NO_LOCALES } from '../model/locale-data.ts';
import type { PlainForm } from '../model/plain-form.ts';
import { sha256Of } from './content-hash.ts';

/** Returns the forms of address of the campaign in a language with their hashes. Empty if it has none in it. */
export function formsParts({ forms }: Campaign, language: Language): ReadonlyMap<string, string> {
  return new Map(
    [...(inLanguage(forms, language)?.ranks ?? [])].flatMap(([rank, byGender]) =>
      Object.entries(byGender).map(
        ([gender, form]) => [`forms/${rank}/${gender}`, sha256Of(printedForm(form))] as const,
      ),
    ),
  );
}

/** Returns the plain forms of address that letters in a language print, with their hashes. Empty if it has none. */
export function plainFormsParts({ locales }: Campaign, language: Language): ReadonlyMap<string, string> {
  const { plainForms } = conventionsOf(language, locales);
  if (plainForms === undefined) return new Map();
  const { office, person, honorifics } = plainForms;
  return new Map(
    Object.entries<PlainForm>({ office, ...person }).map(
      ([addressee, form]) => [`plain-forms/${addressee}`, sha256Of([printedPlainForm(form), honorifics])] as const,
    ),
  );
}

/**
 * Returns the words of a language that recipients read, with their hashes: each key of its file is a part. The sentence
 * of e-mails counts only if it is not that of the product, so that approvals of languages without one stay.
 */
export function languageParts(tag: Language, data: LocaleData): ReadonlyMap<string, string> {
  const isOwnSentence = data.attachedLetter !== findLocaleData(tag, NO_LOCALES)?.attachedLetter;
  const names = isOwnSentence ? [...FINAL_WORDS, 'attachedLetter' as const] : FINAL_WORDS;
  return new Map(names.map((name) => [`languages/${fileKeyOf(name)}`, sha256Of(data[name] ?? null)]));
}

/** The words of a language that a final letter can print. Its forms of address are approved for themselves. */
const FINAL_WORDS = [
  'months',
  'date',
  'firstDay',
  'placeAndDate',
  'numbers',
  'plural',
  'comma',
  'list',
  'quotationMarks',
  'pageOf',
  'labels',
  'onBehalfOf',
  'andOthers',
  'enclosures',
  'copies',
  'noteAbove',
  'demandNumbers',
  'translation',
  'linkDescription',
  'markDescription',
  'writingDirection',
  'thinSpaces',
  'noBreakSpaces',
] as const satisfies readonly (keyof LocaleData)[];

/** Returns what decides the words of a plain form: all of its fields but the source. */
function printedPlainForm(form: PlainForm): unknown {
  return Object.entries(form)
    .filter(([field]) => field !== 'source')
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function printedForm({ envelope, salutation, inText, close }: FormOfAddress): unknown {
  return [envelope, salutation, inText, close];
}
