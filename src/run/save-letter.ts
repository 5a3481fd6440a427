import { needSharedFiles, type Artifact } from '../model/artifact.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Selection } from '../model/selection.ts';
import { judgeExistingFile, type ReplacePolicy } from './existing-file.ts';
import type { InputHashOf } from './inputs.ts';
import { buildLetterRecord, findRecordedFiles } from './letter-record.ts';
import type { ManifestWriter } from './manifest-writer.ts';
import { type LetterRecord, letterKey } from './manifest.ts';
import type { Run } from './open-run.ts';
import { saveArtifact } from './save-artifact.ts';
import { type SharedMark, markOf } from './shared-mark.ts';
import { findSurplusPages, judgeSurplusPages, removeSurplusPages } from './surplus-pages.ts';

/** The result of a run for one file of a letter. A file that other letters may share has a mark. */
export interface FileResult extends SharedMark {
  /** The path of the file, relative to the output folder. */
  readonly path: string;
  /**
   * `unchanged`: the file already has the bytes that the run would write. `planned`: the run is a dry run, which writes
   * nothing. `removed`: the file of a page that the letter no longer has was deleted.
   */
  readonly state: 'written' | 'unchanged' | 'planned' | 'removed';
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
  run: Run & { readonly manifest: ManifestWriter },
  selection: Selection,
  earlierRecords: readonly LetterRecord[],
  { artifacts, warningCount }: MadeLetter,
  inputHashOf: InputHashOf,
): Promise<{ readonly files: readonly FileResult[]; readonly faults: readonly Diagnostic[] }> {
  const { plan, output, options, manifest, sharedFiles } = run;
  const { letter } = plan.job;
  const earlierFiles = earlierRecords.flatMap((record) => record.files);
  const policyFor = (fileName: string): ReplacePolicy => {
    const fileRecords = earlierFiles.filter(({ name }) => name === fileName);
    return { recordedHashes: fileRecords.map(({ bytes }) => bytes), force: options.force };
  };
  const recordedFiles = await findRecordedFiles(output, letter, earlierRecords);
  /** The record of the letter when these artifacts are saved and the files of these pages are gone. */
  const recordFor = (saved: readonly Artifact[], removed: ReadonlySet<string>): LetterRecord => {
    const keptFiles = recordedFiles.filter(({ name }) => !removed.has(name));
    return buildLetterRecord(selection, keptFiles, saved, { warningCount, inputHashOf, sharedFiles });
  };

  const writable = await judgeArtifacts(run, artifacts, policyFor);
  const surplus = await judgeSurplusPages(output, letter, findSurplusPages(earlierFiles, artifacts), policyFor);
  const judgementFaults = [...writable.faults, ...surplus.faults];
  const writableArtifacts = [...writable.states.keys()];
  if (writableArtifacts.length > 0) {
    const surplusNames = new Set(surplus.pages.map(({ name }) => name));
    const manifestFaults = await manifest.enter(recordFor(writableArtifacts, surplusNames));
    if (manifestFaults.length > 0) return { files: [], faults: [...judgementFaults, ...manifestFaults] };
  }

  const saved = await writeArtifacts(run, writable.states);
  const savingFaults = [...judgementFaults, ...saved.faults];
  const removal =
    savingFaults.length === 0 ? await removeSurplusPages(output, letter, surplus.pages) : NOTHING_IS_REMOVED;
  const removedFiles = removal.removed
    .filter(({ isOnDisk }) => isOnDisk)
    .map(({ name }): FileResult => ({ path: `${letter}/${name}`, state: 'removed' }));
  const files = [...saved.letterFiles, ...removedFiles, ...saved.sharedFiles];
  const faults = [...savingFaults, ...removal.faults];

  if (saved.unsaved.size > 0 || removal.removed.length < surplus.pages.length) {
    const savedArtifacts = writableArtifacts.filter((artifact) => !saved.unsaved.has(artifact));
    const record = recordFor(savedArtifacts, new Set(removal.removed.map(({ name }) => name)));
    const manifestFaults = record.files.length > 0 ? await manifest.enter(record) : [];
    if (record.files.length === 0) manifest.remove(letterKey(record));
    // `dropOlderRecords` is not called, so the earlier records stay valid. They still describe the files on the disk.
    if (manifestFaults.length > 0) return { files, faults: [...faults, ...manifestFaults] };
  }
  manifest.dropOlderRecords(letterKey({ id: selection.recipient.id, language: selection.language }));
  return { files, faults };
}

const NOTHING_IS_REMOVED = { removed: [], faults: [] };

/** What is at the paths of the artifacts that may be written: no file that counts, or one of the same content. */
type WritableStates = ReadonlyMap<Artifact, 'free' | 'unchanged'>;

/** Decides which artifacts may be written. A letter may not be beside a picture or an enclosure that is not its own. */
async function judgeArtifacts(
  { plan, output, sharedFiles }: Run,
  artifacts: readonly Artifact[],
  policyFor: (fileName: string) => ReplacePolicy,
): Promise<{ readonly states: WritableStates; readonly faults: readonly Diagnostic[] }> {
  const states = new Map<Artifact, 'free' | 'unchanged'>();
  const faults: Diagnostic[] = [];
  for (const artifact of artifacts) {
    const path = `${plan.job.letter}/${artifact.name}`;
    const policy = policyFor(artifact.name);
    const pathState =
      artifact.shared === undefined
        ? await judgeExistingFile(output, path, artifact, policy)
        : await sharedFiles.judge(path, artifact, policy);
    if (typeof pathState === 'string') states.set(artifact, pathState);
    else faults.push(pathState);
  }
  const foreignFiles = artifacts.filter((artifact) => !states.has(artifact));
  for (const artifact of artifacts) if (needsAny(artifact, foreignFiles)) states.delete(artifact);
  return { states, faults };
}

/** The results of writing the artifacts of a letter, and those that could not be written. */
interface WrittenArtifacts {
  readonly letterFiles: readonly FileResult[];
  /** By path. */
  readonly sharedFiles: readonly FileResult[];
  readonly unsaved: ReadonlySet<Artifact>;
  readonly faults: readonly Diagnostic[];
}

/** Writes the artifacts of a letter that may be written: those first that it needs beside it. */
async function writeArtifacts({ plan, output, sharedFiles }: Run, states: WritableStates): Promise<WrittenArtifacts> {
  const letterFiles: FileResult[] = [];
  const sharedResults: FileResult[] = [];
  const unsaved = new Set<Artifact>();
  const faults: Diagnostic[] = [];
  for (const [artifact, pathState] of inOrderOfSaving(states)) {
    if (pathState === 'free' && needsAny(artifact, [...unsaved])) {
      unsaved.add(artifact);
      continue;
    }
    const path = `${plan.job.letter}/${artifact.name}`;
    const save = artifact.shared === undefined ? saveArtifact.bind(undefined, output) : sharedFiles.write;
    const result = pathState === 'unchanged' ? pathState : await save(path, artifact);
    if (typeof result === 'string') {
      const results = artifact.shared === undefined ? letterFiles : sharedResults;
      results.push({ path, state: result, ...markOf(artifact.shared) });
    } else {
      faults.push(result);
      unsaved.add(artifact);
    }
  }
  const sortedResults = sharedResults.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return { letterFiles, sharedFiles: sortedResults, unsaved, faults };
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
