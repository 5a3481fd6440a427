import type { Campaign } from '../model/campaign.ts';
import { fault, type Diagnostic } from '../model/diagnostic.ts';
import type { FormOfAddress } from '../model/form-of-address.ts';
import { fromProfile, say } from '../model/message.ts';
import type { Localised } from '../model/language.ts';
import type { Addressing } from '../model/selection.ts';
import { type Outcome, settle } from '../model/outcome.ts';
import { fileStart, type Span } from '../model/span.ts';
import { hintOfGuard } from '../template/interpret.ts';
import type { Templates } from '../template/parse-templates.ts';
import type { FormPart } from '../template/read-forms.ts';
import { insertAt, MARKS, type Rendered } from '../template/rendered.ts';
import { valueText, textsIn, type ViewTexts } from '../template/shapes.ts';
import { VIEW_OF_FORMS } from '../template/view.ts';
import { doubledSpaces } from '../template/working-notes.ts';

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
  const form = formFor(campaign, selection);
  const faults: Diagnostic[] = form === undefined ? [noForm(campaign, selection)] : [];
  const view = textsIn(VIEW_OF_FORMS, { campaign, selection, inText: '', date: '' });
  const wordsOf = (part: FormPart, own?: Localised): string => {
    const verbatim = own?.[language];
    if (verbatim !== undefined) return verbatim;
    if (form === undefined) return '';
    const span = form.spans[part];
    const read = templates.forms.get(form)?.get(part)?.get(view.shape);
    if (read === undefined) {
      throw new Error(`the form of address at ${span.file} was not read for letters of the shape ${view.shape}`);
    }
    return fillPart(read, span, view, recipient.id, faults);
  };
  const words = {
    envelope: wordsOf('envelope', recipient.envelope),
    salutation: wordsOf('salutation', recipient.salutation),
    inText: wordsOf('inText'),
    close: wordsOf('close', recipient.close),
  };
  return { words, faults };
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

/** The words of a part; a form may name what this recipient lacks. */
function fillPart({ text, inserts }: Rendered, span: Span, view: ViewTexts, id: string, faults: Diagnostic[]): string {
  const words = text.replaceAll(MARKS, (_, number: string) => {
    const insert = insertAt(inserts, Number(number));
    if (insert.kind !== 'value') throw new Error(`a ${insert.kind} in a form of address was not checked`);
    const found = valueText(insert.value, view);
    if (found === undefined && 'path' in insert.value) faults.push(missingValue(insert.value.path, span, id));
    return found ?? '';
  });
  // Whoever lacks no value is spared them by the check of the templates.
  if (doubledSpaces(text).length > 0) faults.push(fault('text/working-note', span, say`two spaces in a row`));
  return words.trim();
}

function missingValue(path: string, span: Span, id: string): Diagnostic {
  const hint = [...say`Add it to the profile. Or: `, ...hintOfGuard(path)];
  return fault('template/no-value', span, say`${path} has no value for ${id}`, { hint });
}
