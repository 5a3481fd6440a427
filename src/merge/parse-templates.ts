import type { Campaign, TemplateFiles } from '../model/campaign.ts';
import { fault, inReadingOrder, type Diagnostic } from '../model/diagnostic.ts';
import type { FormOfAddress } from '../model/form-of-address.ts';
import type { Language } from '../model/language.ts';
import { say } from '../model/message.ts';
import { collect, settle, type Outcome } from '../model/outcome.ts';
import { checkReferences, type TemplatesByKey } from './check-references.ts';
import { memoFor, type Memo } from './memo.ts';
import type { ParsedText } from './parse-markdown.ts';
import { parseTemplate } from './parse-template.ts';
import { statementsWithin, type Template } from './template.ts';
import { sourceOfFile, sourceOfValue } from './template-source.ts';
import { workingNotes } from './working-notes.ts';

/** The parts of a form of address: each a template of one line. */
export const FORM_PARTS = ['envelope', 'salutation', 'inText', 'close'] as const;

export type FormPart = (typeof FORM_PARTS)[number];

/** A form of address, its parts parsed. */
export type ParsedForm = Readonly<Record<FormPart, Template>>;

/** All templates of a campaign, parsed and found sound: all that merging needs besides the campaign and a selection. */
export interface Templates {
  readonly texts: ReadonlyMap<Language, TemplatesByKey>;
  /** By the form that the campaign holds. */
  readonly forms: ReadonlyMap<FormOfAddress, ParsedForm>;
  /** What Markdown made of each distinct text. Letters share it; none of them sees another's values in it. */
  readonly parsedTexts: Memo<ParsedText>;
}

/** More than any campaign has texts, times the ways in which their conditions fall. */
const PARSED_TEXTS_KEPT = 512;

/** Parses every template of the languages in which letters go out, used or not, with all faults of all of them. */
export function parseTemplates(campaign: Campaign): Outcome<Templates> {
  const diagnostics: Diagnostic[] = [];
  const texts = new Map<Language, TemplatesByKey>();
  for (const language of campaign.editions.languages) {
    const files: TemplateFiles = campaign.templates[language] ?? new Map();
    const parsed = new Map<string, Template>();
    for (const [key, { file, text }] of files) {
      const template = parseTemplate(sourceOfFile(file, text));
      diagnostics.push(...template.diagnostics);
      if (template.ok) parsed.set(key, template.value);
    }
    const isWhole = parsed.size === files.size;
    diagnostics.push(...[...parsed.values()].flatMap(workingNotes));
    // What names a template that could not be read is not at fault.
    const references = checkReferences(campaign, language, parsed);
    diagnostics.push(...(isWhole ? references : references.filter(({ code }) => code !== 'template/unknown-partial')));
    texts.set(language, parsed);
  }
  const forms = new Map<FormOfAddress, ParsedForm>();
  for (const form of formsOf(campaign)) {
    const parsed = parseForm(form);
    diagnostics.push(...parsed.diagnostics);
    if (parsed.ok) forms.set(form, parsed.value);
  }
  return settle({ texts, forms, parsedTexts: memoFor<ParsedText>(PARSED_TEXTS_KEPT) }, inReadingOrder(diagnostics));
}

function formsOf(campaign: Campaign): readonly FormOfAddress[] {
  return campaign.editions.languages.flatMap((language) =>
    [...(campaign.forms[language]?.ranks.values() ?? [])].flatMap((forms) => Object.values(forms)),
  );
}

function parseForm(form: FormOfAddress): Outcome<ParsedForm> {
  const parts = FORM_PARTS.map((part): Outcome<Template> => {
    const source = sourceOfValue(form.spans[part], form[part]);
    const template = parseTemplate(source);
    if (!template.ok) return template;
    const faults = [...statementsWithin(template.value.statements)].flatMap(({ kind }) =>
      kind === 'inclusion' || kind === 'passage' || kind === 'demands' || kind === 'citation'
        ? [fault('template/unsupported', form.spans[part], say`a form of address cannot hold a ${kind}`)]
        : [],
    );
    if (source.text.includes('\n')) {
      const hint = say`Write it on one line.`;
      faults.push(fault('template/unsupported', form.spans[part], say`a form of address has one line`, { hint }));
    }
    const notes = workingNotes(template.value).map((note) => ({ ...note, span: form.spans[part] }));
    return settle(template.value, [...template.diagnostics, ...faults, ...notes]);
  });
  const all = collect(parts);
  if (!all.ok) return all;
  const [envelope, salutation, inText, close] = all.value;
  if (envelope === undefined || salutation === undefined || inText === undefined || close === undefined) {
    throw new Error('a form of address lost one of its parts');
  }
  return settle({ envelope, salutation, inText, close }, all.diagnostics);
}
