import { conventionsOf } from '../languages/languages.ts';
import type { Campaign } from '../model/campaign.ts';
import type { FormOfAddress } from '../model/form-of-address.ts';
import { coversLanguage } from '../model/language.ts';
import { createMeantTest } from '../model/meant.ts';
import { collect, mapOutcome, type Outcome } from '../model/outcome.ts';
import { type AvailableNames, type LineContext, renderLine } from './render-line.ts';
import type { RenderedText } from './rendered.ts';
import { type ByShape, createNamesForShapes, type NamesForShapes } from './shapes.ts';
import type { View } from './campaign-view.ts';
import type { Need } from './view.ts';
import type { NotePatterns } from './working-notes.ts';

/** The parts of a form of address. Each is a template of one line. */
const FORM_PARTS = ['envelope', 'salutation', 'inText', 'close'] as const;

/** The name of a part of a form of address. */
export type FormPart = (typeof FORM_PARTS)[number];

/** A form of address, by part, rendered for each shape (the combination of optional values that a recipient has). */
export type RenderedForm = ReadonlyMap<FormPart, ByShape<RenderedText>>;

/**
 * Parses and validates the forms of address in the languages of the run's editions (letters in one language), and
 * renders them for each shape that letters can have. Returns the renderings by form of address, or all faults.
 */
export function renderForms(
  campaign: Campaign,
  view: View,
  notePatterns: NotePatterns,
): Outcome<ReadonlyMap<FormOfAddress, RenderedForm>> {
  const isMeant = createMeantTest(campaign.letter.meant);
  const rows = view.formRows;
  const { languages } = campaign.editions;
  // Letters in a variant can have the forms of its language, and those of a variant are printed on request.
  const ofRun = Object.entries(campaign.forms).filter(([language]) =>
    languages.some((each) => coversLanguage(language, each) || coversLanguage(each, language)),
  );
  const forms = ofRun.flatMap(([language, { ranks }]) => {
    // A form may use an optional value without an `#if`: a recipient who lacks it is reported when its letter is merged.
    const namesFor = (...certain: readonly Need[]): NamesForShapes =>
      createNamesForShapes(rows, { campaign, language }, { untested: 'present', certain });
    // A recipient has a form by the rank of its office. One of known gender has a holder too.
    const forUnknown = { names: namesFor('office'), rows, view };
    const forHolder = { names: namesFor('office', 'holder'), rows, view };
    const conventions = conventionsOf(language, campaign.locales);
    const context: LineContext = { language, conventions, notePatterns, origin: 'form', isMeant };
    return [...ranks.values()].flatMap((byGender) =>
      Object.entries(byGender).map(([gender, form]) =>
        renderForm(form, gender === 'unknown' ? forUnknown : forHolder, context),
      ),
    );
  });
  return mapOutcome(collect(forms), (entries) => new Map(entries));
}

function renderForm(
  form: FormOfAddress,
  available: AvailableNames,
  context: LineContext,
): Outcome<readonly [FormOfAddress, RenderedForm]> {
  const parts = FORM_PARTS.map((part) =>
    mapOutcome(
      renderLine({ text: form[part], span: form.spans[part], noun: 'a form of address' }, available, context),
      (renderings): [FormPart, ByShape<RenderedText>] => [part, renderings],
    ),
  );
  return mapOutcome(collect(parts), (entries) => [form, new Map(entries)]);
}
