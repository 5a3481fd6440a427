import type { Data } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, andThen, failure, success } from '../model/outcome.ts';
import { fileStart } from '../model/span.ts';
import type { World } from '../world.ts';
import { readFile } from './read-file.ts';
import { readYaml } from './read-yaml.ts';

/** The folder of the campaign with the profiles and the shared files. */
const RECIPIENTS_FOLDER = 'recipients';
const FORMS_SUBFOLDER = 'forms';
/** The files in `recipients/` that contain no profiles. */
const SHARED_FILES: readonly string[] = ['states.yaml', 'groups.yaml', 'fields.yaml'];

/**
 * Yields the profiles in `recipients/`: the files in sorted order, and the profiles of each file in file order. For a
 * file that cannot be read, one failure is yielded.
 */
export async function* loadProfiles(world: World): AsyncIterable<Outcome<Data>> {
  const entries = await world.list(RECIPIENTS_FOLDER);
  for (const { name, kind } of entries)
    if (kind === 'folder' && name !== FORMS_SUBFOLDER) yield* refuseStrayProfiles(world, name);
  const fileNames = entries
    .filter(({ name, kind }) => kind !== 'folder' && isProfileFile(name))
    .map(({ name }) => name);
  for (const name of fileNames.toSorted()) {
    const path = `${RECIPIENTS_FOLDER}/${name}`;
    if (isMisnamed(name)) {
      yield failure(misnamedFileFault(path));
      continue;
    }
    const text = await readFile(world, path, 'profiles of recipients');
    const outcome = andThen(text, (content) => readYaml(path, content));
    if (!outcome.ok || outcome.value.kind !== 'list') yield outcome;
    else for (const item of outcome.value.items) yield success(item);
  }
}

/** Whether a file of the campaign may contain profiles, judged by its path alone. */
export function mayContainProfiles(path: string): boolean {
  const isShared =
    path.startsWith(`${RECIPIENTS_FOLDER}/${FORMS_SUBFOLDER}/`) ||
    SHARED_FILES.some((name) => path === `${RECIPIENTS_FOLDER}/${name}`);
  return !isShared && !path.startsWith('templates/');
}

/**
 * Yields a fault for a subfolder of `recipients/` that contains YAML files. Profiles in it would be ignored without
 * notice, because subfolders are not read.
 */
async function* refuseStrayProfiles(world: World, name: string): AsyncGenerator<Outcome<Data>> {
  const folder = `${RECIPIENTS_FOLDER}/${name}`;
  const entries = await world.list(folder);
  if (!entries.some((entry) => /\.ya?ml$/i.test(entry.name))) return;
  const hint = say`move the files up into recipients/`;
  const message = say`profiles are not read from folders in recipients/`;
  yield failure(fault('file/not-read', fileStart(folder), message, { hint }));
}

function isProfileFile(name: string): boolean {
  return (name.endsWith('.yaml') || isMisnamed(name)) && !SHARED_FILES.includes(name);
}

/** Extensions of file formats in which other programs export profiles. Files in `recipients/` may not have them. */
const OTHER_FORMAT_EXTENSION = /\.(?:json|ndjson|csv)$/i;

/** Whether a file seems to contain profiles, but has an extension that is not read. Such a file is a fault. */
function isMisnamed(name: string): boolean {
  return OTHER_FORMAT_EXTENSION.test(name) || (/\.ya?ml$/i.test(name) && !name.endsWith('.yaml'));
}

function misnamedFileFault(path: string): Diagnostic {
  const hint = OTHER_FORMAT_EXTENSION.test(path)
    ? say`profiles are YAML here: write them into a file that ends in .yaml, and move this one out of recipients/`
    : say`rename it so that it ends in .yaml, or move it out of recipients/`;
  const message = say`profiles are read from files that end in .yaml, so this file is not read`;
  return fault('file/not-read', fileStart(path), message, { hint });
}
