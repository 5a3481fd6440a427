import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, failure, success } from '../model/outcome.ts';
import { type Selection, choicesOf } from '../model/selection.ts';
import { fileStart } from '../model/span.ts';
import type { OutputFolder } from '../world.ts';
import { type Shard, shardName, shardText } from './shards/shard.ts';

/** The record of a file that a run wrote. Hashes are SHA-256 in hexadecimal. */
export interface FileRecord {
  /** The file name, without the folder. */
  readonly name: string;
  /** Hash of everything that the file was made from; see `hashInputs`. */
  readonly inputs: string;
  /** Hash of the file's bytes. */
  readonly bytes: string;
  /** Hash of the letter's words in reading order. */
  readonly words: string;
  /** Hash of the page dump (`Artifact.layout`); null for a format without pages. */
  readonly layout: string | null;
  /** Checksums of the lines of the page dump, see `tracePages`; null for a format without pages. */
  readonly trace: string | null;
}

/** The record of an edition: one line of the manifest. Its files may have been written by different runs. */
export interface LetterRecord {
  readonly id: string;
  readonly language: string;
  /** Keys of the templates that were chosen, as `body/president`; see `wordingsOf`. */
  readonly wordings: readonly string[];
  readonly files: readonly FileRecord[];
}

/** The records of one output folder, by their `letterKey`. */
export type Manifest = ReadonlyMap<string, LetterRecord>;

/** The first line of a manifest. `shard` is absent if the manifest is that of a whole run. Not yet validated. */
interface Header {
  readonly letter?: unknown;
  readonly shard?: unknown;
}

type JsonObject = Readonly<Record<string, unknown>>;

/** The version of the manifest's format. Other versions are not read. */
const SCHEMA_VERSION = 1;

/** Returns the path of the manifest of a letter, or of one shard of it, relative to the output folder. */
export function manifestPath(letter: string, shard?: Shard): string {
  return `${letter}/manifest${shard === undefined ? '' : `.${shardName(shard)}`}.ndjson`;
}

/** Returns the path of the lock file beside that manifest. */
export function lockPath(letter: string, shard?: Shard): string {
  return manifestPath(letter, shard).replace(/ndjson$/u, 'lock');
}

/** Returns the key of a letter in the manifest: `eu-be.en`. The names of its files begin with it. */
export function letterKey({ id, language }: { readonly id: string; readonly language: string }): string {
  return `${id}.${language}`;
}

/** Returns the keys of the templates that a selection chose, in the order of the letter. */
export function wordingsOf(selection: Selection): readonly string[] {
  return choicesOf(selection).map(({ text }) => text);
}

/** Reads the manifest of a letter. If there is none, it is empty. A fault if it cannot be read. */
export async function readManifest(output: OutputFolder, letter: string): Promise<Outcome<Manifest>> {
  const path = manifestPath(letter);
  const bytes = await output.read(path);
  if (bytes === undefined) return success(new Map());
  if (bytes === 'in-the-way') return failure(notAFileFault(output, path));
  const lines = manifestLines(bytes).map((text, index) => readLine(text, index + 1));
  const badIndex = lines.indexOf('unreadable');
  if (lines.length === 0 || badIndex >= 0) return failure(unreadableManifest(output, path, Math.max(badIndex, 0) + 1));
  // Of several lines for a letter the last is valid: a run appends lines, and sorts them at its end.
  const records = lines.filter((line) => typeof line !== 'string');
  return success(new Map(records.map((record) => [letterKey(record), record])));
}

/**
 * Parses a line of a manifest. `number` is from 1: the first line has to be the header. `closing` is returned for a
 * `SettledLine` and for a `FinishedLine`.
 */
export function readLine(text: string, number: number): LetterRecord | 'header' | 'closing' | 'unreadable' {
  const value = parseLine(text);
  if (number === 1) return isHeader(value) ? 'header' : 'unreadable';
  if (isLetterRecord(value)) return value;
  return isMarked(value, 'settled') || isMarked(value, 'finished') ? 'closing' : 'unreadable';
}

/** Returns the first line of a manifest. `tool`: the version of demarche. */
export function manifestHeader(letter: string, tool: string, shard?: Shard): object {
  const shardField = shard === undefined ? {} : { shard: shardText(shard) };
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
 * link, a device or an unreadable file, or it leads through a symbolic link.
 */
export function notAFileFault(output: OutputFolder, path: string): Diagnostic {
  const message = say`something that is not a plain file, or that cannot be read, stands here or on the way here`;
  return fault('output/in-the-way', fileStart(`${output.name}/${path}`), message, {
    hint: say`move it away or change its permissions; nothing is read or written through links in the output folder`,
  });
}

/** Returns the fault for a manifest that cannot be read. `line` is from 1. */
export function unreadableManifest(output: OutputFolder, path: string, line: number): Diagnostic {
  const span = { file: `${output.name}/${path}`, line, column: 1 };
  return fault('output/manifest', span, say`this is not a manifest that this version can read`, {
    hint: say`remove it and generate again; letters whose bytes are right are adopted, others need --force`,
  });
}

/**
 * Splits a manifest into lines. Text after the last line feed is a line that a run was appending when it was killed; it
 * is included if it is a complete record.
 */
export function manifestLines(bytes: Uint8Array): string[] {
  const lines = new TextDecoder().decode(bytes).split('\n');
  const last = lines.pop() ?? '';
  return isLetterRecord(parseLine(last)) ? [...lines, last] : lines;
}

/** Parses a line of a manifest; undefined if it is not JSON. */
export function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Whether a parsed line is the header of a manifest that this version can read. */
export function isHeader(value: unknown): value is Header {
  return isMarked(value, 'manifest') && value['schemaVersion'] === SCHEMA_VERSION;
}

/** Whether a parsed line is a header or closing line of this kind. */
export function isMarked(value: unknown, kind: 'manifest' | 'settled' | 'finished'): value is JsonObject {
  return isObject(value) && value['demarche'] === kind;
}

/** Whether a parsed line is the record of a letter. */
export function isLetterRecord(value: unknown): value is LetterRecord {
  return (
    isObject(value) &&
    typeof value['id'] === 'string' &&
    typeof value['language'] === 'string' &&
    Array.isArray(value['wordings']) &&
    Array.isArray(value['files']) &&
    value['files'].every(isFileRecord)
  );
}

function isFileRecord(value: unknown): value is FileRecord {
  return (
    isObject(value) &&
    ['name', 'inputs', 'bytes', 'words'].every((key) => typeof value[key] === 'string') &&
    ['layout', 'trace'].every((key) => value[key] === null || typeof value[key] === 'string')
  );
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
