import type { TemplateFile, TemplateFiles } from '../model/campaign.ts';
import type { CampaignData } from '../model/campaign-data.ts';
import type { Data } from '../model/data.ts';
import type { Language } from '../model/language.ts';
import { type Outcome, andThen, collect, failure, mapOutcome, settle, success } from '../model/outcome.ts';
import type { World } from '../world.ts';
import { enough, forbiddenCharacters, locationsIn, withoutByteOrderMark } from './file-text.ts';
import { readFile, unreadableFile } from './read-file.ts';
import { readYaml } from './read-yaml.ts';

/** Reads everything that a campaign's letters share, recipients left out. All files are read before faults are told. */
export async function loadCampaign(world: World, letterId: string): Promise<Outcome<CampaignData>> {
  const folder = `templates/${letterId}`;
  const [letter, sources, approvals, states, groups, forms, templates] = await Promise.all([
    loadYaml(world, `${folder}/letter.yaml`, 'the settings of the letter'),
    loadYaml(world, `${folder}/sources.yaml`, 'the documents on which its claims rest'),
    loadApprovals(world, `${folder}/approvals.yaml`),
    loadYaml(world, 'recipients/states.yaml', 'the names of States and the facts about them'),
    loadYaml(world, 'recipients/groups.yaml', 'the roles, groups and facts that are declared'),
    loadForms(world),
    loadTemplates(world, folder),
  ]);
  const diagnostics = [letter, sources, approvals, states, groups, forms, templates].flatMap(
    (outcome) => outcome.diagnostics,
  );
  if (!letter.ok || !sources.ok || !approvals.ok || !states.ok || !groups.ok || !forms.ok || !templates.ok) {
    return failure(...diagnostics);
  }
  const data: CampaignData = {
    id: letterId,
    letter: letter.value,
    sources: sources.value,
    approvals: approvals.value,
    states: states.value,
    groups: groups.value,
    forms: forms.value,
    templates: templates.value,
  };
  return success(data, diagnostics);
}

/** What a letter's folder says of its translations; undefined: it has no such file. */
export interface TranslatingFiles {
  readonly terms: Data | undefined;
  readonly translations: Data | undefined;
}

/** Reads `terms.yaml` and `translations.yaml`. Neither has to be there. */
export async function loadTranslating(world: World, letterId: string): Promise<Outcome<TranslatingFiles>> {
  const folder = `templates/${letterId}`;
  const names = new Set((await world.list(folder)).map(({ name }) => name));
  const optional = async (name: string, holds: string): Promise<Outcome<Data | undefined>> =>
    names.has(name) ? loadYaml(world, `${folder}/${name}`, holds) : success(undefined);
  const terms = await optional('terms.yaml', 'the words of the trade in each language');
  const translations = await optional('translations.yaml', 'which original each translation was made from');
  return andThen(terms, (found) => mapOutcome(translations, (made) => ({ terms: found, translations: made })));
}

async function loadYaml(world: World, path: string, holds: string): Promise<Outcome<Data>> {
  return andThen(await readFile(world, path, holds), (text) => readYaml(path, text));
}

/** The approvals of a letter; undefined: the letter has no such file. */
async function loadApprovals(world: World, path: string): Promise<Outcome<Data | undefined>> {
  const reading = await world.readText(path);
  if (reading.ok) return readYaml(path, reading.value);
  return reading.why === 'missing'
    ? success(undefined)
    : failure(unreadableFile(path, reading, 'who has approved which text'));
}

const FORMS = 'recipients/forms';
const LANGUAGE_FILE = /^([a-z]{2})\.yaml$/u;

async function loadForms(world: World): Promise<Outcome<Readonly<Record<Language, Data>>>> {
  const languages = (await world.list(FORMS)).flatMap(({ name }) => LANGUAGE_FILE.exec(name)?.[1] ?? []);
  const forms = await inTurn(languages, async (language) => {
    const read = await loadYaml(world, `${FORMS}/${language}.yaml`, 'the forms of address of a language');
    return mapOutcome(read, (data) => [language, data] as const);
  });
  return mapOutcome(collect(forms), (entries) => Object.fromEntries(entries));
}

const TWO_LETTERS = /^[a-z]{2}$/u;

/** All templates of a letter, of every language that has a folder there. Line ends are those of Unix. */
async function loadTemplates(
  world: World,
  folder: string,
): Promise<Outcome<Readonly<Record<Language, TemplateFiles>>>> {
  const languages = (await foldersIn(world, folder)).filter((name) => TWO_LETTERS.test(name));
  const templates = await inTurn(languages, async (language) => {
    const loaded = await loadTemplatesIn(world, `${folder}/${language}`);
    return mapOutcome(loaded, (files) => [language, files] as const);
  });
  return mapOutcome(collect(templates), (entries) => Object.fromEntries(entries));
}

async function loadTemplatesIn(world: World, folder: string): Promise<Outcome<TemplateFiles>> {
  const texts = await inTurn(['passages', 'demands'], async (kind) =>
    (await foldersIn(world, `${folder}/${kind}`)).map((id) => `${kind}/${id}`),
  );
  const keys = await inTurn(['body', 'partials', ...texts.flat()], (group) => keysIn(world, folder, group));
  const templates = await inTurn(keys.flat(), (key) => loadTemplate(world, `${folder}/${key}.md`, key));
  return mapOutcome(collect(templates), (entries) => new Map(entries));
}

async function foldersIn(world: World, folder: string): Promise<readonly string[]> {
  return (await world.list(folder)).filter(({ kind }) => kind === 'folder').map(({ name }) => name);
}

async function keysIn(world: World, folder: string, group: string): Promise<readonly string[]> {
  return (await world.list(`${folder}/${group}`))
    .filter(({ name, kind }) => kind !== 'folder' && name.endsWith('.md'))
    .map(({ name }) => `${group}/${name.slice(0, -'.md'.length)}`);
}

async function loadTemplate(
  world: World,
  file: string,
  key: string,
): Promise<Outcome<readonly [string, TemplateFile]>> {
  return andThen(await readFile(world, file, 'a text of the letter'), (typed) => {
    const text = withoutByteOrderMark(typed);
    const faults = enough(forbiddenCharacters(text, locationsIn(file, text)));
    return settle([key, { file, text: text.replaceAll('\r\n', '\n') }] as const, faults);
  });
}

/** Does one after the other, so that a campaign of thousands of files never has them all open. */
async function inTurn<T, U>(items: readonly T[], work: (item: T) => Promise<U>): Promise<readonly U[]> {
  const results: U[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
