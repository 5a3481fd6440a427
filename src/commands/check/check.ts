import { type Artifact, FORMATS, type Format } from '../../model/artifact.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { type Outcome, success } from '../../model/outcome.ts';
import type { Selection } from '../../model/selection.ts';
import { makeLetter } from '../../pipeline.ts';
import { type Addressee, selectAddressees } from '../../run/addressees.ts';
import { type FileStatus, fileStatus } from '../../run/current.ts';
import { selectsAll } from '../../run/filter.ts';
import { hashInputs } from '../../run/inputs.ts';
import { type FileRecord, type Manifest, letterKey, recordedWarnings } from '../../run/manifest.ts';
import type { InspectedRun } from '../../run/open-run.ts';
import { sha256 } from '../../run/sha256.ts';
import { findFirstDifference } from './first-difference.ts';
import { type ShownDifference, hideValues } from './hide-values.ts';

/**
 * The state of a file in comparison with the file that a run (one execution of `generate`) would write now.
 *
 * - `fresh`: the file has the same bytes, or the manifest shows that it is current.
 * - `equivalent`: the file has other bytes, but the same words and page layout. Another version of zlib or of demarche
 *   may cause this.
 * - `stale`: the file is as recorded in the manifest, but would now be written differently.
 * - `missing`: the file does not exist.
 * - `edited`: the file is neither as recorded in the manifest nor as it would be written now.
 * - `orphaned`: the file is in the manifest, but no recipient gets this letter any more.
 * - `skipped`: the file is in the manifest, but its recipient's profile now says not to write to it.
 */
export type CheckedFileState = 'fresh' | 'equivalent' | 'stale' | 'missing' | 'edited' | 'orphaned' | 'skipped';

/** A file of a letter, and its state. */
export interface CheckedFile {
  /** The path relative to the output folder. */
  readonly path: string;
  readonly format: Format;
  readonly state: CheckedFileState;
  /** The first difference of a `stale` or `edited` file; undefined for other files, or if it cannot be determined. */
  readonly difference: ShownDifference | undefined;
}

/** The files of one edition (a recipient's letter in one language). */
export interface CheckedLetter {
  /** The name of the letter's folder in `templates/`. */
  readonly letter: string;
  readonly recipient: string;
  readonly language: string;
  readonly files: readonly CheckedFile[];
}

/**
 * The result of checking one letter: its files, or the faults because of which it cannot be made. `id` is that of the
 * recipient; undefined if its profile cannot be read. `earlierWarnings` is the number of warnings that an earlier run
 * reported about a letter that was not made again.
 */
export type CheckResult =
  | {
      readonly kind: 'checked';
      readonly letter: CheckedLetter;
      readonly warnings: readonly Diagnostic[];
      readonly earlierWarnings: number;
    }
  | { readonly kind: 'failed'; readonly id: string | undefined; readonly faults: readonly Diagnostic[] };

/**
 * Compares the files of earlier runs with those that a run would write now. Writes nothing. A letter is rendered (in
 * memory) only if the hashes of its inputs or files differ from those in the manifest. `keptFormats`: the result of
 * `findKeptFormats`.
 *
 * By default a run makes one edition for each recipient, but the manifest may list further editions of earlier runs.
 * They are compared with a run of all editions, which `openAllEditions` opens. If the profiles can be read only once
 * (from standard input), `openAllEditions` is undefined, and letters that only the manifest lists are not checked.
 */
export async function* check(
  run: InspectedRun,
  keptFormats: ReadonlySet<Format>,
  openAllEditions: (() => Promise<Outcome<InspectedRun>>) | undefined,
): AsyncGenerator<CheckResult, void, undefined> {
  const { editions } = run.plan.job;
  let unmatchedKeys = yield* checkEach(run, keptFormats, undefined);
  if (openAllEditions === undefined) return;
  if (unmatchedKeys.size > 0 && editions === undefined) {
    const allEditionsRun = await openAllEditions();
    if (!allEditionsRun.ok) {
      yield { kind: 'failed', id: undefined, faults: allEditionsRun.diagnostics };
      return;
    }
    unmatchedKeys = yield* checkEach(allEditionsRun.value, keptFormats, unmatchedKeys);
  }
  for (const key of unmatchedKeys) {
    const language = run.manifest.get(key)?.language ?? '';
    const isRequested = editions === undefined || editions === 'all' || editions.includes(language);
    if (isRequested) yield* checkLeftOverFiles(run, key, 'orphaned');
  }
}

/**
 * Checks the letters with the keys in `includedKeys`, or all letters if it is undefined. Returns the keys of letters
 * that are in the manifest but that no recipient gets. If a filter or an unreadable profile may hide recipients,
 * returns an empty set.
 */
async function* checkEach(
  run: InspectedRun,
  keptFormats: ReadonlySet<Format>,
  includedKeys: ReadonlySet<string> | undefined,
): AsyncGenerator<CheckResult, ReadonlySet<string>, undefined> {
  const unmatchedKeys = new Set(includedKeys ?? run.manifest.keys());
  let hasUnreadProfile = false;
  for await (const addressee of selectAddressees(run.plan, run.profiles, run.options.filter)) {
    if (addressee.kind === 'failed') {
      hasUnreadProfile ||= addressee.id === undefined;
      for (const key of manifestKeysOf(run, addressee.id)) unmatchedKeys.delete(key);
      if (includedKeys === undefined) yield addressee;
      continue;
    }
    const { target } = addressee;
    if (target.kind === 'letter') {
      const key = letterKey({ id: target.selection.recipient.id, language: target.selection.language });
      const isIncluded = includedKeys?.has(key) ?? true;
      unmatchedKeys.delete(key);
      if (isIncluded) yield await checkLetter(run, keptFormats, addressee, target.selection);
    } else if (target.kind === 'skipped') {
      const keys = manifestKeysOf(run, target.addressing.recipient.id).filter((key) => unmatchedKeys.delete(key));
      for (const key of keys) yield* checkLeftOverFiles(run, key, 'skipped');
    }
  }
  // A letter whose recipient was filtered out, or may have an unreadable profile, is not known to be orphaned.
  return hasUnreadProfile || !selectsAll(run.options.filter) ? new Set<string>() : unmatchedKeys;
}

/**
 * Checks the files of one letter in the job's formats. Renders the letter when the first file is not current, and only
 * once for all formats.
 */
async function checkLetter(
  run: InspectedRun,
  keptFormats: ReadonlySet<Format>,
  { profile, warnings }: Extract<Addressee, { kind: 'target' }>,
  selection: Selection,
): Promise<CheckResult> {
  const { plan, output } = run;
  const { id } = selection.recipient;
  const { language } = selection;
  const letterRecord = run.manifest.get(letterKey({ id, language }));
  const inputHashOf = hashInputs(run.shared, profile);
  let artifacts: Outcome<readonly Artifact[]> = success([]);
  const files: CheckedFile[] = [];
  for (const format of plan.job.formats) {
    const name = `${id}.${language}.${format}`;
    const path = `${plan.job.letter}/${name}`;
    const fileRecord = letterRecord?.files.find((file) => file.name === name);
    const fileOnDisk = await output.read(path);
    const status = fileStatus(fileRecord, { inputs: inputHashOf(format), isKept: keptFormats.has(format) }, fileOnDisk);
    if (status === 'current') {
      files.push({ path, format, state: 'fresh', difference: undefined });
      continue;
    }
    if (artifacts.ok && artifacts.value.length === 0) artifacts = await makeLetter(plan, selection);
    if (!artifacts.ok) return { kind: 'failed', id, faults: artifacts.diagnostics };
    const artifact = artifacts.value.find((candidate) => candidate.format === format);
    if (artifact === undefined) throw new Error(`the letter was not made as ${format}`);
    const bytesOnDisk = fileOnDisk instanceof Uint8Array ? fileOnDisk : undefined;
    const state = compareFile(artifact, fileRecord, bytesOnDisk, status);
    const isChanged = state === 'stale' || state === 'edited';
    const difference = isChanged ? findFirstDifference(artifact, fileRecord, bytesOnDisk, state) : undefined;
    files.push({ path, format, state, difference: hideValues(difference, profile) });
  }
  const letter = { letter: plan.job.letter, recipient: id, language, files };
  // Without artifacts, the letter was not made, and its warnings are only counted.
  const earlierWarnings =
    artifacts.ok && artifacts.value.length === 0 ? recordedWarnings(letterRecord, plan.job.formats) : 0;
  return { kind: 'checked', letter, warnings: [...warnings, ...artifacts.diagnostics], earlierWarnings };
}

/**
 * Returns the state of a file that is not current, by comparing it with `artifact`, the file as it is made now. A file
 * whose format is not kept (see `findKeptFormats`) may be absent; the hash in its manifest record is then compared.
 */
function compareFile(
  artifact: Artifact,
  fileRecord: FileRecord | undefined,
  bytesOnDisk: Uint8Array | undefined,
  status: Exclude<FileStatus, 'current'>,
): CheckedFileState {
  if (status === 'missing') return 'missing';
  const hash = bytesOnDisk === undefined ? fileRecord?.bytes : sha256(bytesOnDisk);
  if (hash === sha256(artifact.bytes)) return 'fresh';
  if (status === 'other-bytes') return 'edited';
  const hasSameLayout = artifact.layout !== undefined && sha256(artifact.layout()) === fileRecord?.layout;
  return hasSameLayout && sha256(artifact.words()) === fileRecord.words ? 'equivalent' : 'stale';
}

/**
 * Yields one result with the files that still exist of a letter that is no longer written, all in this state. Yields
 * nothing if none exists.
 */
async function* checkLeftOverFiles(
  run: InspectedRun,
  key: string,
  state: 'skipped' | 'orphaned',
): AsyncGenerator<CheckResult> {
  const letterRecord = run.manifest.get(key);
  const { letter, formats } = run.plan.job;
  if (letterRecord === undefined) return;
  const files: CheckedFile[] = [];
  for (const { name } of letterRecord.files) {
    const path = `${letter}/${name}`;
    const format = formats.find((candidate) => name.endsWith(`.${candidate}`));
    if (format === undefined || (await run.output.read(path)) === undefined) continue;
    files.push({ path, format, state, difference: undefined });
  }
  if (files.length === 0) return;
  const { id, language } = letterRecord;
  yield { kind: 'checked', letter: { letter, recipient: id, language, files }, warnings: [], earlierWarnings: 0 };
}

/** Returns the keys of a recipient's letters in the manifest. */
function manifestKeysOf({ manifest }: InspectedRun, id: string | undefined): readonly string[] {
  return [...manifest].flatMap(([key, record]) => (record.id === id ? [key] : []));
}

/**
 * Returns the formats that are kept: those of which at least one file that the manifest lists is in the output folder.
 * All files of another format may be absent on purpose, for example because they are not committed. The manifest record is then
 * checked instead of the file.
 */
export async function findKeptFormats({ manifest, output, plan }: InspectedRun): Promise<ReadonlySet<Format>> {
  const keptFormats = new Set<Format>();
  for (const format of plan.job.formats) {
    for (const { name } of fileRecordsOf(manifest, format)) {
      if ((await output.read(`${plan.job.letter}/${name}`)) === undefined) continue;
      keptFormats.add(format);
      break;
    }
  }
  return keptFormats;
}

/** Returns the formats of the files that a manifest lists. */
export function formatsIn(manifest: Manifest): readonly Format[] {
  return FORMATS.filter((format) => fileRecordsOf(manifest, format).length > 0);
}

function fileRecordsOf(manifest: Manifest, format: Format): readonly FileRecord[] {
  return [...manifest.values()].flatMap(({ files }) => files.filter(({ name }) => name.endsWith(`.${format}`)));
}
