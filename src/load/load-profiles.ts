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

/** The recipients' profiles, file by file and in their order there; one failure for a file that cannot be read. */
export async function* loadProfiles(world: World): AsyncIterable<Outcome<Data>> {
  const entries = await world.list(FOLDER);
  for (const { name, kind } of entries) if (kind === 'folder' && name !== FORMS) yield* strayProfiles(world, name);
  const names = entries.filter(({ name, kind }) => kind !== 'folder' && isProfileFile(name)).map(({ name }) => name);
  for (const name of names.toSorted()) {
    const path = `${FOLDER}/${name}`;
    if (isMisnamed(name)) {
      yield failure(misnamed(path));
      continue;
    }
    const text = await readFile(world, path, 'profiles of recipients');
    const read = andThen(text, (typed) => readYaml(path, typed));
    if (!read.ok || read.value.kind !== 'list') yield read;
    else for (const item of read.value.items) yield success(item);
  }
}

/** Is this a file of profiles, by its path? The files that all letters of a campaign share are none. */
export function holdsProfiles(path: string): boolean {
  const isShared = path.startsWith(`${FOLDER}/${FORMS}/`) || SHARED.some((name) => path === `${FOLDER}/${name}`);
  return !isShared && !path.startsWith('templates/');
}

/** A fault if a folder holds profiles: nothing in it is read, so they would be lost without notice. */
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

/** Formats in which other programs keep profiles. */
const OTHER_FORMAT = /\.(?:json|ndjson|csv)$/i;

/** Does the name resemble that of a file of profiles? To ignore such a file in silence would lose a recipient. */
function isMisnamed(name: string): boolean {
  return OTHER_FORMAT.test(name) || (/\.ya?ml$/i.test(name) && !name.endsWith('.yaml'));
}

function misnamed(path: string): Diagnostic {
  const hint = OTHER_FORMAT.test(path)
    ? say`profiles are YAML here: write them into a file that ends in .yaml, and move this one out of recipients/`
    : say`rename it so that it ends in .yaml, or move it out of recipients/`;
  const message = say`profiles are read from files that end in .yaml, so this one is not`;
  return fault('file/not-read', fileStart(path), message, { hint });
}
