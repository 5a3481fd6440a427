import { type Data, dataAt } from '../model/data.ts';
import type { TemplateFiles } from '../model/campaign.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import type { Language } from '../model/language.ts';
import { type Message, say } from '../model/message.ts';
import { nameKey } from '../model/name.ts';
import { nearestName } from '../model/nearest-name.ts';
import { type Outcome, failure, success } from '../model/outcome.ts';
import { MAX_PICTURE_BYTES } from '../model/picture-files.ts';
import { picturePathsIn, readPicturePath } from '../model/picture-path.ts';
import { fileStart } from '../model/span.ts';
import type { World } from '../world.ts';
import { joinChunks } from './join-chunks.ts';
import { unreadableFileFault } from './read-file.ts';

/** The bytes of the pictures that a letter names, by their path in its folder, or the faults of their files. */
export type LoadedPictures = ReadonlyMap<string, Outcome<Uint8Array>>;

/**
 * Reads the pictures that `letter.yaml` and the texts of a letter name. A file that cannot be read is no fault yet: the
 * text may name it in a comment only. `folder` is that of the letter.
 */
export async function loadPictures(
  world: World,
  folder: string,
  letter: Data,
  templates: Readonly<Record<Language, TemplateFiles>>,
): Promise<LoadedPictures> {
  const texts = Object.values(templates).flatMap((files) => [...files.values()]);
  const paths = new Set([...pathsInSettings(letter), ...texts.flatMap(({ text }) => picturePathsIn(text))]);
  const pictures = new Map<string, Outcome<Uint8Array>>();
  for (const path of paths) pictures.set(path, await loadPicture(world, folder, path));
  return pictures;
}

/** The keys of `letter.yaml` that have a picture. */
const PICTURE_KEYS: ReadonlySet<string> = new Set(['logo', 'image']);

/** Returns the paths of the pictures that the settings name, wherever they do. */
function pathsInSettings(data: Data): readonly string[] {
  if (data.kind === 'scalar') return [];
  if (data.kind === 'list') return data.items.flatMap(pathsInSettings);
  return data.entries.flatMap(({ key, value }) => {
    const file = PICTURE_KEYS.has(key) ? dataAt(value, ['file']) : undefined;
    const path = file?.kind === 'scalar' ? readPicturePath(file.text) : undefined;
    return [...(path?.ok === true ? [path.path] : []), ...pathsInSettings(value)];
  });
}

async function loadPicture(world: World, folder: string, path: string): Promise<Outcome<Uint8Array>> {
  const absence = await findAbsence(world, folder, path);
  if (absence !== undefined) return failure(absence);
  const read = await joinChunks(world.readChunks(`${folder}/${path}`), MAX_PICTURE_BYTES);
  if (read.ok) return success(read.value);
  const isTooLarge = read.problem === 'too-large';
  return failure(isTooLarge ? tooLargeFault(path) : unreadableFileFault(path, read, 'a picture of the letter'));
}

function tooLargeFault(path: string): Diagnostic {
  const message = say`the picture ${path} is larger than ${MAX_PICTURE_BYTES / 1_000_000} MB`;
  const hint = say`make it smaller: 300 dots per inch at the size at which it is printed are enough`;
  return fault('file/too-large', fileStart(path), message, { hint });
}

/**
 * Returns the fault for a path at which there is no file of just this name. Some file systems find a file by a name in
 * other capitals, with which the letter could not be made on another machine.
 */
async function findAbsence(world: World, folder: string, path: string): Promise<Diagnostic | undefined> {
  const parts = path.split('/');
  for (const [index, part] of parts.entries()) {
    const parent = [folder, ...parts.slice(0, index)].join('/');
    const names = (await world.list(parent)).map(({ name }) => name);
    if (names.includes(part)) continue;
    const message = say`there is no picture ${path} in ${`${folder}/`}`;
    const hint = await absenceHint(world, folder, path, nearestPart(part, names, parts, index));
    return fault('file/missing', fileStart(path), message, { hint });
  }
  return undefined;
}

/** Returns the path with the name in the place of one of its parts that it was probably meant to have. */
function nearestPart(
  part: string,
  names: readonly string[],
  parts: readonly string[],
  index: number,
): string | undefined {
  const nearest = names.find((name) => nameKey(name) === nameKey(part)) ?? nearestName(part, names);
  return nearest === undefined ? undefined : parts.with(index, nearest).join('/');
}

async function absenceHint(world: World, folder: string, path: string, nearest: string | undefined): Promise<Message> {
  if (nearest !== undefined) return say`did you mean ${nearest}?`;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const elsewhere = await findInFolders(world, folder, name);
  if (elsewhere !== undefined) return say`write ${elsewhere}: the path begins in the letter's folder, in every text`;
  return say`save the picture there, or write the name of one that is there`;
}

/** Returns the path of a file of this name in the folder or below it. */
async function findInFolders(world: World, folder: string, name: string): Promise<string | undefined> {
  for (const entry of await world.list(folder)) {
    if (entry.kind === 'file' && entry.name === name) return name;
    if (entry.kind !== 'folder') continue;
    const below = await findInFolders(world, `${folder}/${entry.name}`, name);
    if (below !== undefined) return `${entry.name}/${below}`;
  }
  return undefined;
}
