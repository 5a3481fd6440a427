import type { Campaign } from '../model/campaign.ts';
import { fault, type Diagnostic } from '../model/diagnostic.ts';
import type { FormOfAddress } from '../model/form-of-address.ts';
import { fromProfile, say } from '../model/message.ts';
import type { Localised } from '../model/language.ts';
import type { Addressing } from '../model/selection.ts';
import { type Outcome, settle } from '../model/outcome.ts';
import { startOf } from '../model/span.ts';
import { doubledSpaces } from '../template/doubled-spaces.ts';
import { interpret } from '../template/interpret.ts';
import { plainTextOf } from '../template/rendered.ts';
import type { FormPart, Templates } from '../template/templates.ts';
import { namesIn, textsIn, VIEW_OF_FORMS, type ViewTexts } from '../template/view.ts';

/** How a recipient is addressed, in words. */
export type AddressWords = Readonly<Record<FormPart, string>>;

/** The words, and what is wrong with them; those that could not be had are blank. */
export interface Addressed {
  readonly words: AddressWords;
  readonly faults: readonly Diagnostic[];
}

/** The words of the profile where it has its own, else those of the form for the rank and the holder's gender. */
export function addressWords(campaign: Campaign, templates: Templates, selection: Addressing): Addressed {
  const { recipient, language } = selection;
  const faults: Diagnostic[] = [];
  const form = formFor(campaign, selection);
  if (form === undefined) {
    const { rank } = recipient.office;
    const file = campaign.forms[language]?.file;
    const related = file === undefined ? [] : [{ span: startOf(file), message: say`the forms of address` }];
    const hint = say`Add the rank to the forms of address, or correct it in the profile.`;
    const message = say`there is no form of address for the rank ${fromProfile(rank)} in ${language}`;
    faults.push(fault('profile/no-form', recipient.span, message, { hint, related }));
  }
  let view: ViewTexts | undefined;
  const wordsOf = (part: FormPart, own?: Localised): string => {
    const verbatim = own?.[language];
    if (verbatim !== undefined) return verbatim;
    if (form === undefined) return '';
    view ??= textsIn(VIEW_OF_FORMS, { campaign, selection, inText: '', date: '' });
    const outcome = fromForm(form, part, view, { campaign, templates, selection });
    faults.push(...outcome.faults);
    return outcome.words;
  };
  const words = {
    envelope: wordsOf('envelope', recipient.envelope),
    salutation: wordsOf('salutation', recipient.salutation),
    inText: wordsOf('inText'),
    close: wordsOf('close', recipient.close),
  };
  return { words, faults };
}

interface Basis {
  readonly campaign: Campaign;
  readonly templates: Templates;
  readonly selection: Addressing;
}

function formFor(campaign: Campaign, { recipient, language }: Addressing): FormOfAddress | undefined {
  const forms = campaign.forms[language]?.ranks.get(recipient.office.rank);
  return forms?.[recipient.holder?.gender ?? 'unknown'] ?? forms?.unknown;
}

/** The inside address: the envelope line, then the lines of the profile. */
export function insideAddress(
  campaign: Campaign,
  templates: Templates,
  addressing: Addressing,
): Outcome<readonly string[]> {
  const { words, faults } = addressWords(campaign, templates, addressing);
  return settle([words.envelope, ...addressing.recipient.address], faults);
}

function fromForm(
  form: FormOfAddress,
  part: FormPart,
  view: ViewTexts,
  { campaign, templates, selection }: Basis,
): { readonly words: string; readonly faults: readonly Diagnostic[] } {
  const template = templates.forms.get(form)?.[part];
  const span = form.spans[part];
  if (template === undefined) throw new Error(`the form of address at ${span.file} was not parsed`);
  const { recipient, language } = selection;
  const names = namesIn(VIEW_OF_FORMS, { campaign, language }, view);
  const { rendered, faults } = interpret(template, { names, recipient: recipient.id, partials: () => undefined });
  if (doubledSpaces(rendered.text).length > 0) {
    return { words: '', faults: [...faults, fault('text/working-note', span, say`two spaces in a row`)] };
  }
  const words = plainTextOf(rendered).trim();
  if (words !== '' || faults.length > 0) return { words, faults };
  return { words, faults: [fault('text/empty-part', span, say`this has no words for ${recipient.id}`)] };
}
