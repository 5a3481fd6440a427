import type { Conventions } from '../languages/conventions.ts';
import { conventionsOf } from '../languages/languages.ts';
import type { Campaign } from '../model/campaign.ts';
import { fault, isFault, type Diagnostic } from '../model/diagnostic.ts';
import type { FormOfAddress } from '../model/form-of-address.ts';
import type { Language } from '../model/language.ts';
import { createMeantTest } from '../model/meant.ts';
import { say } from '../model/message.ts';
import { collect, failure, mapOutcome, settle, type Outcome } from '../model/outcome.ts';
import type { Span } from '../model/span.ts';
import { validateNames } from './validate-names.ts';
import { renderTemplate, type RenderResult } from './interpret.ts';
import { hasLines } from './lines-alone.ts';
import { parseTemplate } from './parse-template.ts';
import { spaceBeforeMarkFaults } from './punctuation.ts';
import type { RenderedText } from './rendered.ts';
import { type ByShape, createNamesForShapes, MAX_TESTED_NEEDS, type NamesForShapes, testedPaths } from './shapes.ts';
import { statementsWithin } from './template.ts';
import { sourceOfValue } from './template-source.ts';
import type { TemplatesByKey } from './text-keys.ts';
import type { View } from './campaign-view.ts';
import { pluralFaults } from './validate-plurals.ts';
import type { Need } from './view.ts';
import { findDoubledSpaces, literalTextFaults, type NotePatterns, type WordsContext } from './working-notes.ts';

/** The parts of a form of address. Each is a template of one line. */
const FORM_PARTS = ['envelope', 'salutation', 'inText', 'close'] as const;

/** The name of a part of a form of address. */
export type FormPart = (typeof FORM_PARTS)[number];

/** A form of address, by part, rendered for each shape (the combination of optional values that a recipient has). */
export type RenderedForm = ReadonlyMap<FormPart, ByShape<RenderedText>>;

/** The partials that a form of address can include: none. */
const NO_PARTIALS: TemplatesByKey = new Map();

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
  const forms = campaign.editions.languages.flatMap((language) => {
    // A form may use an optional value without an `#if`: a recipient who lacks it is reported when its letter is merged.
    const namesFor = (...certain: readonly Need[]): NamesForShapes =>
      createNamesForShapes(view.formRows, { campaign, language }, { untested: 'present', certain });
    // A recipient has a form by the rank of its office. One of known gender has a holder too.
    const forUnknown = { names: namesFor('office'), view };
    const forHolder = { names: namesFor('office', 'holder'), view };
    const conventions = conventionsOf(language, campaign.locales);
    const context: FormContext = { language, conventions, notePatterns, origin: 'form', isMeant };
    return [...(campaign.forms[language]?.ranks.values() ?? [])].flatMap((byGender) =>
      Object.entries(byGender).map(([gender, form]) =>
        renderForm(form, gender === 'unknown' ? forUnknown : forHolder, context),
      ),
    );
  });
  return mapOutcome(collect(forms), (entries) => new Map(entries));
}

/** What the words of the forms of address in a language are validated with. */
interface FormContext extends WordsContext {
  readonly language: Language;
  readonly conventions: Conventions;
}

/** The names that a form of address can use. */
interface AvailableNames {
  readonly names: NamesForShapes;
  readonly view: View;
}

function renderForm(
  form: FormOfAddress,
  available: AvailableNames,
  context: FormContext,
): Outcome<readonly [FormOfAddress, RenderedForm]> {
  const parts = FORM_PARTS.map((part) =>
    mapOutcome(renderPart(form, part, available, context), (renderings): [FormPart, ByShape<RenderedText>] => [
      part,
      renderings,
    ]),
  );
  return mapOutcome(collect(parts), (entries) => [form, new Map(entries)]);
}

function renderPart(
  form: FormOfAddress,
  part: FormPart,
  available: AvailableNames,
  context: FormContext,
): Outcome<ByShape<RenderedText>> {
  const span = form.spans[part];
  const source = sourceOfValue(span, form[part]);
  const parsed = parseTemplate(source);
  if (!parsed.ok) return parsed;
  const template = parsed.value;
  const faults = [...statementsWithin(template.statements)].flatMap(({ kind }) =>
    kind === 'inclusion' || kind === 'passage' || kind === 'demands' || kind === 'citation'
      ? [fault('template/unsupported', span, say`a form of address cannot hold a ${kind}`)]
      : [],
  );
  if (source.text.includes('\n')) {
    const hint = say`Write it on one line.`;
    faults.push(fault('template/unsupported', span, say`a form of address has one line`, { hint }));
  }
  faults.push(...validateNames(template, available.view.formRows, NO_PARTIALS));
  faults.push(
    ...pluralFaults(template, context.language, context.conventions).map((pluralFault) => ({ ...pluralFault, span })),
  );
  faults.push(...literalTextFaults(template, context).map((literalFault) => ({ ...literalFault, span })));
  if (faults.some(isFault)) return failure(...faults);
  const names = available.names(testedPaths(template));
  if (names === undefined) {
    const message = say`a form of address can test at most ${MAX_TESTED_NEEDS} values that a recipient may lack`;
    return failure(fault('template/too-large', span, message));
  }
  const results = [...names.shapes].map(([shape, namesOfShape]) => ({
    shape,
    ...renderTemplate(template, namesOfShape, NO_PARTIALS),
  }));
  const renderings = new Map(results.map(({ shape, rendered }) => [shape, rendered]));
  const lines = results
    .flatMap(({ rendered }) => rendered.inserts)
    .filter((insert) => hasLines(insert, available.view));
  if (lines.length > 0) {
    const hint = say`Declare the field as ${'type: text'}, or leave it to the texts.`;
    faults.push(
      fault('template/unsupported', span, say`a form of address has one line, and this value several`, { hint }),
    );
  }
  return settle({ paths: names.paths, shapes: renderings }, [
    ...faults,
    ...results.flatMap((result) => renderedTextFaults(result, span, context)),
  ]);
}

/**
 * Returns the faults that only the rendered text shows: that it is empty, or has two spaces in a row or one before a
 * punctuation mark. Unlike other
 * texts, a form of address may use an optional value without an `#if`, so a missing value is no fault here.
 * `renderAddressWords` reports the recipients that lack the value.
 */
function renderedTextFaults(
  { rendered, faults }: RenderResult,
  span: Span,
  { conventions, isMeant }: FormContext,
): readonly Diagnostic[] {
  if (faults.some(({ code }) => code === 'template/no-value')) return [];
  if (faults.length > 0) return faults;
  if (rendered.text.trim() === '') {
    return [fault('text/empty-part', span, say`this has no words, at least for some recipients`)];
  }
  if (findDoubledSpaces(rendered.text).length === 0) {
    return spaceBeforeMarkFaults(rendered, conventions, isMeant).map((spaceFault) => ({ ...spaceFault, span }));
  }
  const hint = say`Put the space inside the condition, with the words that it belongs to.`;
  return [fault('text/working-note', span, say`two spaces in a row, at least for some recipients`, { hint })];
}
