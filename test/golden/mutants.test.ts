import { beforeAll, expect, test } from 'vitest';
import { mergeLetter } from '../../src/merge/merge-letter.ts';
import { parseTemplates } from '../../src/template/parse-templates.ts';
import type { Campaign, TemplateFiles } from '../../src/model/campaign.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Language } from '../../src/model/language.ts';
import type { Selection } from '../../src/model/selection.ts';
import type { Plan } from '../../src/pipeline.ts';
import { openMarkdownWriter } from '../../src/formats/markdown/write-markdown.ts';
import { type Mutant, mutantsOf } from '../support/mutants.ts';
import { openShipped } from '../support/shipped-campaign.ts';

/** A slip in one text of the shipped campaign. */
interface Slip extends Mutant {
  readonly language: Language;
  readonly key: string;
}

let plan: Plan;
let selections: readonly Selection[];
let slips: readonly Slip[];

beforeAll(async () => {
  const shipped = await openShipped(['md'], { editions: 'all', examples: ['states-parties.yaml', 'eu-institutions.yaml'] });
  plan = shipped.plan;
  selections = shipped.addressees.flatMap((found) =>
    found.kind === 'target' && found.target.kind === 'letter' ? [found.target.selection] : [],
  );
  slips = Object.entries(plan.campaign.templates).flatMap(([language, files]) => slipsIn(plan.campaign, language, files));
});

/** All of the original language; of the translations, which say the same with the same tags, every tenth. */
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

function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset);
  return `${before.split('\n').length}:${offset - before.lastIndexOf('\n')}`;
}

/** What the check says of it; `found` at the place of the slip. */
function checked(slip: Slip): { readonly found: boolean; readonly faults: readonly Diagnostic[] } {
  const faults = parseTemplates(around(plan, slip)).diagnostics;
  const file = plan.campaign.templates[slip.language]?.get(slip.key)?.file;
  const places = faults.map(({ span }) => (span.file === file ? `${span.line}:${span.column}` : 'elsewhere'));
  return { found: slip.at === undefined ? places.length > 0 : places.includes(placeOf(slip.text, slip.at)), faults };
}

const write = openMarkdownWriter();

/** Does somebody get another letter, or none? */
function showsInALetter(slip: Slip): boolean {
  const { language } = slip;
  const files = plan.campaign.templates[language] ?? new Map();
  const passed = parseTemplates(around(plan, slip));
  if (!passed.ok) throw new Error(`${slip.key}: what passes the check can be read`);
  const changed = new Map([...(plan.templates.byShape.get(language) ?? []), ...(passed.value.byShape.get(language) ?? [])]);
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

test('the texts themselves give no alarm', () => {
  expect(plan.campaign.templates['en']?.size).toBeGreaterThan(30);
  expect(parseTemplates(plan.campaign).diagnostics).toEqual([]);
});

test('no slip in a text passes both the check, at its line and column, and the letters', async () => {
  const counts = new Map<string, { slips: number; checked: number }>();
  const elsewhere: string[] = [];
  const survivors: string[] = [];
  const onlyInLetters: string[] = [];
  for (const slip of slips) {
    const count = counts.get(slip.operator) ?? { slips: 0, checked: 0 };
    counts.set(slip.operator, count);
    count.slips += 1;
    const name = `${slip.language}/${slip.key}  ${slip.operator}  ${slip.change.replaceAll('\n', '\\n').replaceAll(/ at="[^"]*"/g, ' at="…"')}`;
    const { found, faults } = checked(slip);
    if (found) count.checked += 1;
    else if (faults.length > 0) elsewhere.push(`${name}  ${faults.map(({ code, span }) => `${code} ${span.line}:${span.column}`).join()}`);
    else if (showsInALetter(slip)) onlyInLetters.push(name);
    else survivors.push(name);
  }
  const found = [...counts.values()].reduce((sum, count) => sum + count.checked, 0);
  process.stdout.write(
    `${slips.length} slips by ${counts.size} operators: ${found} found by the check, ${onlyInLetters.length} by letters alone\n`,
  );
  expect(elsewhere).toEqual([]);
  expect(survivors).toEqual([]);
  expect(counts.size).toBeGreaterThanOrEqual(5);
  expect(slips.length).toBeGreaterThanOrEqual(300);
  await expect(`${onlyInLetters.join('\n')}\n`).toMatchFileSnapshot('slips-only-letters-show.txt');
});
