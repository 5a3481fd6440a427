import { conventionsOf } from '../languages/languages.ts';
import type { AddressWords } from '../model/address-words.ts';
import type { Campaign } from '../model/campaign.ts';
import { fault, type Diagnostic } from '../model/diagnostic.ts';
import { chooseForm } from '../model/form-choice.ts';
import { profileEcho, say } from '../model/message.ts';
import { type Localised, inLanguage } from '../model/language.ts';
import type { Addressing } from '../model/selection.ts';
import { type Outcome, settle } from '../model/outcome.ts';
import { fileStart } from '../model/span.ts';
import { createTextNode, type Text } from '../model/tree.ts';
import type { Templates } from '../template/parse-templates.ts';
import type { FormPart } from '../template/render-forms.ts';
import { createViewTexts, forLetter } from '../template/shapes.ts';
import { insideAddressOf } from './inside-address.ts';
import { plainAddressWords } from './plain-address.ts';
import { fillLine } from './fill-line.ts';

/**
 * The words and their faults. If nothing declares the rank of the office, a part that is not in the profile is empty.
 */
export interface AddressWordsResult {
  readonly words: AddressWords;
  readonly faults: readonly Diagnostic[];
}

/**
 * Renders the form of address of a recipient. Each part is taken from the profile, if the profile contains it, or
 * otherwise from the form of the campaign for the office's rank and the holder's gender, or from the plain form of the
 * language (`chooseForm`).
 */
export function renderAddressWords(
  campaign: Campaign,
  templates: Templates,
  addressing: Addressing,
): AddressWordsResult {
  const { recipient, language } = addressing;
  const faults: Diagnostic[] = [];
  const chosen = renderChosenForm(campaign, templates, addressing, faults);
  const verbatim = (texts: Localised | undefined): Text | undefined => {
    const words = inLanguage(texts ?? {}, language);
    return words === undefined ? undefined : createTextNode(words);
  };
  const words: AddressWords = {
    envelope:
      (recipient.envelope && inLanguage(recipient.envelope, language))?.map(createTextNode) ?? chosen.envelope(),
    salutation: verbatim(recipient.salutation) ?? chosen.salutation(),
    inText: chosen.inText(),
    close: verbatim(recipient.close) ?? chosen.close(),
  };
  return { words, faults };
}

/** Returns the lines of the inside address as texts. */
export function renderInsideAddress(
  campaign: Campaign,
  templates: Templates,
  addressing: Addressing,
): Outcome<readonly string[]> {
  const { words, faults } = renderAddressWords(campaign, templates, addressing);
  return settle(
    insideAddressOf(words, addressing).map(({ value }) => value),
    faults,
  );
}

/** The parts of a form of address, each rendered when it is called, so that parts that the profile has cause no fault. */
type LazyWords = { readonly [Part in keyof AddressWords]: () => AddressWords[Part] };

/** Returns the parts of the form of address that is chosen for the recipient. They add their faults to `faults`. */
function renderChosenForm(
  campaign: Campaign,
  templates: Templates,
  addressing: Addressing,
  faults: Diagnostic[],
): LazyWords {
  const { recipient, language } = addressing;
  const conventions = conventionsOf(language, campaign.locales);
  const choice = chooseForm(campaign.forms, recipient, language);
  if (choice.kind === 'plain') {
    const words = plainAddressWords(addressing, conventions);
    return {
      envelope: () => words.envelope,
      salutation: () => words.salutation,
      inText: () => words.inText,
      close: () => words.close,
    };
  }
  if (choice.kind === 'undeclared') {
    faults.push(missingFormFault(campaign, addressing, choice.rank));
    const nothing = createTextNode('');
    return { envelope: () => [nothing], salutation: () => nothing, inText: () => nothing, close: () => nothing };
  }
  const { form } = choice;
  const view = createViewTexts(templates.view.textRows, { campaign, selection: addressing, inText: '', date: '' });
  const renderLines = (part: FormPart): readonly Text[] => {
    const span = form.spans[part];
    const renderings = templates.forms.get(form)?.get(part);
    const rendered = renderings === undefined ? undefined : forLetter(renderings, view);
    if (rendered === undefined) throw new Error(`the form of address at ${span.file} was not read for all letters`);
    const { text } = rendered;
    return text
      .split('\n')
      .map((line) => fillLine({ ...rendered, text: line }, span, view, recipient, conventions, faults));
  };
  const renderPart = (part: FormPart): Text => renderLines(part)[0] ?? createTextNode('');
  return {
    // A line of values that the recipient lacks is left out, unless it is the only one.
    envelope: () => {
      const lines = renderLines('envelope');
      const printed = lines.filter(({ value }) => value !== '');
      return printed.length === 0 ? lines.slice(0, 1) : printed;
    },
    salutation: () => renderPart('salutation'),
    inText: () => renderPart('inText'),
    close: () => renderPart('close'),
  };
}

function missingFormFault(campaign: Campaign, { recipient, language }: Addressing, rank: string): Diagnostic {
  const file = inLanguage(campaign.forms, language)?.file;
  const related = file === undefined ? [] : [{ span: fileStart(file), message: say`the forms of address` }];
  const hint = say`Add the rank to the forms of address, or correct it in the profile.`;
  const message = say`there is no form of address for the rank ${profileEcho(rank)} in ${language}`;
  return fault('profile/no-form', recipient.span, message, { hint, related });
}
