import type { Campaign } from '../model/campaign.ts';
import { fault, type Diagnostic } from '../model/diagnostic.ts';
import type { FormOfAddress } from '../model/form-of-address.ts';
import { say } from '../model/message.ts';
import { collect, settle, type Outcome } from '../model/outcome.ts';
import { checkNames } from './check-names.ts';
import { doubledSpaces } from './doubled-spaces.ts';
import { interpret } from './interpret.ts';
import type { Names } from './names.ts';
import { parseTemplate } from './parse-template.ts';
import { plainTextOf } from './rendered.ts';
import { scopeOf } from './scope.ts';
import { statementsWithin, type Template } from './template.ts';
import { sourceOfValue } from './template-source.ts';
import { FORM_PARTS, type FormPart, type ParsedForm } from './templates.ts';
import { shapesOf, VIEW_OF_FORMS } from './view.ts';
import { workingNotes } from './working-notes.ts';

/** A form of address, and every combination of values that those it is for may have. */
interface FormUse {
  readonly form: FormOfAddress;
  readonly shapes: ReadonlyMap<string, Names>;
}

/** Parses the forms of address of the languages in which letters go out; each part is read for every combination of values that may be absent. */
export function parseForms(campaign: Campaign): Outcome<ReadonlyMap<FormOfAddress, ParsedForm>> {
  const forms = campaign.editions.languages.flatMap((language) => {
    const ofAnybody = shapesOf(VIEW_OF_FORMS, { campaign, language });
    // Only of a holder can the gender be known.
    const ofHolders = shapesOf(VIEW_OF_FORMS, { campaign, language }, { holder: true });
    return [...(campaign.forms[language]?.ranks.values() ?? [])].flatMap((byGender) =>
      Object.entries(byGender).map(([gender, form]) => {
        return { form, shapes: gender === 'unknown' ? ofAnybody : ofHolders };
      }),
    );
  });
  const parsed = forms.map((use): Outcome<readonly [FormOfAddress, ParsedForm]> => {
    const parts = collect(FORM_PARTS.map((part) => parsePart(use, part)));
    if (!parts.ok) return parts;
    const [envelope, salutation, inText, close] = parts.value;
    if (envelope === undefined || salutation === undefined || inText === undefined || close === undefined) {
      throw new Error('a form of address lost one of its parts');
    }
    return settle([use.form, { envelope, salutation, inText, close }] as const, parts.diagnostics);
  });
  const all = collect(parsed);
  return all.ok ? settle(new Map(all.value), all.diagnostics) : all;
}

function parsePart(use: FormUse, part: FormPart): Outcome<Template> {
  const span = use.form.spans[part];
  const source = sourceOfValue(span, use.form[part]);
  const template = parseTemplate(source);
  if (!template.ok) return template;
  const faults = [...statementsWithin(template.value.statements)].flatMap(({ kind }) =>
    kind === 'inclusion' || kind === 'passage' || kind === 'demands' || kind === 'citation'
      ? [fault('template/unsupported', span, say`a form of address cannot hold a ${kind}`)]
      : [],
  );
  if (source.text.includes('\n')) {
    const hint = say`Write it on one line.`;
    faults.push(fault('template/unsupported', span, say`a form of address has one line`, { hint }));
  }
  const names = checkNames(template.value, { scope: scopeOf(VIEW_OF_FORMS), partials: () => undefined });
  const notes = workingNotes(template.value).map((note) => ({ ...note, span }));
  const found = [...template.diagnostics, ...faults, ...names, ...notes];
  return settle(template.value, found.length > 0 ? found : wordFaults(use, template.value, part));
}

/**
 * What only the words show once the conditions are decided. A form may name what some recipients lack: whoever has the
 * rank must then have it, and a profile that does not is refused, as half an address is worse than none.
 */
function wordFaults({ form, shapes }: FormUse, template: Template, part: FormPart): readonly Diagnostic[] {
  const span = form.spans[part];
  return [...shapes.values()].flatMap((names) => {
    const { rendered, faults } = interpret(template, { names, partials: () => undefined, recipient: undefined });
    const isRefused = faults.some(({ code }) => code === 'template/no-value');
    if (faults.length > 0) return isRefused ? [] : faults;
    if (plainTextOf(rendered).trim() === '') {
      return [fault('text/empty-part', span, say`this has no words, at least for some recipients`)];
    }
    if (doubledSpaces(rendered.text).length === 0) return [];
    const hint = say`Put the space inside the condition, with the words that it belongs to.`;
    return [fault('text/working-note', span, say`two spaces in a row, at least for some recipients`, { hint })];
  });
}
