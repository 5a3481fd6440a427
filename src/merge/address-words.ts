import type { Campaign } from '../model/campaign.ts';
import { fault, type Diagnostic } from '../model/diagnostic.ts';
import type { FormOfAddress } from '../model/form-of-address.ts';
import { fromProfile, say } from '../model/message.ts';
import type { Localised } from '../model/language.ts';
import type { Addressing } from '../model/selection.ts';
import { type Outcome, settle } from '../model/outcome.ts';
import { fileStart, type Span } from '../model/span.ts';
import { plainNode, type Text } from '../model/tree.ts';
import { guardHint } from '../template/interpret.ts';
import type { Templates } from '../template/parse-templates.ts';
import type { FormPart } from '../template/render-forms.ts';
import { insertAt, PLACEHOLDERS, type Rendered } from '../template/rendered.ts';
import { valueText, viewTexts, type ViewTexts } from '../template/shapes.ts';
import { VIEW_OF_FORMS } from '../template/view.ts';
import { doubledSpaces } from '../template/working-notes.ts';
import { joinedTexts, trimmedText, valueNode } from './isolates.ts';

/** The rendered parts of a form of address: envelope line, salutation, form used in the text, complimentary close. */
export type AddressWords = Readonly<Record<FormPart, Text>>;

/** The parts and their faults; a part for which there is no form of address is empty. */
export interface AddressWordsResult {
  readonly words: AddressWords;
  readonly faults: readonly Diagnostic[];
}

/**
 * Returns how a recipient is addressed: each part from the profile if it has its own, otherwise from the form of
 * address for the office's rank and the holder's gender.
 */
export function renderAddressWords(
  campaign: Campaign,
  templates: Templates,
  selection: Addressing,
): AddressWordsResult {
  const { recipient, language } = selection;
  const form = formFor(campaign, selection);
  const faults: Diagnostic[] = form === undefined ? [noForm(campaign, selection)] : [];
  const view = viewTexts(VIEW_OF_FORMS, { campaign, selection, inText: '', date: '' });
  const wordsOfPart = (part: FormPart, own?: Localised): Text => {
    const verbatim = own?.[language];
    if (verbatim !== undefined) return plainNode(verbatim);
    if (form === undefined) return plainNode('');
    const span = form.spans[part];
    const rendered = templates.forms.get(form)?.get(part)?.get(view.shape);
    if (rendered === undefined) {
      throw new Error(`the form of address at ${span.file} was not read for letters of the shape ${view.shape}`);
    }
    return fillPart(rendered, span, view, selection, faults);
  };
  const words = {
    envelope: wordsOfPart('envelope', recipient.envelope),
    salutation: wordsOfPart('salutation', recipient.salutation),
    inText: wordsOfPart('inText'),
    close: wordsOfPart('close', recipient.close),
  };
  return { words, faults };
}

/** Returns the lines of the inside address: the envelope line, then the address lines of the profile. */
export function insideAddress(
  campaign: Campaign,
  templates: Templates,
  addressing: Addressing,
): Outcome<readonly string[]> {
  const { words, faults } = renderAddressWords(campaign, templates, addressing);
  return settle([words.envelope.value, ...addressing.recipient.address], faults);
}

function formFor(campaign: Campaign, { recipient, language }: Addressing): FormOfAddress | undefined {
  const forms = campaign.forms[language]?.ranks.get(recipient.office.rank);
  return forms?.[recipient.holder?.gender ?? 'unknown'] ?? forms?.unknown;
}

function noForm(campaign: Campaign, { recipient, language }: Addressing): Diagnostic {
  const file = campaign.forms[language]?.file;
  const related = file === undefined ? [] : [{ span: fileStart(file), message: say`the forms of address` }];
  const hint = say`Add the rank to the forms of address, or correct it in the profile.`;
  const message = say`there is no form of address for the rank ${fromProfile(recipient.office.rank)} in ${language}`;
  return fault('profile/no-form', recipient.span, message, { hint, related });
}

/**
 * Replaces the marks in a rendered part by the recipient's values. A value that this recipient lacks is a fault
 * (`template/no-value`).
 */
function fillPart(
  { text, inserts }: Rendered,
  span: Span,
  view: ViewTexts,
  { recipient, language }: Addressing,
  faults: Diagnostic[],
): Text {
  let words = plainNode('');
  let offset = 0;
  for (const { index, 0: placeholder, 1: number } of text.matchAll(PLACEHOLDERS)) {
    const insert = insertAt(inserts, Number(number));
    if (insert.kind !== 'value') throw new Error(`a ${insert.kind} in a form of address was not checked`);
    const found = valueText(insert.value, view);
    if (found === undefined && 'path' in insert.value) faults.push(missingValue(insert.value.path, span, recipient.id));
    words = joinedTexts(words, plainNode(text.slice(offset, index)));
    words = joinedTexts(words, valueNode(found ?? '', language, text));
    offset = index + placeholder.length;
  }
  // Double spaces occur here only in a shape that lacks a value of the form: `renderForms` refuses them in all others.
  if (doubledSpaces(text).length > 0) faults.push(fault('text/working-note', span, say`two spaces in a row`));
  return trimmedText(joinedTexts(words, plainNode(text.slice(offset))));
}

function missingValue(path: string, span: Span, id: string): Diagnostic {
  const hint = [...say`Add it to the profile. Or: `, ...guardHint(path)];
  return fault('template/no-value', span, say`${path} has no value for ${id}`, { hint });
}
