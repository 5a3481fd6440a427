import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, failure, success } from '../model/outcome.ts';
import { type Selection, choicesOf } from '../model/selection.ts';
import { fileStart } from '../model/span.ts';
import type { OutputFolder } from '../world.ts';
import { type Shard, shardName, shardText } from './shards/shard.ts';

/** One file that a run wrote: what it was made from and what came out (SHA-256, hexadecimal). */
export interface FileRecord {
  readonly name: string;
  readonly inputs: string;
  readonly bytes: string;
  readonly words: string;
  /** Of the page dump; null for a format without pages. */
  readonly layout: string | null;
  /** Of the page dump, line by line; see `tracePages`. */
  readonly trace: string | null;
}

/** One letter: which wordings it has, and its files. Formats may be written by different runs. */
export interface LetterRecord {
  readonly id: string;
  readonly language: string;
  readonly wordings: readonly string[];
  readonly files: readonly FileRecord[];
}

/** What stands in a letter's output folder, by recipient and language. */
export type Manifest = ReadonlyMap<string, LetterRecord>;

/** What the first line says besides: which letter, and which shard if it is one. Not yet validated. */
interface Header {
  readonly letter?: unknown;
  readonly shard?: unknown;
}

type JsonObject = Readonly<Record<string, unknown>>;

const SCHEMA_VERSION = 1;

/** The manifest of a letter, or of a shard of its letters, below the output folder. */
export function manifestPath(letter: string, shard?: Shard): string {
  return `${letter}/manifest${shard === undefined ? '' : `.${shardName(shard)}`}.ndjson`;
}

/** The lock of such a manifest. */
export function lockPath(letter: string, shard?: Shard): string {
  return manifestPath(letter, shard).replace(/ndjson$/u, 'lock');
}

/** The key of a letter in the manifest. */
export function letterKey({ id, language }: { readonly id: string; readonly language: string }): string {
  return `${id}.${language}`;
}

/** The keys of the texts that a selection chose, in the order of the letter. */
export function wordingsOf(selection: Selection): readonly string[] {
  return choicesOf(selection).map(({ text }) => text);
}

/** Reads the manifest of an output folder; none yet is an empty one. */
export async function readManifest(output: OutputFolder, folder: string): Promise<Outcome<Manifest>> {
  const path = manifestPath(folder);
  const bytes = await output.read(path);
  if (bytes === undefined) return success(new Map());
  if (bytes === 'in-the-way') return failure(inTheWay(output, path));
  const lines = manifestLines(bytes).map((text, index) => readLine(text, index + 1));
  const bad = lines.indexOf('unreadable');
  if (lines.length === 0 || bad >= 0) return failure(unreadableManifest(output, path, Math.max(bad, 0) + 1));
  // A letter's last line counts: lines are added as letters are written, and put in order when the run ends.
  const records = lines.filter((line) => typeof line !== 'string');
  return success(new Map(records.map((record) => [letterKey(record), record])));
}

/** What a line of a manifest holds. The header is the first; a closing line is a `Settled` or a `Finished`. */
export function readLine(text: string, number: number): LetterRecord | 'header' | 'closing' | 'unreadable' {
  const value = parseLine(text);
  if (number === 1) return isHeader(value) ? 'header' : 'unreadable';
  if (isLetterRecord(value)) return value;
  return isMarked(value, 'settled') || isMarked(value, 'finished') ? 'closing' : 'unreadable';
}

/** The first line of a manifest. */
export function manifestHeader(letter: string, tool: string, shard?: Shard): object {
  const part = shard === undefined ? {} : { shard: shardText(shard) };
  return { demarche: 'manifest', schemaVersion: SCHEMA_VERSION, tool, letter, ...part };
}

/** Lines of a manifest as bytes. */
export function encoded(lines: readonly object[]): Uint8Array {
  return new TextEncoder().encode(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

/** The manifest could not be written. */
export function notWritten(output: OutputFolder, path: string, reason: string): readonly Diagnostic[] {
  return [
    fault('output/failed', fileStart(`${output.name}/${path}`), say`the manifest could not be written: ${reason}`),
  ];
}

/** What stands where a file is to be read or written cannot be one: a folder, a link, a device, or on the way to it a link. */
export function inTheWay(output: OutputFolder, path: string): Diagnostic {
  const message = say`something that is not a plain file, or that cannot be read, stands here or on the way here`;
  return fault('output/in-the-way', fileStart(`${output.name}/${path}`), message, {
    hint: say`move it away or change its permissions; nothing is read or written through links in the output folder`,
  });
}

/** Something else stands where the manifest should. */
export function unreadableManifest(output: OutputFolder, path: string, line: number): Diagnostic {
  const span = { file: `${output.name}/${path}`, line, column: 1 };
  return fault('output/manifest', span, say`this is not a manifest that this version can read`, {
    hint: say`remove it and generate again; letters whose bytes are right are adopted, others need --force`,
  });
}

/**
 * The lines of a manifest. What follows the last line break is nothing, or a line that a run was adding when it was
 * killed: it counts if it is whole.
 */
export function manifestLines(bytes: Uint8Array): string[] {
  const lines = new TextDecoder().decode(bytes).split('\n');
  const last = lines.pop() ?? '';
  return isLetterRecord(parseLine(last)) ? [...lines, last] : lines;
}

/** What a line says; undefined if it is not JSON. */
export function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Is this the first line of a manifest that this version can read? */
export function isHeader(value: unknown): value is Header {
  return isMarked(value, 'manifest') && value['schemaVersion'] === SCHEMA_VERSION;
}

/** Does a line that is not a letter's say that it is of this kind? */
export function isMarked(value: unknown, kind: 'manifest' | 'settled' | 'finished'): value is JsonObject {
  return isObject(value) && value['demarche'] === kind;
}

/** Is this a letter's line? */
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
