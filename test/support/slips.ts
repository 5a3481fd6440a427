import { mergeLetter } from '../../src/merge/merge-letter.ts';
import { parseTemplates, type Templates } from '../../src/template/parse-templates.ts';
import type { Campaign, TemplateFiles } from '../../src/model/campaign.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Language } from '../../src/model/language.ts';
import type { Selection } from '../../src/model/selection.ts';
import type { Plan } from '../../src/plan.ts';
import { createMarkdownWriter } from '../../src/formats/markdown/write-markdown.ts';
import { type Mutant, mutantsOf } from './mutants.ts';
import { openShipped } from './shipped-campaign.ts';
import { NO_LOCALES } from '../../src/model/locale-data.ts';

/** A slip in one text of the shipped campaign. */
export interface Slip extends Mutant {
  readonly language: Language;
  readonly key: string;
}

/** What finds a slip first: the check at the slip, the check at another location, a letter that changes, or nothing. */
export type Finder = 'check' | 'check elsewhere' | 'letters' | 'nobody';

/** The result of trying a slip, with a name of the slip for people. */
export interface SlipResult {
  readonly operator: string;
  readonly finder: Finder;
  readonly name: string;
}

/** Slips in the texts of the shipped campaign, and a function that tries one. */
export interface Slips {
  readonly plan: Plan;
  /** All slips in the original texts, and every tenth in the translations, which have the same tags. */
  readonly all: readonly Slip[];
  /** Runs the check on a slip and, if that finds nothing, merges the letters. */
  readonly trySlip: (slip: Slip) => SlipResult;
}

/** Prepares the shipped campaign, and makes all slips. */
export async function openSlips(): Promise<Slips> {
  const { plan, addressees } = await openShipped(['md'], {
    editions: 'all',
    examples: ['states-parties.yaml', 'eu-institutions.yaml'],
  });
  const selections = addressees.flatMap((found) =>
    found.kind === 'target' && found.target.kind === 'letter' ? [found.target.selection] : [],
  );
  const all = Object.entries(plan.campaign.templates).flatMap(([language, files]) =>
    slipsIn(plan.campaign, language, files),
  );
  const trySlip = (slip: Slip): SlipResult => {
    const { found, faults } = checkSlip(plan, slip);
    const change = slip.change.replaceAll('\n', '\\n').replaceAll(/ at="[^"]*"/g, ' at="…"');
    const name = `${slip.language}/${slip.key}  ${slip.operator}  ${change}`;
    const faultList = faults.map(({ code, span }) => `${code} ${span.line}:${span.column}`).join();
    if (found) return { operator: slip.operator, finder: 'check', name };
    if (faults.length > 0) return { operator: slip.operator, finder: 'check elsewhere', name: `${name}  ${faultList}` };
    const isShown = changesLetter(plan, selections, slip);
    return { operator: slip.operator, finder: isShown ? 'letters' : 'nobody', name };
  };
  return { plan, all, trySlip };
}

function slipsIn({ letter, sources }: Campaign, language: Language, files: TemplateFiles): readonly Slip[] {
  const partials = [...files.keys()].flatMap((key) => (key.startsWith('partials/') ? [key.slice(9)] : []));
  const names = { sources: [...sources.keys()], partials, passages: [...letter.passages.keys()] };
  const all = [...files].flatMap(([key, { text }]) =>
    mutantsOf(text, names).map((mutant): Slip => ({ ...mutant, language, key })),
  );
  return letter.languages[language] === 'original' ? all : all.filter((_, index) => index % 10 === 0);
}

/** Whether a text is the partial or includes it, directly or through other partials. */
function includes(files: TemplateFiles, key: string, partial: string): boolean {
  if (key === partial) return true;
  const names = [...(files.get(key)?.text ?? '').matchAll(/\{\{> ([\w-]+)/g)].map(([, name]) => `partials/${name}`);
  return names.some((name) => includes(files, name, partial));
}

/** Reduces the campaign to the changed text, the texts that include it, and all partials of these. */
function relatedCampaign({ campaign }: Plan, { language, key, text }: Slip): Campaign {
  const files = campaign.templates[language] ?? new Map();
  const includers = [...files.keys()].filter((other) => includes(files, other, key));
  const related = [...files].filter(([other]) => includers.some((includer) => includes(files, includer, other)));
  const changed = new Map(related.map(([name, file]) => [name, name === key ? { ...file, text } : file]));
  return {
    ...campaign,
    editions: { languages: [language], each: 'every' },
    forms: {},
    templates: { [language]: changed },
  };
}

function locationText(text: string, offset: number): string {
  const before = text.slice(0, offset);
  return `${before.split('\n').length}:${offset - before.lastIndexOf('\n')}`;
}

/** Runs the check on a slip. `found` is whether it reports a fault at the slip's location. */
function checkSlip(plan: Plan, slip: Slip): { readonly found: boolean; readonly faults: readonly Diagnostic[] } {
  const faults = parseTemplates(relatedCampaign(plan, slip)).diagnostics;
  const file = plan.campaign.templates[slip.language]?.get(slip.key)?.file;
  const locations = faults.map(({ span }) => (span.file === file ? `${span.line}:${span.column}` : 'elsewhere'));
  return {
    found:
      slip.faultOffset === undefined
        ? locations.length > 0
        : locations.includes(locationText(slip.text, slip.faultOffset)),
    faults,
  };
}

/** Whether a slip changes a letter or makes merging it fail. */
function changesLetter(plan: Plan, selections: readonly Selection[], slip: Slip): boolean {
  const { language } = slip;
  const write = createMarkdownWriter(NO_LOCALES);
  const files = plan.campaign.templates[language] ?? new Map();
  const parsed = parseTemplates(relatedCampaign(plan, slip));
  if (!parsed.ok) throw new Error(`${slip.key} passes the check, but cannot be parsed`);
  const changed = new Map([...plan.templates.textsIn(language), ...parsed.value.textsIn(language)]);
  const templates: Templates = {
    ...plan.templates,
    textsIn: (each) => (each === language ? changed : plan.templates.textsIn(each)),
  };
  return selections.some((selection) => {
    const chosen = [selection.body, ...selection.demands, ...selection.passages.map(({ choice }) => choice)];
    const isConcerned = chosen.some((choice) => choice !== undefined && includes(files, choice.text, slip.key));
    if (selection.language !== slip.language || !isConcerned) return false;
    const original = mergeLetter(plan.campaign, plan.templates, selection);
    const withSlip = mergeLetter(plan.campaign, templates, selection);
    return !original.ok || !withSlip.ok || write(original.value) !== write(withSlip.value);
  });
}
