import type { Data } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { LANGUAGE_TAG_PATTERN, isLanguageTag, usualTag } from '../model/language-tag.ts';
import type { Language } from '../model/language.ts';
import { say } from '../model/message.ts';
import { type Outcome, mapOutcome, andThen, settle, collect } from '../model/outcome.ts';
import { fileStart } from '../model/span.ts';
import type { World } from '../world.ts';
import { loadYaml } from './load-yaml.ts';
import { mapSequentially } from './map-sequentially.ts';

/** The folder with the forms of address: one YAML file for each language. */
const FORMS_FOLDER = 'recipients/forms';
const LANGUAGE_FILE = new RegExp(String.raw`^(${LANGUAGE_TAG_PATTERN})\.yaml$`, 'u');

/** Reads the forms of address in every language that has a file. A file that is empty is as one that does not exist. */
export async function loadForms(world: World): Promise<Outcome<Readonly<Record<Language, Data>>>> {
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
