import { FORMATS, type Format } from '../model/artifact.ts';
import { ENCLOSURES_FOLDER } from '../model/enclosed-file.ts';
import { nameRequirement } from '../model/name.ts';
import type { OutputFolder } from '../world.ts';
import { type Manifest, letterKey } from './manifest.ts';
import { LANGUAGE_TAG_PATTERN } from '../model/language-tag.ts';

/** The letters in an output folder: those that the manifest lists, and those of which a file is there. */
export interface WrittenLetters {
  /** The id of the recipient and the language of each letter, by `letterKey`. */
  readonly letters: ReadonlyMap<string, { readonly id: string; readonly language: string }>;
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

/** The name of a letter's file: the recipient's id, which may have full stops inside, the language and the format. */
const FILE_NAME = new RegExp(String.raw`^(.+)\.(${LANGUAGE_TAG_PATTERN})\.([a-z]+)$`, 'u');

/**
 * Finds the letters in an output folder. A manifest is a file that anyone can edit, so that the files themselves are
 * listed too: a letter that the manifest does not name is found by its file name.
 */
export async function findWrittenLetters(
  output: OutputFolder,
  letter: string,
  manifest: Manifest,
): Promise<WrittenLetters> {
  const filesOnDisk = (await output.list(letter)).flatMap(parseFileName);
  const listedFiles = [...manifest.values()].flatMap(({ files }) => files.flatMap(({ name }) => parseFileName(name)));
  const keptFormats = new Set(filesOnDisk.map(({ format }) => format));
  const listedFormats = new Set(listedFiles.map(({ format }) => format));
  return {
    letters: new Map(
      [...manifest.values(), ...filesOnDisk].map(({ id, language }) => [letterKey({ id, language }), { id, language }]),
    ),
    formats: FORMATS.filter((format) => keptFormats.has(format) || listedFormats.has(format)),
    keptFormats,
    keepsEnclosures: (await output.list(`${letter}/${ENCLOSURES_FOLDER}`)).length > 0,
  };
}

/** Returns the parts of the name of a letter's file, as a list of one; an empty list for any other name. */
function parseFileName(
  name: string,
): readonly { readonly id: string; readonly language: string; readonly format: Format }[] {
  const [, id = '', language = '', extension] = FILE_NAME.exec(name) ?? [];
  const format = FORMATS.find((candidate) => candidate === extension);
  return format === undefined || nameRequirement(id) !== undefined ? [] : [{ id, language, format }];
}
