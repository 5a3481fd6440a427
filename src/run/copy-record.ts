import type { Artifact } from '../model/artifact.ts';
import { type Diagnostic, fault, warning } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, failure, settle, success } from '../model/outcome.ts';
import { fileStart } from '../model/span.ts';
import type { OutputFolder } from '../world.ts';
import { judgeExistingFile } from './existing-file.ts';
import {
  encodeLines,
  isFileName,
  isLineOfKind,
  isPathBesideLetters,
  notAFileFault,
  parseJsonLine,
} from './manifest.ts';
import { saveArtifact } from './save-artifact.ts';
import { sha256 } from './sha256.ts';
import { deleteSurplusPages, findSurplusPages } from './surplus-pages.ts';

/**
 * The record of the files that a command other than `generate` wrote into a folder, `review.ndjson` or `drafts.ndjson`
 * beside them: a header, then a line with name and SHA-256 for each. By it, the command recognises the files that it may
 * replace, as a run does by its manifest. The record is locked until `close`.
 */
export interface CopyRecord {
  /** Saves a file. Returns a fault if one is in the way that the command did not write, unless `force` is set. */
  readonly save: (file: SavedCopy, force: boolean) => Promise<'written' | 'unchanged' | Diagnostic>;
  /**
   * Removes the recorded files that `isObsolete` selects by name. One that was changed since is left, with a warning.
   * Returns the names of the removed files.
   */
  readonly remove: (isObsolete: (name: string) => boolean) => Promise<Outcome<readonly string[]>>;
  /** Deletes the files of pages that an earlier run wrote and a copy, now saved as these artifacts, no longer has. */
  readonly removeSurplusPages: (artifacts: readonly Artifact[], force: boolean) => Promise<readonly Diagnostic[]>;
  /** Writes the record as a whole, sorted and with one line a file, and releases the lock. */
  readonly close: () => Promise<readonly Diagnostic[]>;
}

const SCHEMA_VERSION = 1;

/** A file that a command writes. */
type SavedCopy = Pick<Artifact, 'name' | 'bytes' | 'hasSameContent'>;

/** The commands that keep such a record, which is named after them. */
export type CopyingCommand = 'review' | 'drafts';

/** What messages call each command: its run, and running it again. */
const WORDS: Readonly<Record<CopyingCommand, { readonly noun: string; readonly again: string }>> = {
  review: { noun: 'review', again: 'review again' },
  drafts: { noun: 'run of drafts', again: 'write the drafts again' },
};

/** A line of the record. */
interface CopiedFile {
  readonly name: string;
  readonly bytes: string;
}

/**
 * Locks and reads the record of a letter. Returns a fault, and holds no lock, if another process has it, or if there is
 * a record that cannot be read.
 */
export async function openCopyRecord(
  output: OutputFolder,
  letter: string,
  command: CopyingCommand,
): Promise<Outcome<CopyRecord>> {
  const path = `${letter}/${command}.ndjson`;
  const header = { demarche: command, schemaVersion: SCHEMA_VERSION };
  const lock = await output.lock(`${letter}/${command}.lock`);
  if (!lock.ok) {
    const span = fileStart(`${output.name}/${letter}/${command}.lock`);
    return failure(
      'holder' in lock
        ? fault('output/locked', span, [`another ${WORDS[command].noun} is writing here: `, ...say`${lock.holder}`], {
            hint: say`wait until it is done`,
          })
        : fault('output/failed', span, say`nothing can be written there: ${lock.reason}`),
    );
  }
  const recordedFiles = await readRecord(output, path, command);
  if (!recordedFiles.ok) {
    await lock.release();
    return recordedFiles;
  }
  const { hashesByName, isNew } = recordedFiles.value;
  let hasHeader = !isNew;
  const recordFault = (reason: string): Diagnostic =>
    fault('output/failed', fileStart(`${output.name}/${path}`), say`the record could not be written: ${reason}`);
  return success({
    save: async (artifact, force) => {
      const filePath = `${letter}/${artifact.name}`;
      const recordedHashes = hashesByName.get(artifact.name) ?? [];
      const state = await judgeExistingFile(output, filePath, artifact, { recordedHashes, force });
      if (typeof state !== 'string') return state;
      // The line is appended before the file is written: if the process is killed in between, the earlier or the new
      // line identifies the file.
      const line: CopiedFile = { name: artifact.name, bytes: sha256(artifact.bytes) };
      const appended = await output.append(path, encodeLines(hasHeader ? [line] : [header, line]));
      if (!appended.ok) return recordFault(appended.reason);
      hasHeader = true;
      hashesByName.set(artifact.name, [...recordedHashes, line.bytes]);
      if (state === 'unchanged') return state;
      const saved = await saveArtifact(output, filePath, artifact);
      if (saved === 'written') hashesByName.set(artifact.name, [line.bytes]);
      return saved;
    },
    remove: async (isObsolete) => {
      const removed: string[] = [];
      const diagnostics: Diagnostic[] = [];
      for (const [name, recordedHashes] of [...hashesByName].filter(([recorded]) => isObsolete(recorded))) {
        const existing = await output.read(`${letter}/${name}`);
        const wasChanged =
          existing !== undefined && !(existing instanceof Uint8Array && recordedHashes.includes(sha256(existing)));
        if (wasChanged) {
          const span = fileStart(`${output.name}/${letter}/${name}`);
          const message = say`this file is no longer written, and was changed by hand; it was left as it is`;
          diagnostics.push(warning('output/foreign-file', span, message, { hint: say`delete it, or move it away` }));
          continue;
        }
        if (existing !== undefined) {
          const result = await output.remove(`${letter}/${name}`);
          if (!result.ok) {
            diagnostics.push(recordFault(result.reason));
            continue;
          }
          removed.push(name);
        }
        hashesByName.delete(name);
      }
      return settle(removed, diagnostics);
    },
    removeSurplusPages: async (artifacts, force) => {
      const recorded = Array.from(hashesByName.keys(), (name) => ({ name }));
      const pages = await deleteSurplusPages(output, letter, findSurplusPages(recorded, artifacts), (name) => ({
        recordedHashes: hashesByName.get(name) ?? [],
        force,
      }));
      for (const { name } of pages.removed) hashesByName.delete(name);
      return pages.faults;
    },
    close: async () => {
      try {
        if (!hasHeader) return [];
        const files = [...hashesByName].toSorted(([a], [b]) => (a < b ? -1 : 1));
        const lines = files.flatMap(([name, hashes]) => hashes.map((bytes): CopiedFile => ({ name, bytes })));
        const written = await output.write(path, encodeLines([header, ...lines]));
        return written.ok ? [] : [recordFault(written.reason)];
      } finally {
        await lock.release();
      }
    },
  });
}

/**
 * Reads the hashes of the recorded files by their names. A last line that a killed process left incomplete is ignored.
 */
async function readRecord(
  output: OutputFolder,
  path: string,
  command: CopyingCommand,
): Promise<Outcome<{ readonly hashesByName: Map<string, readonly string[]>; readonly isNew: boolean }>> {
  const bytes = await output.read(path);
  const hashesByName = new Map<string, readonly string[]>();
  if (bytes === undefined) return success({ hashesByName, isNew: true });
  if (bytes === 'in-the-way') return failure(notAFileFault(output, path));
  const lines = new TextDecoder().decode(bytes).split('\n').slice(0, -1).map(parseJsonLine);
  const [header, ...files] = lines;
  const unreadableIndex = isCopyHeader(header, command) ? files.findIndex((file) => !isCopiedFile(file)) + 1 : 0;
  if (!isCopyHeader(header, command) || unreadableIndex > 0) {
    const span = { file: `${output.name}/${path}`, line: unreadableIndex + 1, column: 1 };
    const message = [`this is not a record of a ${WORDS[command].noun} that this version can read`];
    return failure(
      fault('output/manifest', span, message, {
        hint: [`remove it and ${WORDS[command].again}; files whose bytes are right are adopted, others need --force`],
      }),
    );
  }
  for (const { name, bytes: hash } of files.filter(isCopiedFile))
    hashesByName.set(name, [...(hashesByName.get(name) ?? []), hash]);
  return success({ hashesByName, isNew: false });
}

function isCopyHeader(value: unknown, command: CopyingCommand): boolean {
  return isLineOfKind(value, command) && value['schemaVersion'] === SCHEMA_VERSION;
}

function isCopiedFile(value: unknown): value is CopiedFile {
  const { name, bytes } = (value ?? {}) as Partial<Record<keyof CopiedFile, unknown>>;
  return (isFileName(name) || isPathBesideLetters(name)) && typeof bytes === 'string';
}
