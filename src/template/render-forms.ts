import type { Campaign } from '../model/campaign.ts';
import { fault, type Diagnostic } from '../model/diagnostic.ts';
import type { FormOfAddress } from '../model/form-of-address.ts';
import { say } from '../model/message.ts';
import { collect, failure, mapOutcome, settle, type Outcome } from '../model/outcome.ts';
import type { Span } from '../model/span.ts';
import { validateNames } from './validate-names.ts';
import { renderTemplate, type RenderResult } from './interpret.ts';
import { parseTemplate } from './parse-template.ts';
import type { Rendered } from './rendered.ts';
import { shapesOf, type Names } from './shapes.ts';
import { statementsWithin } from './template.ts';
import { sourceOfValue } from './template-source.ts';
import type { TemplatesByKey } from './text-keys.ts';
import { VIEW_OF_FORMS } from './view.ts';
import { doubledSpaces, workingNotes } from './working-notes.ts';

/** The parts of a form of address, each a template of one line. */
const FORM_PARTS = ['envelope', 'salutation', 'inText', 'close'] as const;

/** The name of a part of a form of address. */
export type FormPart = (typeof FORM_PARTS)[number];

/** A form of address, rendered for each shape: part → shape → rendering. */
export type RenderedForm = ReadonlyMap<FormPart, ReadonlyMap<string, Rendered>>;

/** Forms of address cannot include partials. */
const NO_PARTIALS: TemplatesByKey = new Map();

/**
 * Parses and validates the forms of address in the languages of the run's editions, and renders them for each shape
 * that letters can have. Returns the renderings by form, or all faults.
 */
export function renderForms(campaign: Campaign): Outcome<ReadonlyMap<FormOfAddress, RenderedForm>> {
  const forms = campaign.editions.languages.flatMap((language) => {
    const allShapes = shapesOf(VIEW_OF_FORMS, { campaign, language });
    // A recipient whose gender is known has a holder, so shapes without one are left out.
    const holderShapes = shapesOf(VIEW_OF_FORMS, { campaign, language }, true);
    return [...(campaign.forms[language]?.ranks.values() ?? [])].flatMap((byGender) =>
      Object.entries(byGender).map(([gender, form]) => readForm(form, gender === 'unknown' ? allShapes : holderShapes)),
    );
  });
  return mapOutcome(collect(forms), (read) => new Map(read));
}

function readForm(
  form: FormOfAddress,
  shapes: ReadonlyMap<string, Names>,
): Outcome<readonly [FormOfAddress, RenderedForm]> {
  const parts = FORM_PARTS.map((part) =>
    mapOutcome(readPart(form, part, shapes), (read): [FormPart, ReadonlyMap<string, Rendered>] => [part, read]),
  );
  return mapOutcome(collect(parts), (read) => [form, new Map(read)]);
}

function readPart(
  form: FormOfAddress,
  part: FormPart,
  shapes: ReadonlyMap<string, Names>,
): Outcome<ReadonlyMap<string, Rendered>> {
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
  faults.push(...validateNames(template, VIEW_OF_FORMS, NO_PARTIALS));
  faults.push(...workingNotes(template).map((note) => ({ ...note, span })));
  if (faults.length > 0) return failure(...faults);
  const read = [...shapes].map(([shape, names]) => ({ shape, ...renderTemplate(template, names, NO_PARTIALS) }));
  const renderings = new Map(read.map(({ shape, rendered }) => [shape, rendered]));
  return settle(
    renderings,
    read.flatMap((interpreted) => wordFaults(interpreted, span)),
  );
}

/**
 * Returns the faults that show only in the rendered text. Unlike other texts, a form may use a value that some
 * recipients lack, without an `#if`: every recipient of the rank must then have it. The merge (`addressWords`) reports
 * the recipients that do not.
 */
function wordFaults({ rendered, faults }: RenderResult, span: Span): readonly Diagnostic[] {
  if (faults.some(({ code }) => code === 'template/no-value')) return [];
  if (faults.length > 0) return faults;
  if (rendered.text.trim() === '') {
    return [fault('text/empty-part', span, say`this has no words, at least for some recipients`)];
  }
  if (doubledSpaces(rendered.text).length === 0) return [];
  const hint = say`Put the space inside the condition, with the words that it belongs to.`;
  return [fault('text/working-note', span, say`two spaces in a row, at least for some recipients`, { hint })];
}
