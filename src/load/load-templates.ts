import { appendAll } from '../model/append-all.ts';
import type { TemplateFiles, TemplateFile } from '../model/campaign.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { usualTag, isLanguageTag } from '../model/language-tag.ts';
import { type Language, overLanguages } from '../model/language.ts';
import { say } from '../model/message.ts';
import { type Outcome, mapOutcome, andThen, settle, collect } from '../model/outcome.ts';
import { fileStart } from '../model/span.ts';
import type { World, FolderEntry } from '../world.ts';
import { fileNameFaults } from './file-names.ts';
import { stripByteOrderMark, limitFaults, forbiddenCharacterFaults, createOffsetLocator } from './file-text.ts';
import { mapSequentially } from './map-sequentially.ts';
import { readFile } from './read-file.ts';
import { unreadLetterFileFaults, misplacedTextFaults, unreadExtensionFaults } from './unread-texts.ts';

/**
 * Reads the templates of a letter in every language that has a folder, with line ends normalised to LF. A variant has
 * the texts of its language where it has none of its own.
 */
export async function loadTemplates(
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
const TEXT_FOLDERS: ReadonlySet<string> = new Set(['body', 'cover', 'passages', 'demands', 'partials']);

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
  const keys = await mapSequentially(['body', 'cover', 'partials', ...textFolders.flat()], async (group) => {
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

/** Returns the names of the folders in a folder. */
export async function listFolders(world: World, folder: string): Promise<readonly string[]> {
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
