import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { type Message, say } from '../model/message.ts';
import { nameKey } from '../model/name.ts';
import { nearestName } from '../model/nearest-name.ts';
import { type Outcome, failure, success } from '../model/outcome.ts';
import { fileStart } from '../model/span.ts';
import type { World } from '../world.ts';
import { joinChunks } from './join-chunks.ts';
import { unreadableFileFault } from './read-file.ts';

/** What a file that a letter names is, for messages, and how large it may be. */
export interface NamedFileKind {
  readonly noun: 'picture' | 'enclosure';
  /** A noun phrase for what the file contains. */
  readonly contents: string;
  readonly maxBytes: number;
  readonly makeSmallerHint: Message;
}

/**
 * Reads a file that a letter names by its path in the letter's folder. The faults are at the start of the file, and are
 * reported where it is named.
 */
export async function loadNamedFile(
  world: World,
  folder: string,
  path: string,
  kind: NamedFileKind,
): Promise<Outcome<Uint8Array>> {
  const absence = await findAbsence(world, folder, path, kind);
  if (absence !== undefined) return failure(absence);
  const read = await joinChunks(world.readChunks(`${folder}/${path}`), kind.maxBytes);
  if (read.ok) return success(read.value);
  return failure(
    read.problem === 'too-large' ? tooLargeFault(path, kind) : unreadableFileFault(path, read, kind.contents),
  );
}

function tooLargeFault(path: string, { noun, maxBytes, makeSmallerHint: hint }: NamedFileKind): Diagnostic {
  const message = say`the ${[noun]} ${path} is larger than ${maxBytes / 1_000_000} MB`;
  return fault('file/too-large', fileStart(path), message, { hint });
}

/**
 * Returns the fault for a path at which there is no file of just this name. Some file systems find a file by a name in
 * other capitals, with which the letter could not be made on another machine.
 */
async function findAbsence(
  world: World,
  folder: string,
  path: string,
  { noun }: NamedFileKind,
): Promise<Diagnostic | undefined> {
  const parts = path.split('/');
  for (const [index, part] of parts.entries()) {
    const parent = [folder, ...parts.slice(0, index)].join('/');
    const names = (await world.list(parent)).map(({ name }) => name);
    if (names.includes(part)) continue;
    const message = say`there is no ${[noun]} ${path} in ${`${folder}/`}`;
    const hint = await absenceHint(world, folder, path, { noun, nearest: nearestPart(part, names, parts, index) });
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

async function absenceHint(
  world: World,
  folder: string,
  path: string,
  { noun, nearest }: Pick<NamedFileKind, 'noun'> & { readonly nearest: string | undefined },
): Promise<Message> {
  if (nearest !== undefined) return say`did you mean ${nearest}?`;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const elsewhere = await findInFolders(world, folder, name);
  if (elsewhere !== undefined)
    return say`write ${elsewhere}: the path begins in the letter's folder, in every language`;
  return say`save the ${[noun]} there, or write the name of one that is there`;
}

/** How many folders are looked into for a file, as a link to a folder above it would make them endless. */
const MAX_FOLDERS_SEARCHED = 100;

/** Returns the path of a file of this name in the folder or below it, the nearest one. */
async function findInFolders(world: World, folder: string, name: string): Promise<string | undefined> {
  const folders = [folder];
  // The list grows while it is read.
  for (const path of folders) {
    for (const entry of await world.list(path)) {
      const found = `${path}/${entry.name}`;
      if (entry.kind === 'file' && entry.name === name) return found.slice(folder.length + 1);
      if (entry.kind === 'folder' && folders.length < MAX_FOLDERS_SEARCHED) folders.push(found);
    }
  }
  return undefined;
}
