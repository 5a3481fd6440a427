import type { TemplateFile, TemplateFiles } from '../model/campaign.ts';
import type { CampaignData } from '../model/campaign-data.ts';
import { appendAll } from '../model/append-all.ts';
import { type Data, dataAt } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { type Language, overLanguages } from '../model/language.ts';
import { say } from '../model/message.ts';
import { nameKey } from '../model/name.ts';
import { type Outcome, andThen, andThenAsync, collect, mapOutcome, settle, success } from '../model/outcome.ts';
import { fileStart } from '../model/span.ts';
import type { FolderEntry, World } from '../world.ts';
import { limitFaults, forbiddenCharacterFaults, createOffsetLocator, stripByteOrderMark } from './file-text.ts';
import { fileNameFaults } from './file-names.ts';
import { loadLanguages } from './load-languages.ts';
import { type LoadedPictures, loadPictures } from './load-pictures.ts';
import type { ValidateColumns } from './campaign-tables.ts';
import { withSignatoryTable } from './load-signatories.ts';
import { loadOptionalYaml, loadYaml } from './load-yaml.ts';
import { readFile } from './read-file.ts';
import { misplacedTextFaults, unreadExtensionFaults, unreadLetterFileFaults } from './unread-texts.ts';
import { isLanguageTag, LANGUAGE_TAG_PATTERN, usualTag } from '../model/language-tag.ts';

/** The files of one letter and of the campaign, of which the pictures are not yet checked. */
export type LoadedCampaign = Omit<CampaignData, 'pictures'> & { readonly pictures: LoadedPictures };

/**
 * Reads the shared files of a campaign, and the templates and pictures of one letter. Profiles of recipients are not read. All files
 * are read even if one fails, so that every fault is reported. Only `letter.yaml` must exist. `validateSignatoryColumns`
 * validates the columns file of a table of signatories.
 */
export async function loadCampaign(
  world: World,
  letterId: string,
  validateSignatoryColumns: ValidateColumns,
): Promise<Outcome<LoadedCampaign>> {
  const folder = `templates/${letterId}`;
  const folderName = settle(letterId, await letterNameFaults(world, letterId));
  const [settings, sources, approvals, states, groups, fields, powers, forms, languages, templates] = await Promise.all(
    [
      loadYaml(world, `${folder}/letter.yaml`, 'the settings of the letter'),
      loadOptionalYaml(world, `${folder}/sources.yaml`, 'the documents on which its claims rest'),
      loadOptionalYaml(world, `${folder}/approvals.yaml`, 'who has approved which text'),
      loadOptionalYaml(world, 'recipients/states.yaml', 'the names of States and the facts about them'),
      loadOptionalYaml(world, 'recipients/groups.yaml', 'the roles, groups and facts that are declared'),
      loadOptionalYaml(world, 'recipients/fields.yaml', 'the fields that profiles can have'),
      loadOptionalYaml(world, 'recipients/powers.yaml', 'the powers of the offices that are written to'),
      loadForms(world),
      loadLanguages(world),
      loadTemplates(world, folder),
    ],
  );
  const letter = await andThenAsync(settings, (data) => {
    const originalLanguage = originalLanguageOf(data, templates.ok ? templates.value : {});
    return withSignatoryTable(world, data, { folder, originalLanguage, validateColumns: validateSignatoryColumns });
  });
  const diagnostics = [
    folderName,
    letter,
    sources,
    approvals,
    states,
    groups,
    fields,
    powers,
    forms,
    languages,
    templates,
  ].flatMap((outcome) => outcome.diagnostics);
  if (
    !folderName.ok ||
    !letter.ok ||
    !sources.ok ||
    !approvals.ok ||
    !states.ok ||
    !groups.ok ||
    !fields.ok ||
    !powers.ok ||
    !forms.ok ||
    !languages.ok ||
    !templates.ok
  ) {
    return { ok: false, diagnostics };
  }
  const data: LoadedCampaign = {
    id: letterId,
    letter: letter.value,
    sources: sources.value,
    approvals: approvals.value,
    states: states.value,
    groups: groups.value,
    fields: fields.value,
    powers: powers.value,
    forms: forms.value,
    languages: languages.value,
    templates: templates.value,
    pictures: await loadPictures(world, folder, letter.value, templates.value),
  };
  return success(data, diagnostics);
}

/** Returns the language that `letter.yaml` states to be the original, or the first that has texts. */
function originalLanguageOf(letter: Data, templates: Readonly<Record<Language, TemplateFiles>>): Language | undefined {
  const languages = dataAt(letter, ['languages']);
  const stated = languages?.kind === 'fields' ? languages.entries : [];
  const original = stated.find(({ value }) => value.kind === 'scalar' && value.text === 'original');
  return original?.key ?? Object.keys(templates).toSorted()[0];
}

/** Returns the faults of the name of the letter's folder, by itself and beside the other folders of `templates/`. */
async function letterNameFaults(world: World, letterId: string): Promise<readonly Diagnostic[]> {
  const similarFolders = (await listFolders(world, 'templates')).filter((name) => nameKey(name) === nameKey(letterId));
  return fileNameFaults('templates', similarFolders);
}

/** The parsed `terms.yaml` and `translations.yaml` of a letter. A file that does not exist is an empty mapping. */
export interface TranslatingFiles {
  readonly terms: Data;
  readonly translations: Data;
}

/** Reads the optional files `terms.yaml` and `translations.yaml` of a letter. */
export async function loadTranslatingFiles(world: World, letterId: string): Promise<Outcome<TranslatingFiles>> {
  const folder = `templates/${letterId}`;
  const terms = await loadOptionalYaml(world, `${folder}/terms.yaml`, 'the terminology in each language');
  const translations = await loadOptionalYaml(
    world,
    `${folder}/translations.yaml`,
    'which original each translation was made from',
  );
  return andThen(terms, (termsData) =>
    mapOutcome(translations, (translationsData) => ({ terms: termsData, translations: translationsData })),
  );
}

/** The folder with the forms of address: one YAML file for each language. */
const FORMS_FOLDER = 'recipients/forms';
const LANGUAGE_FILE = new RegExp(String.raw`^(${LANGUAGE_TAG_PATTERN})\.yaml$`, 'u');

async function loadForms(world: World): Promise<Outcome<Readonly<Record<Language, Data>>>> {
  const names = (await world.list(FORMS_FOLDER)).map(({ name }) => name);
  const languages = names.flatMap((name) => languageOfFile(name) ?? []);
  const forms = await mapSequentially(languages, async (language) => {
    const outcome = await loadYaml(world, `${FORMS_FOLDER}/${language}.yaml`, 'the forms of address of a language');
    return mapOutcome(outcome, (data) => [language, data] as const);
  });
  const unreadFaults = names.filter(isUnreadYaml).map((name) => unreadFormsFault(`${FORMS_FOLDER}/${name}`));
  return andThen(settle(undefined, unreadFaults), () =>
    mapOutcome(collect(forms), (entries) =>
      Object.fromEntries(entries.filter(([, data]) => data.kind !== 'fields' || data.entries.length > 0)),
    ),
  );
}

/** Returns the language of a file of the forms of address, by its name; undefined if it has none. */
function languageOfFile(name: string): Language | undefined {
  const tag = LANGUAGE_FILE.exec(name)?.[1];
  return tag !== undefined && isLanguageTag(tag) ? tag : undefined;
}

/** Whether a file of the forms of address seems to have some, but has no name that is read. */
function isUnreadYaml(name: string): boolean {
  return /\.ya?ml$/iu.test(name) && languageOfFile(name) === undefined;
}

/** Returns the fault for forms of address that would be ignored, and others printed, without notice. */
function unreadFormsFault(path: string): Diagnostic {
  const tag = usualTag(path.slice(FORMS_FOLDER.length + 1).replace(/\.ya?ml$/iu, ''));
  const hint = say`rename it to the tag of its language, as in ${`${FORMS_FOLDER}/${tag ?? 'en'}.yaml`}, or move it out of ${`${FORMS_FOLDER}/`}`;
  const message = say`this file is not read: its name is not the tag of a language and .yaml`;
  return fault('file/not-read', fileStart(path), message, { hint });
}

/**
 * Reads the templates of a letter in every language that has a folder, with line ends normalised to LF. A variant has
 * the texts of its language where it has none of its own.
 */
async function loadTemplates(
  world: World,
  folder: string,
): Promise<Outcome<Readonly<Record<Language, TemplateFiles>>>> {
  const entries = await world.list(folder);
  const languages: Language[] = [];
  const misnamedFaults: Diagnostic[] = [];
  for (const name of foldersOf(entries)) {
    const tag = usualTag(name);
    if (tag === undefined) continue;
    const isUsual = isLanguageTag(name);
    // Many names of three letters are tags, as "old"; a folder without folders for texts may be for anything else.
    const mayBeOther = !isUsual || /^[a-z]{3}$/u.test(name);
    if (mayBeOther && !(await hasTextFolders(world, `${folder}/${name}`))) continue;
    if (isUsual) languages.push(name);
    else misnamedFaults.push(misnamedLanguageFault(folder, name, tag));
  }
  const templates = await mapSequentially(languages, async (language) => {
    const outcome = await loadTemplatesOfLanguage(world, `${folder}/${language}`);
    return mapOutcome(outcome, (files) => [language, files] as const);
  });
  return andThen(settle(undefined, [...unreadLetterFileFaults(folder, entries), ...misnamedFaults]), () =>
    mapOutcome(collect(templates), (templatesByLanguage) =>
      overLanguages(Object.fromEntries(templatesByLanguage), (base, variant) => new Map([...base, ...variant])),
    ),
  );
}

/** The folders for texts in the folder of a language. */
const TEXT_FOLDERS: ReadonlySet<string> = new Set(['body', 'passages', 'demands', 'partials']);

async function hasTextFolders(world: World, folder: string): Promise<boolean> {
  return (await listFolders(world, folder)).some((name) => TEXT_FOLDERS.has(name));
}

/** Returns the fault for texts that would be ignored, because their folder is not named as tags of languages are. */
function misnamedLanguageFault(folder: string, name: string, tag: Language): Diagnostic {
  const hint = say`rename the folder to ${tag}, or move it out of ${`${folder}/`}`;
  const message = say`the texts in this folder are not read: the tag of the language is ${tag}`;
  return fault('file/not-read', fileStart(`${folder}/${name}`), message, { hint });
}

/** Reads all templates in the folder of one language and returns them by key. */
async function loadTemplatesOfLanguage(world: World, folder: string): Promise<Outcome<TemplateFiles>> {
  const nameFaults: Diagnostic[] = [...misplacedTextFaults(folder, await world.list(folder))];
  const textFolders = await mapSequentially(['passages', 'demands'], async (kind) => {
    const ids = await listFolders(world, `${folder}/${kind}`);
    appendAll(nameFaults, fileNameFaults(`${folder}/${kind}`, ids));
    return ids.map((id) => `${kind}/${id}`);
  });
  const keys = await mapSequentially(['body', 'partials', ...textFolders.flat()], async (group) => {
    const entries = await world.list(`${folder}/${group}`);
    const names = templateNamesOf(entries);
    appendAll(nameFaults, unreadExtensionFaults(`${folder}/${group}`, entries));
    appendAll(nameFaults, fileNameFaults(`${folder}/${group}`, names, TEMPLATE_EXTENSION));
    return names.map((name) => `${group}/${name}`);
  });
  const templates = await mapSequentially(keys.flat(), (key) =>
    loadTemplate(world, `${folder}/${key}${TEMPLATE_EXTENSION}`, key),
  );
  return andThen(settle(undefined, nameFaults), () => mapOutcome(collect(templates), (entries) => new Map(entries)));
}

const TEMPLATE_EXTENSION = '.md';

async function listFolders(world: World, folder: string): Promise<readonly string[]> {
  return foldersOf(await world.list(folder));
}

function foldersOf(entries: readonly FolderEntry[]): readonly string[] {
  return entries.filter(({ kind }) => kind === 'folder').map(({ name }) => name);
}

/** Returns the names, without extension, of the Markdown files among the entries of a folder. */
function templateNamesOf(entries: readonly FolderEntry[]): readonly string[] {
  return entries
    .filter(({ name, kind }) => kind !== 'folder' && name.endsWith(TEMPLATE_EXTENSION))
    .map(({ name }) => name.slice(0, -TEMPLATE_EXTENSION.length));
}

/** Reads a template and returns it with its key; returns faults for refused characters. */
async function loadTemplate(
  world: World,
  file: string,
  key: string,
): Promise<Outcome<readonly [string, TemplateFile]>> {
  return andThen(await readFile(world, file, 'a text of the letter'), (content) => {
    const text = stripByteOrderMark(content);
    const faults = limitFaults(forbiddenCharacterFaults(text, createOffsetLocator(file, text)));
    return settle([key, { file, text: text.replaceAll('\r\n', '\n') }] as const, faults);
  });
}

/**
 * Applies an asynchronous function to each item, one after the other, so that the thousands of files of a large
 * campaign are not all open at once.
 */
async function mapSequentially<T, U>(items: readonly T[], work: (item: T) => Promise<U>): Promise<readonly U[]> {
  const results: U[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}
