import type { TemplateFile, TemplateFiles } from '../model/campaign.ts';
import type { CampaignData } from '../model/campaign-data.ts';
import type { Data } from '../model/data.ts';
import type { Language } from '../model/language.ts';
import { type Outcome, andThen, collect, failure, mapOutcome, settle, success } from '../model/outcome.ts';
import type { World } from '../world.ts';
import { limitFaults, forbiddenCharacters, offsetLocator, withoutByteOrderMark } from './file-text.ts';
import { readFile, unreadableFile } from './read-file.ts';
import { readYaml } from './read-yaml.ts';

/**
 * Reads the shared files of a campaign and the templates of one letter, but no profiles. All files are read even if one
 * fails, so that every fault is reported.
 */
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

/** The parsed `terms.yaml` and `translations.yaml` of a letter; undefined if the file does not exist. */
export interface TranslatingFiles {
  readonly terms: Data | undefined;
  readonly translations: Data | undefined;
}

/** Reads the optional files `terms.yaml` and `translations.yaml` of a letter. */
export async function loadTranslating(world: World, letterId: string): Promise<Outcome<TranslatingFiles>> {
  const folder = `templates/${letterId}`;
  const names = new Set((await world.list(folder)).map(({ name }) => name));
  const optional = async (name: string, contents: string): Promise<Outcome<Data | undefined>> =>
    names.has(name) ? loadYaml(world, `${folder}/${name}`, contents) : success(undefined);
  const terms = await optional('terms.yaml', 'the terminology in each language');
  const translations = await optional('translations.yaml', 'which original each translation was made from');
  return andThen(terms, (termsData) =>
    mapOutcome(translations, (translationsData) => ({ terms: termsData, translations: translationsData })),
  );
}

/** Reads and parses a YAML file. `contents` describes the file in the message if it cannot be read. */
async function loadYaml(world: World, path: string, contents: string): Promise<Outcome<Data>> {
  return andThen(await readFile(world, path, contents), (text) => readYaml(path, text));
}

/** Reads the approvals of a letter; undefined if the file does not exist. */
async function loadApprovals(world: World, path: string): Promise<Outcome<Data | undefined>> {
  const result = await world.readText(path);
  if (result.ok) return readYaml(path, result.value);
  return result.problem === 'missing'
    ? success(undefined)
    : failure(unreadableFile(path, result, 'who has approved which text'));
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

const LANGUAGE_FOLDER = /^[a-z]{2}$/u;

/** Reads the templates of a letter in every language that has a folder, with line ends normalised to LF. */
async function loadTemplates(
  world: World,
  folder: string,
): Promise<Outcome<Readonly<Record<Language, TemplateFiles>>>> {
  const languages = (await foldersIn(world, folder)).filter((name) => LANGUAGE_FOLDER.test(name));
  const templates = await inTurn(languages, async (language) => {
    const loaded = await loadTemplatesIn(world, `${folder}/${language}`);
    return mapOutcome(loaded, (files) => [language, files] as const);
  });
  return mapOutcome(collect(templates), (entries) => Object.fromEntries(entries));
}

async function loadTemplatesIn(world: World, folder: string): Promise<Outcome<TemplateFiles>> {
  const textFolders = await inTurn(['passages', 'demands'], async (kind) =>
    (await foldersIn(world, `${folder}/${kind}`)).map((id) => `${kind}/${id}`),
  );
  const keys = await inTurn(['body', 'partials', ...textFolders.flat()], (group) =>
    templateKeysIn(world, folder, group),
  );
  const templates = await inTurn(keys.flat(), (key) => loadTemplate(world, `${folder}/${key}.md`, key));
  return mapOutcome(collect(templates), (entries) => new Map(entries));
}

async function foldersIn(world: World, folder: string): Promise<readonly string[]> {
  return (await world.list(folder)).filter(({ kind }) => kind === 'folder').map(({ name }) => name);
}

/** Returns the keys (`body/president`) of the Markdown files in a folder, subfolders excluded. */
async function templateKeysIn(world: World, folder: string, group: string): Promise<readonly string[]> {
  return (await world.list(`${folder}/${group}`))
    .filter(({ name, kind }) => kind !== 'folder' && name.endsWith('.md'))
    .map(({ name }) => `${group}/${name.slice(0, -'.md'.length)}`);
}

async function loadTemplate(
  world: World,
  file: string,
  key: string,
): Promise<Outcome<readonly [string, TemplateFile]>> {
  return andThen(await readFile(world, file, 'a text of the letter'), (content) => {
    const text = withoutByteOrderMark(content);
    const faults = limitFaults(forbiddenCharacters(text, offsetLocator(file, text)));
    return settle([key, { file, text: text.replaceAll('\r\n', '\n') }] as const, faults);
  });
}

/** Runs the asynchronous work sequentially, so that a campaign of thousands of files never has them all open. */
async function inTurn<T, U>(items: readonly T[], work: (item: T) => Promise<U>): Promise<readonly U[]> {
  const results: U[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
