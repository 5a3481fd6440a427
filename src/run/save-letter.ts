import type { Artifact } from '../model/artifact.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import type { Selection } from '../model/selection.ts';
import { fileStart } from '../model/span.ts';
import type { OutputFolder } from '../world.ts';
import type { InputHashOf } from './inputs.ts';
import type { ManifestWriter } from './manifest-writer.ts';
import { type FileRecord, type LetterRecord, notAFileFault, letterKey, wordingsOf } from './manifest.ts';
import type { Run } from './open-run.ts';
import { tracePages } from './page-trace.ts';
import { sha256 } from './sha256.ts';

/** The result of a run for one file of a letter. */
export interface FileResult {
  /** Relative to the output folder. */
  readonly path: string;
  /** `unchanged`: the file already is what the run would write. `planned`: a dry run, which writes nothing. */
  readonly state: 'written' | 'unchanged' | 'planned';
}

/**
 * Saves a letter's files. The letter is entered in the manifest before its files are written, so that if the run is
 * killed in between, either the earlier record or the new one identifies each file as written by demarche. Files that
 * could not be saved are taken out of the record again. `recorded`: the earlier records of the letter, the newest last.
 */
export async function saveLetter(
  { plan, output, options, manifest }: Run & { readonly manifest: ManifestWriter },
  selection: Selection,
  recorded: readonly LetterRecord[],
  artifacts: readonly Artifact[],
  inputs: InputHashOf,
): Promise<{ readonly files: readonly FileResult[]; readonly faults: readonly Diagnostic[] }> {
  const pathOf = ({ name }: Artifact): string => `${plan.job.letter}/${name}`;
  const recordedFiles = recorded.at(-1)?.files ?? [];
  const faults: Diagnostic[] = [];
  const pathStates = new Map<Artifact, 'free' | 'unchanged'>();
  for (const artifact of artifacts) {
    const fileRecords = recorded.flatMap(({ files }) => files).filter(({ name }) => name === artifact.name);
    const policy = { recordedHashes: fileRecords.map(({ bytes }) => bytes), force: options.force };
    const pathState = await judgeExistingFile(output, pathOf(artifact), artifact, policy);
    if (typeof pathState === 'string') pathStates.set(artifact, pathState);
    else faults.push(pathState);
  }
  const recordFor = (saved: Iterable<Artifact>): LetterRecord => letterRecord(selection, recordedFiles, saved, inputs);
  if (pathStates.size > 0) {
    const manifestFaults = await manifest.enter(recordFor(pathStates.keys()));
    if (manifestFaults.length > 0) return { files: [], faults: [...faults, ...manifestFaults] };
  }

  const files: FileResult[] = [];
  const unsaved: Artifact[] = [];
  for (const [artifact, pathState] of pathStates) {
    const result = pathState === 'free' ? await saveArtifact(output, pathOf(artifact), artifact) : pathState;
    if (typeof result === 'string') files.push({ path: pathOf(artifact), state: result });
    else {
      faults.push(result);
      unsaved.push(artifact);
    }
  }
  if (unsaved.length > 0) {
    const record = recordFor([...pathStates.keys()].filter((artifact) => !unsaved.includes(artifact)));
    const manifestFaults = record.files.length > 0 ? await manifest.enter(record) : [];
    if (record.files.length === 0) manifest.remove(letterKey(record));
    // Returns without `confirm`: the earlier records stay valid and still describe the files on the disk.
    if (manifestFaults.length > 0) return { files, faults: [...faults, ...manifestFaults] };
  }
  manifest.confirm(letterKey({ id: selection.recipient.id, language: selection.language }));
  return { files, faults };
}

/** Returns the record of a letter: the saved files replace the recorded files of the same names. */
function letterRecord(
  selection: Selection,
  recordedFiles: readonly FileRecord[],
  saved: Iterable<Artifact>,
  inputs: InputHashOf,
): LetterRecord {
  const { recipient, language } = selection;
  const files = new Map(recordedFiles.map((file) => [file.name, file]));
  for (const artifact of saved) files.set(artifact.name, fileRecord(artifact, inputs(artifact.format)));
  const sortedFiles = [...files.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return { id: recipient.id, language, wordings: wordingsOf(selection), files: sortedFiles };
}

function fileRecord({ name, bytes, words, layout }: Artifact, inputs: string): FileRecord {
  const dump = layout?.();
  const pages = dump === undefined ? { layout: null, trace: null } : { layout: sha256(dump), trace: tracePages(dump) };
  return { name, inputs, bytes: sha256(bytes), words: sha256(words()), ...pages };
}

/**
 * Returns whether an artifact may be written to this path (`free`), need not be because the file has the same bytes
 * (`unchanged`), or must not be (a fault). A file with other bytes is replaced only if a run wrote it, that is, if its
 * hash is one of `recordedHashes`, or if `force` is set: files that a user edited or created must not be lost.
 */
async function judgeExistingFile(
  output: OutputFolder,
  path: string,
  { bytes }: Artifact,
  { recordedHashes, force }: { readonly recordedHashes: readonly string[]; readonly force: boolean },
): Promise<'free' | 'unchanged' | Diagnostic> {
  const present = await output.read(path);
  if (present === undefined) return 'free';
  if (present === 'in-the-way') return notAFileFault(output, path);
  if (equalBytes(present, bytes)) return 'unchanged';
  if (force || recordedHashes.includes(sha256(present))) return 'free';
  const message = say`this file was changed by hand, or was not written by demarche; it was left as it is`;
  return fault('output/foreign-file', fileStart(`${output.name}/${path}`), message, {
    hint: say`move it away, or overwrite it with --force`,
  });
}

/** Writes an artifact and replaces any file at the path. Returns a fault if it cannot be written. */
export async function saveArtifact(
  output: OutputFolder,
  path: string,
  { bytes }: Artifact,
): Promise<'written' | Diagnostic> {
  const written = await output.write(path, bytes);
  if (written.ok) return 'written';
  return fault(
    'output/failed',
    fileStart(`${output.name}/${path}`),
    say`the file could not be written: ${written.reason}`,
  );
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
