import { type Data, dataAt } from '../model/data.ts';
import { MAX_ENCLOSED_BYTES, readEnclosurePath } from '../model/enclosed-file.ts';
import { say } from '../model/message.ts';
import type { Outcome } from '../model/outcome.ts';
import type { World } from '../world.ts';
import { type NamedFileKind, loadNamedFile } from './load-named-file.ts';

/** The bytes of the files that a letter encloses, by their path in its folder, or the faults of the files. */
export type LoadedEnclosures = ReadonlyMap<string, Outcome<Uint8Array>>;

const ENCLOSURE: NamedFileKind = {
  noun: 'enclosure',
  contents: 'an enclosure of the letter',
  maxBytes: MAX_ENCLOSED_BYTES,
  makeSmallerHint: say`make it smaller, or publish it and enclose it as a source with its ${'url'}`,
};

/** Reads the files that `letter.yaml` encloses, each once. `folder` is that of the letter. */
export async function loadEnclosures(world: World, folder: string, letter: Data): Promise<LoadedEnclosures> {
  const files = new Map<string, Outcome<Uint8Array>>();
  for (const path of new Set(pathsOfEnclosures(letter)))
    files.set(path, await loadNamedFile(world, folder, path, ENCLOSURE));
  return files;
}

/** Returns the paths of the files that `letter.yaml` encloses. The file need not be valid. */
function pathsOfEnclosures(letter: Data): readonly string[] {
  const enclosures = dataAt(letter, ['enclosures']);
  const entries = enclosures?.kind === 'list' ? enclosures.items : [];
  return entries.flatMap((entry) => {
    const file = dataAt(entry, ['file']);
    const values = file?.kind === 'fields' ? file.entries.map(({ value }) => value) : [file];
    return values.flatMap((value) => {
      const path = value?.kind === 'scalar' ? readEnclosurePath(value.text) : undefined;
      return path?.ok === true ? [path.path] : [];
    });
  });
}
