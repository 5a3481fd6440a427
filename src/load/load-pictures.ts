import { type Data, dataAt } from '../model/data.ts';
import type { TemplateFiles } from '../model/campaign.ts';
import type { Language } from '../model/language.ts';
import { say } from '../model/message.ts';
import type { Outcome } from '../model/outcome.ts';
import { MAX_PICTURE_BYTES } from '../model/picture-files.ts';
import { picturePathsIn, readPicturePath } from '../model/picture-path.ts';
import type { World } from '../world.ts';
import { type NamedFileKind, loadNamedFile } from './load-named-file.ts';

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
  for (const path of paths) pictures.set(path, await loadNamedFile(world, folder, path, PICTURE));
  return pictures;
}

const PICTURE: NamedFileKind = {
  noun: 'picture',
  contents: 'a picture of the letter',
  maxBytes: MAX_PICTURE_BYTES,
  makeSmallerHint: say`make it smaller: 300 dots per inch at the size at which it is printed are enough`,
};

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
