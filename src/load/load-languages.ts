import type { Data } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import type { Language } from '../model/language.ts';
import { isLanguageTag, suggestLanguageTag } from '../model/language-tag.ts';
import { say } from '../model/message.ts';
import { type Outcome, andThen, collect, mapOutcome, settle } from '../model/outcome.ts';
import { fileStart } from '../model/span.ts';
import type { World } from '../world.ts';
import { loadYaml } from './load-yaml.ts';

/** The folder with the words of languages: one YAML file for each. */
const FOLDER = 'languages';
const EXTENSION = '.yaml';

/** Reads the words that a campaign states of languages, by tag. Most campaigns have no such folder. */
export async function loadLanguages(world: World): Promise<Outcome<Readonly<Record<Language, Data>>>> {
  const names = (await world.list(FOLDER)).map(({ name }) => name).filter((name) => /\.ya?ml$/iu.test(name));
  const files: Outcome<readonly [Language, Data]>[] = [];
  for (const name of names.filter(isNameOfLanguage)) {
    const outcome = await loadYaml(world, `${FOLDER}/${name}`, 'the words of a language');
    files.push(mapOutcome(outcome, (data) => [tagOf(name), data] as const));
  }
  const faults = names.filter((name) => !isNameOfLanguage(name)).map(unreadLanguageFault);
  return andThen(settle(undefined, faults), () =>
    mapOutcome(collect(files), (entries) => Object.fromEntries(entries.filter(([, data]) => statesWords(data)))),
  );
}

/** Whether a file states anything: one without content is the same as one that does not exist. */
function statesWords(data: Data): boolean {
  return data.kind !== 'fields' || data.entries.length > 0;
}

function tagOf(name: string): Language {
  return name.slice(0, -EXTENSION.length);
}

function isNameOfLanguage(name: string): boolean {
  return name.endsWith(EXTENSION) && isLanguageTag(tagOf(name));
}

/** Returns the fault for a file whose words would be ignored, and others printed, without notice. */
function unreadLanguageFault(name: string): Diagnostic {
  const path = `${FOLDER}/${name}`;
  const tag = suggestLanguageTag(name.replace(/\.ya?ml$/iu, ''));
  const hint =
    tag === undefined
      ? say`rename it to the tag of its language, as in ${`${FOLDER}/eu.yaml`} or ${`${FOLDER}/pt-BR.yaml`}, or move it out of ${`${FOLDER}/`}`
      : say`rename it to ${`${tag}${EXTENSION}`}, or move it out of ${`${FOLDER}/`}`;
  const message = say`this file is not read: its name is not the tag of a language and .yaml`;
  return fault('file/not-read', fileStart(path), message, { hint });
}
