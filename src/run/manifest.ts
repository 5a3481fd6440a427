import type { Job } from '../model/job.ts';
import { needSharedFiles } from '../model/artifact.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import type { LetterName } from '../model/letter-file-name.ts';
import { type Outcome, failure, success } from '../model/outcome.ts';
import { readPicturePath } from '../model/picture-path.ts';
import { type Selection, choicesOf } from '../model/selection.ts';
import { fileStart } from '../model/span.ts';
import type { OutputFolder } from '../world.ts';
import { type SharedMark, sharedKindOf } from './shared-mark.ts';
import { type Shard, formatShardForFileName, formatShard } from './shards/shard.ts';

/**
 * The record of a file that a run wrote. All hashes are SHA-256 in hexadecimal. The property names are part of the
 * format of the manifest.
 */
export interface FileRecord extends SharedMark {
  /** The name of the file, without the folder of the letters; that of a file that letters share may have others. */
  readonly name: string;
  /** The hash of all inputs from which the file was made; see `hashInputs`. */
  readonly inputs: string;
  /** The hash of the bytes of the file. */
  readonly bytes: string;
  /** The hash of the words of the letter in reading order. */
  readonly words: string;
  /**
   * The hash of the page dump (`Artifact.layout`), a text with the position of every line; null for a format without
   * pages.
   */
  readonly layout: string | null;
  /** The checksums of the lines of the page dump (`tracePages`); null for a format without pages. */
  readonly trace: string | null;
  /** The number of warnings about the letter when the file was made; undefined if there was none. */
  readonly warnings?: number;
  /** The number of pages of the letter, of which the file shows one; undefined if it has the whole letter. */
  readonly pages?: number;
}

/**
 * The record of an edition (letter in one language): one line of the manifest. Different runs may have written its
 * files.
 */
export interface LetterRecord {
  readonly id: string;
  readonly language: string;
  /** The keys of the selected templates, as `body/president`; see `wordingsOf`. */
  readonly wordings: readonly string[];
  readonly files: readonly FileRecord[];
}

/** The records of a letter in an output folder, by `letterKey`. */
export type Manifest = ReadonlyMap<string, LetterRecord>;

/** The first line of a manifest, before its properties are validated. The manifest of a whole run has no `shard`. */
interface Header {
  readonly letter?: unknown;
  readonly shard?: unknown;
}

type JsonObject = Readonly<Record<string, unknown>>;

/** The version of the manifest's format. A manifest with another version is a fault. */
const SCHEMA_VERSION = 1;

/** Returns the path of a manifest, relative to the output folder: that of a letter, or that of one shard of it. */
export function manifestPath(letter: string, shard?: Shard): string {
  return `${letter}/manifest${shard === undefined ? '' : `.${formatShardForFileName(shard)}`}.ndjson`;
}

/** Returns the path of the lock file of a manifest, relative to the output folder. */
export function lockPath(letter: string, shard?: Shard): string {
  return manifestPath(letter, shard).replace(/ndjson$/u, 'lock');
}

/** Returns the key of a letter in the manifest: `eu-be.en`. The names of the letter's files begin with it. */
export function letterKey({ id, language }: LetterName): string {
  return `${id}.${language}`;
}

/**
 * Returns the number of warnings about a letter when its files in these formats were made. A run that finds the files
 * current does not make the letter, and so cannot report the warnings themselves.
 */
export function recordedWarnings(record: LetterRecord | undefined, formats: Job['formats']): number {
  const files = record?.files.filter(({ name }) => formats.some((format) => name.endsWith(`.${format}`))) ?? [];
  return Math.max(0, ...files.map(({ warnings = 0 }) => warnings));
}

/** Returns the records of the files that a letter in these formats shares with others, in the order of their names. */
export function recordedSharedFiles(record: LetterRecord | undefined, formats: Job['formats']): readonly FileRecord[] {
  return (record?.files ?? []).filter((file) => {
    const kind = sharedKindOf(file);
    return kind !== undefined && needSharedFiles(formats, kind);
  });
}

/** Returns the keys of the templates that a selection contains, in the order of the letter. */
export function selectedTextKeys(selection: Selection): readonly string[] {
  return choicesOf(selection).map(({ text }) => text);
}

/** Reads the manifest of a letter. A missing manifest is empty. Returns a fault if it cannot be read. */
export async function readManifest(output: OutputFolder, letter: string): Promise<Outcome<Manifest>> {
  const path = manifestPath(letter);
  const bytes = await output.read(path);
  if (bytes === undefined) return success(new Map());
  if (bytes === 'in-the-way') return failure(notAFileFault(output, path));
  const lines = manifestLines(bytes).map((text, index) => interpretLine(text, index + 1));
  const unreadableIndex = lines.indexOf('unreadable');
  if (lines.length === 0 || unreadableIndex >= 0)
    return failure(unreadableManifestFault(output, path, Math.max(unreadableIndex, 0) + 1));
  // If a letter has several records, the last one is valid. A run appends records, and sorts them at its end.
  const records = lines.filter((line) => typeof line !== 'string');
  return success(new Map(records.map((record) => [letterKey(record), record])));
}

/**
 * Parses a line of a manifest. `lineNumber` is 1-based; the first line must be the header. `closing` is returned for a
 * `SettledLine` and for a `FinishedLine`.
 */
export function interpretLine(text: string, lineNumber: number): LetterRecord | 'header' | 'closing' | 'unreadable' {
  const value = parseJsonLine(text);
  if (lineNumber === 1) return isHeader(value) ? 'header' : 'unreadable';
  if (isLetterRecord(value)) return value;
  return isLineOfKind(value, 'settled') || isLineOfKind(value, 'finished') ? 'closing' : 'unreadable';
}

/** Returns the first line of a manifest. `tool` is the version of demarche. */
export function manifestHeader(letter: string, tool: string, shard?: Shard): object {
  const shardField = shard === undefined ? {} : { shard: formatShard(shard) };
  return { demarche: 'manifest', schemaVersion: SCHEMA_VERSION, tool, letter, ...shardField };
}

/** Encodes lines as NDJSON in UTF-8. */
export function encodeLines(lines: readonly object[]): Uint8Array {
  return new TextEncoder().encode(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

/** Returns the fault for a manifest that could not be written. */
export function manifestWriteFaults(output: OutputFolder, path: string, reason: string): readonly Diagnostic[] {
  return [
    fault('output/failed', fileStart(`${output.name}/${path}`), say`the manifest could not be written: ${reason}`),
  ];
}

/**
 * Returns the fault for a path of the output folder at which no file can be read or written: it is a folder, a symbolic
 * link, a device or an unreadable file, or a folder on the way to it is a symbolic link. If a system call failed, the
 * fault says why.
 */
export function notAFileFault(output: OutputFolder, path: string): Diagnostic {
  const failure = output.whyUnreadable?.(path);
  if (failure !== undefined) {
    return fault('output/failed', fileStart(`${output.name}/${path}`), say`the file cannot be read: ${failure}`, {
      hint: say`check its permissions and the disk, and run the command again`,
    });
  }
  const message = say`something that is not a plain file, or that cannot be read, is here or on the way here`;
  return fault('output/in-the-way', fileStart(`${output.name}/${path}`), message, {
    hint: say`move it away or change its permissions; nothing is read or written through links in the output folder`,
  });
}

/** Returns the fault for a manifest with a line that cannot be read. `line` is 1-based. */
export function unreadableManifestFault(output: OutputFolder, path: string, line: number): Diagnostic {
  const span = { file: `${output.name}/${path}`, line, column: 1 };
  return fault('output/manifest', span, say`this is not a manifest that this version can read`, {
    hint: say`remove it and generate again; letters whose bytes are right are adopted, others need --force`,
  });
}

/**
 * Splits a manifest into lines. If the file does not end with a line feed, a run was killed while appending the last
 * line. That line is included only if it is a complete record.
 */
export function manifestLines(bytes: Uint8Array): string[] {
  const lines = new TextDecoder().decode(bytes).split('\n');
  const lastLine = lines.pop() ?? '';
  return isLetterRecord(parseJsonLine(lastLine)) ? [...lines, lastLine] : lines;
}

/** Parses a line as JSON; returns undefined if it is not JSON. */
export function parseJsonLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Whether a parsed line is the header of a manifest in a version that can be read. */
export function isHeader(value: unknown): value is Header {
  return isLineOfKind(value, 'manifest') && value['schemaVersion'] === SCHEMA_VERSION;
}

/** Whether a parsed line is a header or closing line of the given kind. */
export function isLineOfKind(
  value: unknown,
  kind: 'manifest' | 'settled' | 'finished' | 'review' | 'drafts',
): value is JsonObject {
  return isJsonObject(value) && value['demarche'] === kind;
}

/** Whether a parsed line is the record of a letter. All its names are names of files in the folder of the letter. */
export function isLetterRecord(value: unknown): value is LetterRecord {
  return (
    isJsonObject(value) &&
    isFileName(value['id']) &&
    isFileName(value['language']) &&
    Array.isArray(value['wordings']) &&
    Array.isArray(value['files']) &&
    value['files'].every(isFileRecord)
  );
}

function isFileRecord(value: unknown): value is FileRecord {
  return (
    isJsonObject(value) &&
    (value['picture'] === true || value['enclosure'] === true
      ? isPathBesideLetters(value['name'])
      : isFileName(value['name'])) &&
    ['inputs', 'bytes', 'words'].every((key) => typeof value[key] === 'string') &&
    ['warnings', 'pages'].every((key) => ['undefined', 'number'].includes(typeof value[key])) &&
    ['picture', 'enclosure'].every((key) => value[key] === undefined || value[key] === true) &&
    ['layout', 'trace'].every((key) => value[key] === null || typeof value[key] === 'string')
  );
}

/**
 * Whether a value from a file is the name of a file in the folder beside it, and leads nowhere else. Manifests come with
 * the letters from other machines and other people.
 */
export function isFileName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && !/^\.\.?$|[/\\\p{Cc}]/u.test(value);
}

/** Whether a value from a file is the path of a picture or an enclosure beside the letters, or in a folder there. */
export function isPathBesideLetters(value: unknown): value is string {
  const path = typeof value === 'string' ? readPicturePath(value) : undefined;
  return path?.ok === true && path.path === value;
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
