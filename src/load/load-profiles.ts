import type { Data } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, andThen, failure, success } from '../model/outcome.ts';
import { startOf } from '../model/span.ts';
import type { World } from '../world.ts';
import { readFile } from './read-file.ts';
import { readYaml } from './read-yaml.ts';

const FOLDER = 'recipients';
const SHARED: readonly string[] = ['states.yaml', 'groups.yaml'];

/** The recipients' profiles, file by file and in their order there; one failure for a file that cannot be read. */
export async function* loadProfiles(world: World): AsyncIterable<Outcome<Data>> {
  const entries = await world.list(FOLDER);
  const names = entries.filter(({ name, kind }) => kind !== 'folder' && isProfileFile(name)).map(({ name }) => name);
  for (const name of names.toSorted()) {
    const path = `${FOLDER}/${name}`;
    if (isMisnamed(name)) {
      yield failure(misnamed(path));
      continue;
    }
    const read = andThen(await readFile(world, path, 'profiles of recipients'), (text) => readYaml(path, text));
    if (!read.ok || read.value.kind !== 'list') yield read;
    else for (const item of read.value.items) yield success(item);
  }
}

function isProfileFile(name: string): boolean {
  return (name.endsWith('.yaml') || isMisnamed(name)) && !SHARED.includes(name);
}

/** Nearly a profile's name: to pass it over in silence would lose a recipient. */
function isMisnamed(name: string): boolean {
  return /\.ya?ml$/i.test(name) && !name.endsWith('.yaml');
}

function misnamed(path: string): Diagnostic {
  const hint = say`rename it so that it ends in .yaml, or move it out of recipients/`;
  return fault(
    'file/not-read',
    startOf(path),
    say`profiles are read from files that end in .yaml, so this one is not`,
    { hint },
  );
}
