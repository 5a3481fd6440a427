import { conventionsOf } from '../languages/languages.ts';
import { choosePlainForm, gendersOfTitle } from '../languages/plain-forms.ts';
import type { Campaign } from '../model/campaign.ts';
import { type Data, spanAt } from '../model/data.ts';
import { periodStatus } from '../model/date.ts';
import { type Diagnostic, fault, warning } from '../model/diagnostic.ts';
import { chooseForm } from '../model/form-choice.ts';
import { type Language, inLanguage, type Localised } from '../model/language.ts';
import { profileEcho, say } from '../model/message.ts';
import type { PlainForms } from '../model/plain-form.ts';
import type { Holder, Recipient } from '../model/recipient.ts';
import { didYouMeanHint, joinNames } from './hints.ts';

/**
 * Returns a fault if nothing declares the rank of the recipient, or if neither a form of address nor the profile has the
 * words that the letter needs. Returns warnings if the form of address leaves out what
 * the profile has: the rank, the name of the holder or the honorific.
 */
export function formFaults(
  recipient: Recipient,
  data: Data,
  campaign: Campaign,
  language: Language,
): readonly Diagnostic[] {
  const { holder, skip, envelope, salutation, close } = recipient;
  const ownEnvelope = envelope && inLanguage(envelope, language);
  const choice = chooseForm(campaign.forms, recipient, language);
  if (choice.kind === 'undeclared') return [undeclaredRankFault(choice.rank, data, campaign, language)];
  if (skip !== undefined && periodStatus(skip, campaign.letter.date) === 'current') return [];
  if (choice.kind === 'campaign') {
    const isNamed = holder === undefined || choice.gender === holder.gender || ownEnvelope !== undefined;
    return isNamed ? [] : [unnamedHolderWarning(choice.rank, holder, data, language)];
  }
  const { plainForms } = conventionsOf(language, campaign.locales);
  if (plainForms === undefined) return missingFormFaults(recipient, data, language);
  const isVerbatim =
    ownEnvelope !== undefined && [salutation, close].every((words) => hasVerbatimWords(words, language));
  return [
    ...(choice.rank === undefined || isVerbatim ? [] : [plainRankWarning(choice.rank, data, language)]),
    ...(holder === undefined || hasVerbatimWords(salutation, language)
      ? []
      : lostHonorificWarnings(holder, data, plainForms, language)),
  ];
}

/** The fault for a rank without a form in the language or, if the campaign has no forms in it, in any language. */
function undeclaredRankFault(rank: string, data: Data, { forms }: Campaign, language: Language): Diagnostic {
  const formsOfLanguage = inLanguage(forms, language);
  const declaringForms = formsOfLanguage === undefined ? Object.values(forms) : [formsOfLanguage];
  const declaredRanks = declaringForms.flatMap(({ ranks }) => [...ranks.keys()]);
  const message = say`the rank ${profileEcho(rank)} has no form of address in ${language}`;
  const remedy = say`add it to ${formsOfLanguage?.file ?? fileOfForms(language)}, or leave rank out: the letter then has the plain form of address`;
  const hint = didYouMeanHint(rank, declaredRanks, remedy);
  return fault('profile/no-form', spanAt(data, ['office', 'rank']), message, { hint });
}

/** Returns a fault if a language without plain forms meets a recipient that lacks a salutation or a close of its own. */
function missingFormFaults({ salutation, close }: Recipient, data: Data, language: Language): readonly Diagnostic[] {
  const missing = Object.entries({ salutation, close }).flatMap(([part, words]) =>
    hasVerbatimWords(words, language) ? [] : [part],
  );
  if (missing.length === 0) return [];
  const message = say`the profile has no ${joinNames(missing)} in ${language}, which has no plain forms of address`;
  const hint = say`write ${joinNames(missing.map((part) => `${part}: { ${language}: … }`))} into the profile; or write ${'plain-forms:'} for all recipients into ${`languages/${language}.yaml`}, or a form for the rank of the office into ${fileOfForms(language)}`;
  return [fault('profile/no-form', data.span, message, { hint })];
}

/** The warning for a rank that has a form in another language only, so that the letter has the plain form. */
function plainRankWarning(rank: string, data: Data, language: Language): Diagnostic {
  const message = say`the letter will have the plain form of address, none for the rank ${profileEcho(rank)}: the campaign has no forms in ${language}`;
  const hint = say`create ${fileOfForms(language)} with a form for the rank`;
  return warning('profile/no-form', spanAt(data, ['office', 'rank']), message, { hint });
}

/** The warning for a holder whom the letter does not name, because the rank has no form for the gender. */
function unnamedHolderWarning(rank: string, { name, gender }: Holder, data: Data, language: Language): Diagnostic {
  const message = say`the letter will not name ${profileEcho(name)}: the rank ${profileEcho(rank)} has only the form for unknown holders in ${language}`;
  const hint = say`add ${gender} to the rank in ${fileOfForms(language)}, or give the profile an envelope of its own`;
  return warning('profile/no-form', spanAt(data, ['holder']), message, { hint });
}

/** Returns a warning if the plain form greets the holder without the honorific. */
function lostHonorificWarnings(
  holder: Holder,
  data: Data,
  plainForms: PlainForms,
  language: Language,
): readonly Diagnostic[] {
  if (holder.honorific === undefined || !choosePlainForm(plainForms, holder, language).lacksHonorific) return [];
  const { honorifics } = plainForms;
  const known = honorifics.length === 0 ? say`none` : [...say`only `, ...joinNames(honorifics)];
  const message = say`the salutation will be without ${profileEcho(holder.honorific)}: the plain form of ${language} knows ${known}`;
  const [gender, ...otherGenders] = gendersOfTitle(plainForms, holder.honorific);
  const ownSalutation = say`give the profile a salutation of its own`;
  const hint =
    gender === undefined || otherGenders.length > 0
      ? ownSalutation
      : [...say`if the person is addressed so, write gender: ${gender}; otherwise `, ...ownSalutation];
  return [warning('profile/no-form', spanAt(data, ['holder', 'honorific']), message, { hint })];
}

/** Whether a profile has words of its own in a language. */
function hasVerbatimWords(words: Localised | undefined, language: Language): boolean {
  return words !== undefined && inLanguage(words, language) !== undefined;
}

/** Returns the path of the forms of address in a language, which the campaign may not have. */
function fileOfForms(language: Language): string {
  return `recipients/forms/${language}.yaml`;
}
