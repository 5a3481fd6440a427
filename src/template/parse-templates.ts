import type { Campaign, TemplateFiles } from '../model/campaign.ts';
import { inReadingOrder, withoutRepeats, type Diagnostic } from '../model/diagnostic.ts';
import type { FormOfAddress } from '../model/form-of-address.ts';
import type { Language } from '../model/language.ts';
import { andThen, failure, mapOutcome, settle, type Outcome } from '../model/outcome.ts';
import { validateNames } from './validate-names.ts';
import { validatePartials, circlesIn } from './validate-partials.ts';
import { validateReferences } from './validate-references.ts';
import { validateTexts } from './validate-texts.ts';
import { parseTemplate } from './parse-template.ts';
import { readForms, type ReadForm } from './read-forms.ts';
import { readAllTexts, type ReadTexts } from './read-texts.ts';
import { shapesOf } from './shapes.ts';
import type { Template } from './template.ts';
import { sourceOfFile } from './template-source.ts';
import { partialAt, type TemplatesByKey } from './text-keys.ts';
import { VIEW } from './view.ts';
import { workingNotes } from './working-notes.ts';

/** All templates of a campaign, checked: all that merging needs besides the campaign and a selection. */
export interface Templates {
  /** The texts as they were parsed, for those who compare or list them; letters are merged from `read`. */
  readonly texts: ReadonlyMap<Language, TemplatesByKey>;
  /** The texts as letters have them. */
  readonly read: ReadonlyMap<Language, ReadTexts>;
  /** The forms of address as letters have them, by the form that the campaign holds. */
  readonly forms: ReadonlyMap<FormOfAddress, ReadForm>;
}

/**
 * A campaign with its templates, those of the languages in which letters go out. Where the campaign itself is at fault,
 * what is wrong with its texts is told in the same run, as far as it can be.
 */
export function withTemplates(
  sound: Outcome<Campaign>,
  files: Readonly<Record<Language, TemplateFiles>>,
): Outcome<{ readonly campaign: Campaign; readonly templates: Templates }> {
  if (!sound.ok) return failure(...sound.diagnostics, ...inReadingOrder(parseTexts(files).diagnostics));
  return andThen(sound, (campaign) => mapOutcome(parseTemplates(campaign), (templates) => ({ campaign, templates })));
}

/**
 * All templates of the languages in which letters go out, used or not, found sound: nothing in them can fail in any
 * letter, whoever it goes to. Or all faults of all of them.
 */
export function parseTemplates(campaign: Campaign): Outcome<Templates> {
  const { texts, diagnostics } = parseTexts(campaign.templates, campaign.editions.languages);
  const forms = readForms(campaign);
  const read = new Map(
    [...texts].map(([language, byKey]) => [language, readAllTexts(byKey, shapesOf(VIEW, { campaign, language }))]),
  );
  const found = [...texts].flatMap(([language, byKey]) => [
    ...validateReferences(campaign, byKey),
    ...validateTexts(campaign, read.get(language) ?? new Map()),
  ]);
  // What is named wrongly has no value either, and was told already.
  const isNamedRightly = !diagnostics.some(({ severity }) => severity === 'error');
  const told = found.filter(
    ({ code, lacking }) => code !== 'template/no-value' || lacking !== undefined || isNamedRightly,
  );
  const all = inReadingOrder(withoutRepeats([...diagnostics, ...told, ...forms.diagnostics]));
  return settle({ texts, read, forms: forms.ok ? forms.value : new Map() }, all);
}

/** The texts of all languages that could be parsed, and everything that is wrong with them by themselves. */
interface ParsedTexts {
  readonly texts: ReadonlyMap<Language, TemplatesByKey>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Parses every text of the languages, used or not, and follows what each names: all that can be said of texts before
 * anything else of the campaign is known to be sound.
 */
function parseTexts(
  files: Readonly<Record<Language, TemplateFiles>>,
  languages: readonly Language[] = Object.keys(files),
): ParsedTexts {
  const diagnostics: Diagnostic[] = [];
  const texts = new Map<Language, TemplatesByKey>();
  for (const language of languages) {
    const filesOfLanguage: TemplateFiles = files[language] ?? new Map();
    const parsed = new Map<string, Template>();
    for (const [key, { file, text }] of filesOfLanguage) {
      const template = parseTemplate(sourceOfFile(file, text));
      diagnostics.push(...template.diagnostics);
      if (template.ok) parsed.set(key, template.value);
    }
    diagnostics.push(
      ...[...parsed.values()].flatMap(workingNotes),
      ...validatePartials(parsed, language, parsed.size === filesOfLanguage.size),
      ...circlesIn(parsed),
      ...[...parsed].flatMap(([key, template]) =>
        partialAt(key) !== undefined ? [] : validateNames(template, VIEW, parsed),
      ),
    );
    texts.set(language, parsed);
  }
  return { texts, diagnostics };
}
