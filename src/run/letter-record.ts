import { needSharedFiles, type Artifact } from '../model/artifact.ts';
import type { Selection } from '../model/selection.ts';
import type { OutputFolder } from '../world.ts';
import { hasRecordedBytes } from './current.ts';
import type { InputHashOf } from './inputs.ts';
import { type FileRecord, type LetterRecord, selectedTextKeys } from './manifest.ts';
import { tracePages } from './page-trace.ts';
import { sha256 } from './sha256.ts';
import type { SharedFiles } from './shared-files.ts';
import { markOf, sharedKindOf } from './shared-mark.ts';

/**
 * Returns the record of each file of a letter. There are several records if a run was killed while it wrote the files:
 * the one that describes the file on the disk is returned, and otherwise the newest.
 */
export async function findRecordedFiles(
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
export interface RecordInput {
  readonly warningCount: number;
  readonly inputHashOf: InputHashOf;
  readonly sharedFiles: SharedFiles;
}

/**
 * Returns the record of a letter. The saved files replace the recorded files of the same names, and those that several
 * letters share all that were recorded.
 */
export function buildLetterRecord(
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
      artifact.shared === undefined ? letterFileRecord(artifact, input) : sharedFileRecord(artifact, input),
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

function sharedFileRecord(artifact: Artifact, { inputHashOf, sharedFiles }: RecordInput): FileRecord {
  const { name, format, shared } = artifact;
  const hash = sharedFiles.hashOf(artifact);
  return { name, inputs: inputHashOf(format), bytes: hash, words: hash, layout: null, trace: null, ...markOf(shared) };
}
