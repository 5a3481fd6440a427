import type { Artifact } from '../model/artifact.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, failure, success } from '../model/outcome.ts';
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

/**
 * The record of the files that reviews wrote into a folder, `review.ndjson` beside them: a header, then a line with name
 * and SHA-256 for each. By it, a review recognises the files that it may replace, as a run does by its manifest. The
 * record is locked until `close`.
 */
export interface ReviewRecord {
  /** Saves an artifact. Returns a fault if a file is in the way that no review wrote, unless `force` is set. */
  readonly save: (artifact: Artifact, force: boolean) => Promise<'written' | 'unchanged' | Diagnostic>;
  /** Writes the record as a whole, sorted and with one line a file, and releases the lock. */
  readonly close: () => Promise<readonly Diagnostic[]>;
}

const HEADER = { demarche: 'review', schemaVersion: 1 };

/** A line of the record. */
interface ReviewedFile {
  readonly name: string;
  readonly bytes: string;
}

/**
 * Locks and reads the record of a letter. Returns a fault, and holds no lock, if another process has it, or if there is
 * a record that cannot be read.
 */
export async function openReviewRecord(output: OutputFolder, letter: string): Promise<Outcome<ReviewRecord>> {
  const path = `${letter}/review.ndjson`;
  const lock = await output.lock(`${letter}/review.lock`);
  if (!lock.ok) {
    const span = fileStart(`${output.name}/${letter}/review.lock`);
    return failure(
      'holder' in lock
        ? fault('output/locked', span, say`another review is writing here: ${lock.holder}`, {
            hint: say`wait until it is done`,
          })
        : fault('output/failed', span, say`nothing can be written there: ${lock.reason}`),
    );
  }
  const recordedFiles = await readRecord(output, path);
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
      const line: ReviewedFile = { name: artifact.name, bytes: sha256(artifact.bytes) };
      const appended = await output.append(path, encodeLines(hasHeader ? [line] : [HEADER, line]));
      if (!appended.ok) return recordFault(appended.reason);
      hasHeader = true;
      hashesByName.set(artifact.name, [...recordedHashes, line.bytes]);
      if (state === 'unchanged') return state;
      const saved = await saveArtifact(output, filePath, artifact);
      if (saved === 'written') hashesByName.set(artifact.name, [line.bytes]);
      return saved;
    },
    close: async () => {
      try {
        if (!hasHeader) return [];
        const files = [...hashesByName].toSorted(([a], [b]) => (a < b ? -1 : 1));
        const lines = files.flatMap(([name, hashes]) => hashes.map((bytes): ReviewedFile => ({ name, bytes })));
        const written = await output.write(path, encodeLines([HEADER, ...lines]));
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
): Promise<Outcome<{ readonly hashesByName: Map<string, readonly string[]>; readonly isNew: boolean }>> {
  const bytes = await output.read(path);
  const hashesByName = new Map<string, readonly string[]>();
  if (bytes === undefined) return success({ hashesByName, isNew: true });
  if (bytes === 'in-the-way') return failure(notAFileFault(output, path));
  const lines = new TextDecoder().decode(bytes).split('\n').slice(0, -1).map(parseJsonLine);
  const [header, ...files] = lines;
  const unreadableIndex = isReviewHeader(header) ? files.findIndex((file) => !isReviewedFile(file)) + 1 : 0;
  if (!isReviewHeader(header) || unreadableIndex > 0) {
    const span = { file: `${output.name}/${path}`, line: unreadableIndex + 1, column: 1 };
    const message = say`this is not a record of a review that this version can read`;
    return failure(
      fault('output/manifest', span, message, {
        hint: say`remove it and review again; files whose bytes are right are adopted, others need --force`,
      }),
    );
  }
  for (const { name, bytes: hash } of files.filter(isReviewedFile))
    hashesByName.set(name, [...(hashesByName.get(name) ?? []), hash]);
  return success({ hashesByName, isNew: false });
}

function isReviewHeader(value: unknown): boolean {
  return isLineOfKind(value, 'review') && value['schemaVersion'] === HEADER.schemaVersion;
}

function isReviewedFile(value: unknown): value is ReviewedFile {
  const { name, bytes } = (value ?? {}) as Partial<Record<keyof ReviewedFile, unknown>>;
  return (isFileName(name) || isPathBesideLetters(name)) && typeof bytes === 'string';
}
