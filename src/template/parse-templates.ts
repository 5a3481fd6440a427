import { findConventions } from '../languages/languages.ts';
import type { Campaign, Signatory, TemplateFiles } from '../model/campaign.ts';
import { sortByLocation, removeRepeats, type Diagnostic } from '../model/diagnostic.ts';
import type { FormOfAddress } from '../model/form-of-address.ts';
import type { FieldDeclarations } from '../model/field.ts';
import { type Language, inLanguage, lookUp } from '../model/language.ts';
import type { Locales } from '../model/locale-data.ts';
import { createMeantTest } from '../model/meant.ts';
import { GREATEST_MEASURE } from '../model/page-settings.ts';
import { andThen, failure, mapOutcome, settle, type Outcome } from '../model/outcome.ts';
import { createDateStartTest } from './date-start.ts';
import { validateNames } from './validate-names.ts';
import { validatePartials, cycleFaults } from './validate-partials.ts';
import { pluralFaults } from './validate-plurals.ts';
import { validateReferences } from './validate-references.ts';
import { validateTexts } from './validate-texts.ts';
import { sortSignatories } from './sort-signatories.ts';
import { parseTemplate } from './parse-template.ts';
import { renderForms, type RenderedForm } from './render-forms.ts';
import { renderHeads, type RenderedHead } from './render-head.ts';
import { parseTextsForShapes, type ShapedTexts } from './shaped-texts.ts';
import { createNamesForShapes } from './shapes.ts';
import type { Template } from './template.ts';
import { sourceOfFile } from './template-source.ts';
import { partialNameOf, type TemplatesByKey } from './text-keys.ts';
import { createView, type View } from './campaign-view.ts';
import { createNotePatterns, literalTextFaults, type NotePatterns } from './working-notes.ts';

/** All templates of a campaign, validated. */
export interface Templates {
  /** The values that the texts can use. */
  readonly view: View;
  /** The parsed templates, by language and key. Commands that list or compare texts use them. */
  readonly parsed: ReadonlyMap<Language, TemplatesByKey>;
  /**
   * Returns the texts of which letters in a language are merged, by key and shape (the combination of optional values
   * that a recipient has). Their conditions are evaluated and their Markdown is parsed. A variant that is no language of
   * the letter, as "en-US" beside "en", has the texts of its language.
   */
  readonly textsIn: (language: Language) => ShapedTexts;
  /** The forms of address, rendered for each shape. The key is the form of address in the campaign. */
  readonly forms: ReadonlyMap<FormOfAddress, RenderedForm>;
  /** Returns the head of letters in a language; of a variant too, as `textsIn`. */
  readonly headIn: (language: Language) => RenderedHead | undefined;
  /** Returns all signatories in the order in which letters in a language have them. They are sorted once. */
  readonly signatoriesIn: (language: Language) => readonly Signatory[];
}

/**
 * Parses and validates the templates of a validated campaign. If the campaign has faults, returns them together with
 * the faults of the templates that can be found without it, so that one run reports both. `meant`: phrases that are not
 * reported then. `fields`: the fields that texts can use then. `locales`: the languages of the campaign.
 */
export function parseValidatedCampaign(
  validated: Outcome<Campaign>,
  files: Readonly<Record<Language, TemplateFiles>>,
  {
    meant,
    fields,
    locales,
  }: { readonly meant: readonly string[]; readonly fields: FieldDeclarations; readonly locales: Locales },
): Outcome<{ readonly campaign: Campaign; readonly templates: Templates }> {
  if (!validated.ok) {
    const { diagnostics } = parseTexts(files, {
      meant,
      view: createView(fields),
      locales,
      notePatterns: createNotePatterns(locales),
    });
    return failure(...validated.diagnostics, ...sortByLocation(removeRepeats(diagnostics)));
  }
  return andThen(validated, (campaign) =>
    mapOutcome(parseTemplates(campaign), (templates) => ({ campaign, templates })),
  );
}

/**
 * Parses and validates all templates, used or not, in the languages of the run's editions (letters in one language).
 * Returns the templates, or all of their faults. Templates without faults can be merged for every recipient: only the
 * selection of texts, and values that a profile lacks, can cause faults later.
 */
export function parseTemplates(campaign: Campaign): Outcome<Templates> {
  const view = createView(campaign.fields);
  const { locales } = campaign;
  const notePatterns = createNotePatterns(locales);
  const { texts, diagnostics } = parseTexts(
    campaign.templates,
    { meant: campaign.letter.meant, view, locales, notePatterns },
    campaign.editions.languages,
  );
  const forms = renderForms(campaign, view, notePatterns);
  const heads = renderHeads(campaign, view, notePatterns);
  const shapedTextsIn = (language: Language, byKey: TemplatesByKey): ShapedTexts =>
    parseTextsForShapes(byKey, createNamesForShapes(view.rows, { campaign, language }, { untested: 'absent' }), {
      startsWithDate: createDateStartTest(language, locales),
      pictures: campaign.pictures,
      measure: campaign.letter.page.stylesheet?.measure ?? GREATEST_MEASURE,
    });
  const byShape = new Map([...texts].map(([language, byKey]) => [language, shapedTextsIn(language, byKey)]));
  const textsIn = (language: Language): ShapedTexts => {
    const known = byShape.get(language);
    if (known !== undefined) return known;
    const shapedTexts = shapedTextsIn(language, lookUp(language, (tag) => texts.get(tag)) ?? new Map());
    byShape.set(language, shapedTexts);
    return shapedTexts;
  };
  const headByLanguage = new Map(heads.ok ? heads.value : []);
  const headIn = (language: Language): RenderedHead | undefined => {
    const known = headByLanguage.get(language);
    if (known !== undefined) return known;
    const editions = { ...campaign.editions, languages: [language] };
    const ofVariant = renderHeads({ ...campaign, editions }, view, notePatterns);
    const head = ofVariant.ok ? ofVariant.value.get(language) : lookUp(language, (tag) => headByLanguage.get(tag));
    if (head !== undefined) headByLanguage.set(language, head);
    return head;
  };
  const signatoriesByLanguage = new Map<Language, readonly Signatory[]>();
  const signatoriesIn = (language: Language): readonly Signatory[] => {
    const known = signatoriesByLanguage.get(language) ?? sortSignatories(campaign, language);
    signatoriesByLanguage.set(language, known);
    return known;
  };
  const textFaults = [...texts].flatMap(([language, byKey]) => [
    ...validateReferences(campaign, byKey),
    ...validateTexts(campaign, language, byShape.get(language) ?? new Map(), view),
  ]);
  // A misspelt name is already reported as unknown, and has no value either. If there are other faults, missing values
  // are therefore reported only if they are values that a profile can lack.
  const hasNoFaults = !diagnostics.some(({ severity }) => severity === 'error');
  const reportedFaults = textFaults.filter(
    ({ code, lacking }) => code !== 'template/no-value' || lacking !== undefined || hasNoFaults,
  );
  const allDiagnostics = sortByLocation(
    removeRepeats([...diagnostics, ...reportedFaults, ...forms.diagnostics, ...heads.diagnostics]),
  );
  return settle(
    {
      view,
      parsed: texts,
      textsIn,
      forms: forms.ok ? forms.value : new Map(),
      headIn,
      signatoriesIn,
    },
    allDiagnostics,
  );
}

/** What the texts of a campaign are parsed with. */
interface ParsingContext {
  /** Phrases that look like leftovers and are meant. */
  readonly meant: readonly string[];
  readonly view: View;
  readonly locales: Locales;
  readonly notePatterns: NotePatterns;
}

/** The templates that could be parsed, by language and key, and the diagnostics that do not depend on the campaign. */
interface ParsedTexts {
  readonly texts: ReadonlyMap<Language, TemplatesByKey>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Parses all templates of the languages, used or not, and validates what does not depend on the rest of the campaign:
 * the literal text, the partials and the names.
 */
function parseTexts(
  files: Readonly<Record<Language, TemplateFiles>>,
  { meant, view, locales, notePatterns }: ParsingContext,
  languages: readonly Language[] = Object.keys(files),
): ParsedTexts {
  const isMeant = createMeantTest(meant);
  const diagnostics: Diagnostic[] = [];
  const texts = new Map<Language, TemplatesByKey>();
  for (const language of languages) {
    const filesOfLanguage: TemplateFiles = inLanguage(files, language) ?? new Map();
    const conventions = findConventions(language, locales);
    const parsed = new Map<string, Template>();
    for (const [key, { file, text }] of filesOfLanguage) {
      const template = parseTemplate(sourceOfFile(file, text));
      diagnostics.push(...template.diagnostics);
      if (template.ok) parsed.set(key, template.value);
    }
    diagnostics.push(
      ...[...parsed.values()].flatMap((template) =>
        literalTextFaults(template, { conventions, notePatterns, origin: 'markdown', isMeant }),
      ),
      ...[...parsed.values()].flatMap((template) => pluralFaults(template, language, conventions)),
      ...validatePartials(parsed, language, parsed.size === filesOfLanguage.size, view),
      ...cycleFaults(parsed),
      ...[...parsed].flatMap(([key, template]) =>
        partialNameOf(key) !== undefined ? [] : validateNames(template, view.rows, parsed),
      ),
    );
    texts.set(language, parsed);
  }
  return { texts, diagnostics };
}
