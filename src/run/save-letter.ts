import type { Artifact } from '../model/artifact.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import type { Selection } from '../model/selection.ts';
import { fileStart } from '../model/span.ts';
import type { OutputFolder } from '../world.ts';
import { hasRecordedBytes } from './current.ts';
import { judgeExistingFile } from './existing-file.ts';
import type { InputHashOf } from './inputs.ts';
import type { ManifestWriter } from './manifest-writer.ts';
import { type FileRecord, type LetterRecord, letterKey, selectedTextKeys } from './manifest.ts';
import type { Run } from './open-run.ts';
import { tracePages } from './page-trace.ts';
import { sha256 } from './sha256.ts';

/** The result of a run for one file of a letter. */
export interface FileResult {
  /** The path of the file, relative to the output folder. */
  readonly path: string;
  /**
   * `unchanged`: the file already has the bytes that the run would write. `planned`: the run is a dry run, which writes
   * nothing.
   */
  readonly state: 'written' | 'unchanged' | 'planned';
}

/** A letter as files that are not saved yet, with the number of warnings about it. */
interface MadeLetter {
  readonly artifacts: readonly Artifact[];
  readonly warningCount: number;
}

/**
 * Saves the files of a letter. Its record is appended to the manifest before the files are written. If the run is
 * killed in between, either an earlier record or the new one identifies each file as written by demarche. Files that
 * could not be saved are then removed from the record. `earlierRecords` are the records of the letter so far, the
 * newest last.
 */
export async function saveLetter(
  { plan, output, options, manifest }: Run & { readonly manifest: ManifestWriter },
  selection: Selection,
  earlierRecords: readonly LetterRecord[],
  { artifacts, warningCount }: MadeLetter,
  inputHashOf: InputHashOf,
): Promise<{ readonly files: readonly FileResult[]; readonly faults: readonly Diagnostic[] }> {
  const pathOf = ({ name }: Artifact): string => `${plan.job.letter}/${name}`;
  const recordedFiles = await findRecordedFiles(output, plan.job.letter, earlierRecords);
  const faults: Diagnostic[] = [];
  const writableStates = new Map<Artifact, 'free' | 'unchanged'>();
  for (const artifact of artifacts) {
    const fileRecords = earlierRecords.flatMap(({ files }) => files).filter(({ name }) => name === artifact.name);
    const policy = { recordedHashes: fileRecords.map(({ bytes }) => bytes), force: options.force };
    const pathState = await judgeExistingFile(output, pathOf(artifact), artifact, policy);
    if (typeof pathState === 'string') writableStates.set(artifact, pathState);
    else faults.push(pathState);
  }
  const recordFor = (savedArtifacts: Iterable<Artifact>): LetterRecord =>
    buildLetterRecord(selection, recordedFiles, savedArtifacts, warningCount, inputHashOf);
  if (writableStates.size > 0) {
    const manifestFaults = await manifest.enter(recordFor(writableStates.keys()));
    if (manifestFaults.length > 0) return { files: [], faults: [...faults, ...manifestFaults] };
  }

  const files: FileResult[] = [];
  const unsavedArtifacts: Artifact[] = [];
  for (const [artifact, pathState] of writableStates) {
    const result = pathState === 'free' ? await saveArtifact(output, pathOf(artifact), artifact) : pathState;
    if (typeof result === 'string') files.push({ path: pathOf(artifact), state: result });
    else {
      faults.push(result);
      unsavedArtifacts.push(artifact);
    }
  }
  if (unsavedArtifacts.length > 0) {
    const record = recordFor([...writableStates.keys()].filter((artifact) => !unsavedArtifacts.includes(artifact)));
    const manifestFaults = record.files.length > 0 ? await manifest.enter(record) : [];
    if (record.files.length === 0) manifest.remove(letterKey(record));
    // `dropOlderRecords` is not called, so the earlier records stay valid. They still describe the files on the disk.
    if (manifestFaults.length > 0) return { files, faults: [...faults, ...manifestFaults] };
  }
  manifest.dropOlderRecords(letterKey({ id: selection.recipient.id, language: selection.language }));
  return { files, faults };
}

/**
 * Returns the record of each file of a letter. There are several records if a run was killed while it wrote the files:
 * the one that describes the file on the disk is returned, and otherwise the newest.
 */
async function findRecordedFiles(
  output: OutputFolder,
  letter: string,
  earlierRecords: readonly LetterRecord[],
): Promise<readonly FileRecord[]> {
  const newestRecord = earlierRecords.at(-1);
  if (newestRecord === undefined || earlierRecords.length === 1) return newestRecord?.files ?? [];
  const files = new Map<string, FileRecord>();
  for (const file of earlierRecords.flatMap((record) => record.files)) {
    const found = files.get(file.name);
    const fileOnDisk = await output.read(`${letter}/${file.name}`);
    if (found === undefined || !hasRecordedBytes(found, fileOnDisk)) files.set(file.name, file);
  }
  return [...files.values()];
}

/** Returns the record of a letter. The saved files replace the recorded files of the same names. */
function buildLetterRecord(
  selection: Selection,
  recordedFiles: readonly FileRecord[],
  savedArtifacts: Iterable<Artifact>,
  warningCount: number,
  inputHashOf: InputHashOf,
): LetterRecord {
  const { recipient, language } = selection;
  const files = new Map(recordedFiles.map((file) => [file.name, file]));
  for (const artifact of savedArtifacts)
    files.set(artifact.name, buildFileRecord(artifact, warningCount, inputHashOf(artifact.format)));
  const sortedFiles = [...files.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return { id: recipient.id, language, wordings: selectedTextKeys(selection), files: sortedFiles };
}

function buildFileRecord({ name, bytes, words, layout }: Artifact, warningCount: number, inputs: string): FileRecord {
  const dump = layout?.();
  const pages = dump === undefined ? { layout: null, trace: null } : { layout: sha256(dump), trace: tracePages(dump) };
  const warnings = warningCount === 0 ? {} : { warnings: warningCount };
  return { name, inputs, bytes: sha256(bytes), words: sha256(words()), ...pages, ...warnings };
}

/** Writes an artifact, replacing any file at the path. Returns a fault if it cannot be written. */
export async function saveArtifact(
  output: OutputFolder,
  path: string,
  { bytes }: Artifact,
): Promise<'written' | Diagnostic> {
  const writeResult = await output.write(path, bytes);
  if (writeResult.ok) return 'written';
  return fault(
    'output/failed',
    fileStart(`${output.name}/${path}`),
    say`the file could not be written: ${writeResult.reason}`,
  );
}
