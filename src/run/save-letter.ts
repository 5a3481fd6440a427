import { needSharedFiles, type Artifact, type SharedKind } from '../model/artifact.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Selection } from '../model/selection.ts';
import type { OutputFolder } from '../world.ts';
import { hasRecordedBytes } from './current.ts';
import { judgeExistingFile, type ReplacePolicy } from './existing-file.ts';
import type { InputHashOf } from './inputs.ts';
import type { ManifestWriter } from './manifest-writer.ts';
import { type FileRecord, type LetterRecord, letterKey, selectedTextKeys, sharedKindOf } from './manifest.ts';
import type { Run } from './open-run.ts';
import { tracePages } from './page-trace.ts';
import { saveArtifact } from './save-artifact.ts';
import { sha256 } from './sha256.ts';
import type { SharedFiles } from './shared-files.ts';
import { findSurplusPages, judgeSurplusPage, removeSurplusPage, type SurplusPage } from './surplus-pages.ts';

/** The result of a run for one file of a letter. */
export interface FileResult {
  /** The path of the file, relative to the output folder. */
  readonly path: string;
  /**
   * `unchanged`: the file already has the bytes that the run would write. `planned`: the run is a dry run, which writes
   * nothing. `removed`: the file of a page that the letter no longer has was deleted.
   */
  readonly state: 'written' | 'unchanged' | 'planned' | 'removed';
  /** Whether it is a picture beside the letter, which other letters may share; undefined if not. */
  readonly picture?: true;
  /** Whether it is an enclosure of the letter, which other letters may share; undefined if not. */
  readonly enclosure?: true;
}

/** Returns the property by which a record and a result say that several letters share a file. */
export function markOf(kind: SharedKind): Pick<FileRecord, SharedKind> {
  return { [kind]: true };
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
 * newest last. In the result, what several letters share comes last, by path.
 *
 * Files of pages that the letter no longer has are deleted last, if nothing has failed.
 */
export async function saveLetter(
  { plan, output, options, manifest, sharedFiles }: Run & { readonly manifest: ManifestWriter },
  selection: Selection,
  earlierRecords: readonly LetterRecord[],
  { artifacts, warningCount }: MadeLetter,
  inputHashOf: InputHashOf,
): Promise<{ readonly files: readonly FileResult[]; readonly faults: readonly Diagnostic[] }> {
  const pathOf = ({ name }: Artifact): string => `${plan.job.letter}/${name}`;
  const earlierFiles = earlierRecords.flatMap((record) => record.files);
  const policyFor = (fileName: string): ReplacePolicy => {
    const fileRecords = earlierFiles.filter(({ name }) => name === fileName);
    return { recordedHashes: fileRecords.map(({ bytes }) => bytes), force: options.force };
  };
  const recordedFiles = await findRecordedFiles(output, plan.job.letter, earlierRecords);
  const faults: Diagnostic[] = [];
  const writableStates = new Map<Artifact, 'free' | 'unchanged'>();
  for (const artifact of artifacts) {
    const policy = policyFor(artifact.name);
    const pathState =
      artifact.shared === undefined
        ? await judgeExistingFile(output, pathOf(artifact), artifact, policy)
        : await sharedFiles.judge(pathOf(artifact), artifact, policy);
    if (typeof pathState === 'string') writableStates.set(artifact, pathState);
    else faults.push(pathState);
  }
  // A letter is not written beside a picture or an enclosure that is not its own.
  const foreignFiles = artifacts.filter((artifact) => !writableStates.has(artifact));
  for (const artifact of artifacts) if (needsAny(artifact, foreignFiles)) writableStates.delete(artifact);
  const recordFor = (savedArtifacts: Iterable<Artifact>, removed: ReadonlyMap<string, SurplusPage>): LetterRecord => {
    const keptFiles = recordedFiles.filter(({ name }) => !removed.has(name));
    return buildLetterRecord(selection, keptFiles, [...savedArtifacts], { warningCount, inputHashOf, sharedFiles });
  };
  const surplusPages = new Map<string, SurplusPage>();
  for (const name of findSurplusPages(earlierFiles, artifacts)) {
    const judged = await judgeSurplusPage(output, plan.job.letter, name, policyFor(name));
    if ('isOnDisk' in judged) surplusPages.set(name, judged);
    else faults.push(judged);
  }
  if (writableStates.size > 0) {
    const manifestFaults = await manifest.enter(recordFor(writableStates.keys(), surplusPages));
    if (manifestFaults.length > 0) return { files: [], faults: [...faults, ...manifestFaults] };
  }

  const letterFiles: FileResult[] = [];
  const sharedResults: FileResult[] = [];
  const unsavedArtifacts: Artifact[] = [];
  for (const [artifact, pathState] of inOrderOfSaving(writableStates)) {
    if (pathState === 'free' && needsAny(artifact, unsavedArtifacts)) {
      unsavedArtifacts.push(artifact);
      continue;
    }
    const save = artifact.shared === undefined ? saveArtifact.bind(undefined, output) : sharedFiles.write;
    const result = pathState === 'unchanged' ? pathState : await save(pathOf(artifact), artifact);
    if (typeof result === 'string') {
      const file = { path: pathOf(artifact), state: result };
      if (artifact.shared === undefined) letterFiles.push(file);
      else sharedResults.push({ ...file, ...markOf(artifact.shared) });
    } else {
      faults.push(result);
      unsavedArtifacts.push(artifact);
    }
  }
  const removedPages = new Map<string, SurplusPage>();
  if (faults.length === 0) {
    for (const [name, page] of surplusPages) {
      const removalFault = await removeSurplusPage(output, plan.job.letter, page);
      if (removalFault === undefined) removedPages.set(name, page);
      else faults.push(removalFault);
      if (removalFault === undefined && page.isOnDisk)
        letterFiles.push({ path: `${plan.job.letter}/${name}`, state: 'removed' });
    }
  }
  const files = [...letterFiles, ...sharedResults.toSorted((a, b) => (a.path < b.path ? -1 : 1))];
  if (unsavedArtifacts.length > 0 || removedPages.size < surplusPages.size) {
    const savedArtifacts = [...writableStates.keys()].filter((artifact) => !unsavedArtifacts.includes(artifact));
    const record = recordFor(savedArtifacts, removedPages);
    const manifestFaults = record.files.length > 0 ? await manifest.enter(record) : [];
    if (record.files.length === 0) manifest.remove(letterKey(record));
    // `dropOlderRecords` is not called, so the earlier records stay valid. They still describe the files on the disk.
    if (manifestFaults.length > 0) return { files, faults: [...faults, ...manifestFaults] };
  }
  manifest.dropOlderRecords(letterKey({ id: selection.recipient.id, language: selection.language }));
  return { files, faults };
}

/** Whether an artifact is a letter that needs one of these beside it: a picture or an enclosure. */
function needsAny({ format, shared }: Artifact, others: readonly Artifact[]): boolean {
  return (
    shared === undefined &&
    others.some((other) => other.shared !== undefined && needSharedFiles([format], other.shared))
  );
}

/** Returns the artifacts with the shared files first, so that no letter is there without them. */
function inOrderOfSaving<State>(states: ReadonlyMap<Artifact, State>): readonly (readonly [Artifact, State])[] {
  return [...states].toSorted(([a], [b]) => Number(b.shared !== undefined) - Number(a.shared !== undefined));
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

/** What the records of the files of a letter are made from besides the artifacts. */
interface RecordInput {
  readonly warningCount: number;
  readonly inputHashOf: InputHashOf;
  readonly sharedFiles: SharedFiles;
}

/**
 * Returns the record of a letter. The saved files replace the recorded files of the same names, and those that several
 * letters share all that were recorded.
 */
function buildLetterRecord(
  selection: Selection,
  recordedFiles: readonly FileRecord[],
  savedArtifacts: readonly Artifact[],
  input: RecordInput,
): LetterRecord {
  const { recipient, language } = selection;
  const letterFormats = savedArtifacts.map(({ format }) => format);
  const keptFiles = recordedFiles.filter((file) => {
    const kind = sharedKindOf(file);
    return kind === undefined || !needSharedFiles(letterFormats, kind);
  });
  const files = new Map(keptFiles.map((file) => [file.name, file]));
  for (const artifact of savedArtifacts)
    files.set(
      artifact.name,
      artifact.shared === undefined
        ? letterFileRecord(artifact, input)
        : sharedFileRecord(artifact, artifact.shared, input),
    );
  const sortedFiles = [...files.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return { id: recipient.id, language, wordings: selectedTextKeys(selection), files: sortedFiles };
}

function letterFileRecord(
  { name, bytes, page, words, layout, format }: Artifact,
  { warningCount, inputHashOf }: RecordInput,
): FileRecord {
  const inputs = inputHashOf(format);
  const dump = layout?.();
  const layouts =
    dump === undefined ? { layout: null, trace: null } : { layout: sha256(dump), trace: tracePages(dump) };
  const pages = page === undefined ? {} : { pages: page.total };
  const warnings = warningCount === 0 ? {} : { warnings: warningCount };
  return { name, inputs, bytes: sha256(bytes), words: sha256(words()), ...layouts, ...pages, ...warnings };
}

function sharedFileRecord(artifact: Artifact, kind: SharedKind, { inputHashOf, sharedFiles }: RecordInput): FileRecord {
  const hash = sharedFiles.hashOf(artifact);
  const inputs = inputHashOf(artifact.format);
  return { name: artifact.name, inputs, bytes: hash, words: hash, layout: null, trace: null, ...markOf(kind) };
}
