import { FORMATS, type Format } from '../model/artifact.ts';
import { ENCLOSURES_FOLDER } from '../model/enclosed-file.ts';
import type { OutputFolder } from '../world.ts';
import { type LetterFileName, readLetterFileName } from './letter-files.ts';
import { type Manifest, letterKey } from './manifest.ts';

/** The letters in an output folder: those that the manifest lists, and those of which a file is there. */
export interface WrittenLetters {
  /** The id of the recipient and the language of each letter, by `letterKey`. */
  readonly letters: ReadonlyMap<string, { readonly id: string; readonly language: string }>;
  /** The files that are there of each letter, by `letterKey`; in the order of `FORMATS`, and by page. */
  readonly files: ReadonlyMap<string, readonly LetterFileName[]>;
  /** The formats of each letter in which the manifest lists a file or a file is there, by `letterKey`. */
  readonly formatsByLetter: ReadonlyMap<string, ReadonlySet<Format>>;
  /** The formats in which the manifest lists a file, or of which a file is there. */
  readonly formats: readonly Format[];
  /**
   * The formats of which a file is there. All files of another format may be absent on purpose, for example because
   * they are not committed.
   */
  readonly keptFormats: ReadonlySet<Format>;
  /** Whether an enclosure is there. If none is, they may all be absent on purpose. */
  readonly keepsEnclosures: boolean;
}

/**
 * Finds the letters in an output folder. A manifest is a file that anyone can edit, so that the files themselves are
 * listed too: a letter that the manifest does not name is found by its file name.
 */
export async function findWrittenLetters(
  output: OutputFolder,
  letter: string,
  manifest: Manifest,
): Promise<WrittenLetters> {
  const filesOnDisk = (await output.list(letter)).flatMap((name) => readLetterFileName(name) ?? []);
  const listedFiles = [...manifest.values()].flatMap(({ files }) =>
    files.flatMap(({ name }) => readLetterFileName(name) ?? []),
  );
  const writtenFiles = [...listedFiles, ...filesOnDisk];
  const writtenFormats = new Set(writtenFiles.map(({ format }) => format));
  return {
    letters: new Map(
      [...manifest.values(), ...filesOnDisk].map(({ id, language }) => [letterKey({ id, language }), { id, language }]),
    ),
    files: groupByLetter(filesOnDisk.toSorted(byFormatAndPage)),
    formatsByLetter: new Map(
      [...groupByLetter(writtenFiles)].map(([key, files]) => [key, new Set(files.map(({ format }) => format))]),
    ),
    formats: FORMATS.filter((format) => writtenFormats.has(format)),
    keptFormats: new Set(filesOnDisk.map(({ format }) => format)),
    keepsEnclosures: (await output.list(`${letter}/${ENCLOSURES_FOLDER}`)).length > 0,
  };
}

function byFormatAndPage(a: LetterFileName, b: LetterFileName): number {
  return FORMATS.indexOf(a.format) - FORMATS.indexOf(b.format) || (a.page ?? 0) - (b.page ?? 0);
}

function groupByLetter(files: readonly LetterFileName[]): ReadonlyMap<string, readonly LetterFileName[]> {
  const groups = new Map<string, LetterFileName[]>();
  for (const file of files) {
    const group = groups.get(letterKey(file));
    if (group === undefined) groups.set(letterKey(file), [file]);
    else group.push(file);
  }
  return groups;
}
