import type { Data } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, andThen, failure, success } from '../model/outcome.ts';
import { fileStart } from '../model/span.ts';
import type { World } from '../world.ts';
import { readFile } from './read-file.ts';
import { readYaml } from './read-yaml.ts';

const FOLDER = 'recipients';
const FORMS = 'forms';
const SHARED: readonly string[] = ['states.yaml', 'groups.yaml'];

/**
 * Yields the profiles in `recipients/`, with files in sorted order and the profiles of a file in file order. A file
 * that cannot be read yields one failure.
 */
export async function* loadProfiles(world: World): AsyncIterable<Outcome<Data>> {
  const entries = await world.list(FOLDER);
  for (const { name, kind } of entries) if (kind === 'folder' && name !== FORMS) yield* strayProfiles(world, name);
  const names = entries.filter(({ name, kind }) => kind !== 'folder' && isProfileFile(name)).map(({ name }) => name);
  for (const name of names.toSorted()) {
    const path = `${FOLDER}/${name}`;
    if (isMisnamed(name)) {
      yield failure(misnamedFile(path));
      continue;
    }
    const text = await readFile(world, path, 'profiles of recipients');
    const read = andThen(text, (content) => readYaml(path, content));
    if (!read.ok || read.value.kind !== 'list') yield read;
    else for (const item of read.value.items) yield success(item);
  }
}

/** Whether a file may contain profiles, judged by its path. Shared files and the files of `templates/` do not. */
export function mayContainProfiles(path: string): boolean {
  const isShared = path.startsWith(`${FOLDER}/${FORMS}/`) || SHARED.some((name) => path === `${FOLDER}/${name}`);
  return !isShared && !path.startsWith('templates/');
}

/** Yields a fault for a subfolder with YAML files: subfolders are not read, so these profiles would be lost. */
async function* strayProfiles(world: World, name: string): AsyncGenerator<Outcome<Data>> {
  const folder = `${FOLDER}/${name}`;
  const entries = await world.list(folder);
  if (!entries.some((entry) => /\.ya?ml$/i.test(entry.name))) return;
  const hint = say`move the files up into recipients/`;
  const message = say`profiles are not read from folders in recipients/`;
  yield failure(fault('file/not-read', fileStart(folder), message, { hint }));
}

function isProfileFile(name: string): boolean {
  return (name.endsWith('.yaml') || isMisnamed(name)) && !SHARED.includes(name);
}

/** Extensions of the file formats in which other programs export profiles. */
const OTHER_FORMAT = /\.(?:json|ndjson|csv)$/i;

/** Whether a file name looks like a file of profiles but has an extension that is not read. Such a file is a fault. */
function isMisnamed(name: string): boolean {
  return OTHER_FORMAT.test(name) || (/\.ya?ml$/i.test(name) && !name.endsWith('.yaml'));
}

function misnamedFile(path: string): Diagnostic {
  const hint = OTHER_FORMAT.test(path)
    ? say`profiles are YAML here: write them into a file that ends in .yaml, and move this one out of recipients/`
    : say`rename it so that it ends in .yaml, or move it out of recipients/`;
  const message = say`profiles are read from files that end in .yaml, so this file is not read`;
  return fault('file/not-read', fileStart(path), message, { hint });
}
