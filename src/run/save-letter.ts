import type { Artifact } from '../model/artifact.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import type { Selection } from '../model/selection.ts';
import { fileStart } from '../model/span.ts';
import type { OutputFolder } from '../world.ts';
import type { InputHashOf } from './inputs.ts';
import type { ManifestWriter } from './manifest-writer.ts';
import { type FileRecord, type LetterRecord, inTheWay, letterKey, wordingsOf } from './manifest.ts';
import type { Run } from './open-run.ts';
import { tracePages } from './page-trace.ts';
import { sha256 } from './sha256.ts';

/** A file of a letter, by its path below the output folder, and whether this run had to write it. */
export interface FileResult {
  readonly path: string;
  readonly state: 'written' | 'unchanged' | 'planned';
}

/**
 * Saves a letter's files. The letter is entered in the manifest first: a run that is killed between the two leaves files
 * that are known as ours by the line before or by the new one. What could not be saved is taken out of the record again.
 */
export async function saveLetter(
  { plan, output, options, manifest }: Run & { readonly manifest: ManifestWriter },
  selection: Selection,
  recorded: readonly LetterRecord[],
  artifacts: readonly Artifact[],
  inputs: InputHashOf,
): Promise<{ readonly files: readonly FileResult[]; readonly faults: readonly Diagnostic[] }> {
  const pathOf = ({ name }: Artifact): string => `${plan.job.letter}/${name}`;
  const before = recorded.at(-1)?.files ?? [];
  const faults: Diagnostic[] = [];
  const places = new Map<Artifact, 'free' | 'unchanged'>();
  for (const artifact of artifacts) {
    const ours = recorded.flatMap(({ files }) => files).filter(({ name }) => name === artifact.name);
    const terms = { ours: ours.map(({ bytes }) => bytes), force: options.force };
    const place = await judgeExistingFile(output, pathOf(artifact), artifact, terms);
    if (typeof place === 'string') places.set(artifact, place);
    else faults.push(place);
  }
  const recordFor = (saved: Iterable<Artifact>): LetterRecord => letterRecord(selection, before, saved, inputs);
  if (places.size > 0) {
    const entered = await manifest.enter(recordFor(places.keys()));
    if (entered.length > 0) return { files: [], faults: [...faults, ...entered] };
  }

  const files: FileResult[] = [];
  const lost: Artifact[] = [];
  for (const [artifact, place] of places) {
    const saved = place === 'free' ? await saveArtifact(output, pathOf(artifact), artifact) : place;
    if (typeof saved === 'string') files.push({ path: pathOf(artifact), state: saved });
    else {
      faults.push(saved);
      lost.push(artifact);
    }
  }
  if (lost.length > 0) {
    const kept = recordFor([...places.keys()].filter((artifact) => !lost.includes(artifact)));
    const entered = kept.files.length > 0 ? await manifest.enter(kept) : [];
    if (kept.files.length === 0) manifest.strike(letterKey(kept));
    // Not confirmed: the older lines still say what is there.
    if (entered.length > 0) return { files, faults: [...faults, ...entered] };
  }
  manifest.confirm(letterKey({ id: selection.recipient.id, language: selection.language }));
  return { files, faults };
}

/** The record of a letter, in which the files that were saved replace those of before. */
function letterRecord(
  selection: Selection,
  before: readonly FileRecord[],
  saved: Iterable<Artifact>,
  inputs: InputHashOf,
): LetterRecord {
  const { recipient, language } = selection;
  const files = new Map(before.map((file) => [file.name, file]));
  for (const artifact of saved) files.set(artifact.name, fileRecord(artifact, inputs(artifact.format)));
  const inOrder = [...files.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return { id: recipient.id, language, wordings: wordingsOf(selection), files: inOrder };
}

function fileRecord({ name, bytes, words, layout }: Artifact, inputs: string): FileRecord {
  const dump = layout?.();
  const pages = dump === undefined ? { layout: null, trace: null } : { layout: sha256(dump), trace: tracePages(dump) };
  return { name, inputs, bytes: sha256(bytes), words: sha256(words()), ...pages };
}

/**
 * May an artifact be saved under this path? 'unchanged': the same bytes are there already. A file that is there with
 * other bytes is replaced only if a run wrote it (`ours`: the hashes in the manifest) or if `force` says so: what somebody
 * changed by hand, or put there, must not be lost.
 */
async function judgeExistingFile(
  output: OutputFolder,
  path: string,
  { bytes }: Artifact,
  { ours, force }: { readonly ours: readonly string[]; readonly force: boolean },
): Promise<'free' | 'unchanged' | Diagnostic> {
  const present = await output.read(path);
  if (present === undefined) return 'free';
  if (present === 'in-the-way') return inTheWay(output, path);
  if (equalBytes(present, bytes)) return 'unchanged';
  if (force || ours.includes(sha256(present))) return 'free';
  const message = say`this file was changed by hand, or is not one of ours; it was left as it is`;
  return fault('output/foreign-file', fileStart(`${output.name}/${path}`), message, {
    hint: say`move it away, or overwrite it with --force`,
  });
}

/** Saves an artifact under a path that was found free. */
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
