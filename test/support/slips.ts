import { mergeLetter } from '../../src/merge/merge-letter.ts';
import { parseTemplates } from '../../src/template/parse-templates.ts';
import type { Campaign, TemplateFiles } from '../../src/model/campaign.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Language } from '../../src/model/language.ts';
import type { Selection } from '../../src/model/selection.ts';
import type { Plan } from '../../src/pipeline.ts';
import { openMarkdownWriter } from '../../src/formats/markdown/write-markdown.ts';
import { type Mutant, mutantsOf } from './mutants.ts';
import { openShipped } from './shipped-campaign.ts';

/** A slip in one text of the shipped campaign. */
export interface Slip extends Mutant {
  readonly language: Language;
  readonly key: string;
}

/** Who finds a slip first. The check finds it where it is, or somewhere else; or it shows in somebody's letter. */
export type Finder = 'check' | 'check elsewhere' | 'letters' | 'nobody';

/** A slip that was tried, by a name for people. */
export interface Found {
  readonly operator: string;
  readonly finder: Finder;
  readonly name: string;
}

/** Slips in the texts of the shipped campaign, to be tried. */
export interface Slips {
  readonly plan: Plan;
  /** All of the original language; of the translations, which say the same with the same tags, every tenth. */
  readonly all: readonly Slip[];
  readonly find: (slip: Slip) => Found;
}

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
  const find = (slip: Slip): Found => {
    const { found, faults } = checked(plan, slip);
    const change = slip.change.replaceAll('\n', '\\n').replaceAll(/ at="[^"]*"/g, ' at="…"');
    const name = `${slip.language}/${slip.key}  ${slip.operator}  ${change}`;
    const told = faults.map(({ code, span }) => `${code} ${span.line}:${span.column}`).join();
    if (found) return { operator: slip.operator, finder: 'check', name };
    if (faults.length > 0) return { operator: slip.operator, finder: 'check elsewhere', name: `${name}  ${told}` };
    const shows = showsInALetter(plan, selections, slip);
    return { operator: slip.operator, finder: shows ? 'letters' : 'nobody', name };
  };
  return { plan, all, find };
}

function slipsIn({ letter, sources }: Campaign, language: Language, files: TemplateFiles): readonly Slip[] {
  const partials = [...files.keys()].flatMap((key) => (key.startsWith('partials/') ? [key.slice(9)] : []));
  const names = { sources: [...sources.keys()], partials, passages: [...letter.passages.keys()] };
  const all = [...files].flatMap(([key, { text }]) =>
    mutantsOf(text, names).map((mutant): Slip => ({ ...mutant, language, key })),
  );
  return letter.languages[language] === 'original' ? all : all.filter((_, index) => index % 10 === 0);
}

/** Does the text include the partial, directly or by others? */
function includes(files: TemplateFiles, key: string, partial: string): boolean {
  if (key === partial) return true;
  const names = [...(files.get(key)?.text ?? '').matchAll(/\{\{> ([\w-]+)/g)].map(([, name]) => `partials/${name}`);
  return names.some((name) => includes(files, name, partial));
}

/** The campaign with nothing but the text, what it includes and what includes it. */
function around({ campaign }: Plan, { language, key, text }: Slip): Campaign {
  const files = campaign.templates[language] ?? new Map();
  const users = [...files.keys()].filter((user) => includes(files, user, key));
  const near = [...files].filter(([other]) => users.some((user) => includes(files, user, other)));
  const changed = new Map(near.map(([name, file]) => [name, name === key ? { ...file, text } : file]));
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

/** What the check says of it; `found` at the place of the slip. */
function checked(plan: Plan, slip: Slip): { readonly found: boolean; readonly faults: readonly Diagnostic[] } {
  const faults = parseTemplates(around(plan, slip)).diagnostics;
  const file = plan.campaign.templates[slip.language]?.get(slip.key)?.file;
  const places = faults.map(({ span }) => (span.file === file ? `${span.line}:${span.column}` : 'elsewhere'));
  return {
    found: slip.at === undefined ? places.length > 0 : places.includes(locationText(slip.text, slip.at)),
    faults,
  };
}

/** Does somebody get another letter, or none? */
function showsInALetter(plan: Plan, selections: readonly Selection[], slip: Slip): boolean {
  const { language } = slip;
  const write = openMarkdownWriter();
  const files = plan.campaign.templates[language] ?? new Map();
  const passed = parseTemplates(around(plan, slip));
  if (!passed.ok) throw new Error(`${slip.key}: what passes the check can be read`);
  const changed = new Map([
    ...(plan.templates.byShape.get(language) ?? []),
    ...(passed.value.byShape.get(language) ?? []),
  ]);
  const templates = { ...plan.templates, byShape: new Map(plan.templates.byShape).set(language, changed) };
  return selections.some((selection) => {
    const chosen = [selection.body, ...selection.demands, ...selection.passages.map(({ choice }) => choice)];
    const isConcerned = chosen.some((choice) => choice !== undefined && includes(files, choice.text, slip.key));
    if (selection.language !== slip.language || !isConcerned) return false;
    const before = mergeLetter(plan.campaign, plan.templates, selection);
    const after = mergeLetter(plan.campaign, templates, selection);
    return !before.ok || !after.ok || write(before.value) !== write(after.value);
  });
}
