import { type Artifact, FORMATS, type Format } from '../../model/artifact.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { type Outcome, success } from '../../model/outcome.ts';
import type { Selection } from '../../model/selection.ts';
import { makeLetter } from '../../pipeline.ts';
import { type Addressee, addressees } from '../../run/addressees.ts';
import { type FileStatus, fileStatus } from '../../run/current.ts';
import { selectsAll } from '../../run/filter.ts';
import { hashInputs } from '../../run/inputs.ts';
import { type FileRecord, type Manifest, letterKey } from '../../run/manifest.ts';
import type { InspectedRun } from '../../run/open-run.ts';
import { sha256 } from '../../run/sha256.ts';
import { type Difference, firstDifference } from './first-difference.ts';

/**
 * The state of a file, in comparison with the file that a run would write now.
 *
 * - `fresh`: the same bytes, or current by the manifest.
 * - `equivalent`: other bytes, but the same words and the same page layout; another version of zlib or of the tool may
 *   cause this.
 * - `stale`: as recorded in the manifest, but would now be written differently.
 * - `missing`: the file does not exist.
 * - `edited`: neither as recorded in the manifest nor as it would be written now.
 * - `orphaned`: in the manifest, but no recipient gets this letter any more.
 * - `skipped`: in the manifest, but the recipient is now skipped.
 */
export type CheckedFileState = 'fresh' | 'equivalent' | 'stale' | 'missing' | 'edited' | 'orphaned' | 'skipped';

/** A file of a letter, and its state. */
export interface CheckedFile {
  /** Relative to the output folder. */
  readonly path: string;
  readonly format: Format;
  readonly state: CheckedFileState;
  /** The first difference, of a `stale` or `edited` file; undefined: it cannot be determined. */
  readonly difference: Difference | undefined;
}

/** The files of one edition of a recipient's letter. */
export interface CheckedLetter {
  readonly letter: string;
  readonly recipient: string;
  readonly language: string;
  readonly files: readonly CheckedFile[];
}

/** The check result of one letter: its files, or the faults that prevent it from being made. */
export type CheckResult =
  | { readonly kind: 'checked'; readonly letter: CheckedLetter; readonly warnings: readonly Diagnostic[] }
  | { readonly kind: 'failed'; readonly id: string | undefined; readonly faults: readonly Diagnostic[] };

/**
 * Compares the files of earlier runs with those that a run would write now; writes nothing. A letter is rendered, in
 * memory, only if the hashes of its inputs or files differ from those in the manifest. `kept`: the formats of
 * `keptFormats`.
 *
 * By default a run makes one edition for each recipient, so the manifest may list others; these are looked up in a run
 * of all editions, which `openAll` opens. `openAll` undefined: the profiles can be read only once, so that letters
 * which are only in the manifest are not checked.
 */
export async function* check(
  run: InspectedRun,
  kept: ReadonlySet<Format>,
  openAll: (() => Promise<Outcome<InspectedRun>>) | undefined,
): AsyncGenerator<CheckResult, void, undefined> {
  const { editions } = run.plan.job;
  let unmatched = yield* checkEach(run, kept, undefined);
  if (openAll === undefined) return;
  if (unmatched.size > 0 && editions === undefined) {
    const all = await openAll();
    if (!all.ok) {
      yield { kind: 'failed', id: undefined, faults: all.diagnostics };
      return;
    }
    unmatched = yield* checkEach(all.value, kept, unmatched);
  }
  for (const key of unmatched) {
    const language = run.manifest.get(key)?.language ?? '';
    const isRequested = editions === undefined || editions === 'all' || editions.includes(language);
    if (isRequested) yield* leftOverFiles(run, key, 'orphaned');
  }
}

/**
 * Checks all letters, or only those with the keys in `only`. Returns the keys of letters that are in the manifest but
 * that no recipient gets; an empty set if a filter or an unreadable profile may hide recipients.
 */
async function* checkEach(
  run: InspectedRun,
  kept: ReadonlySet<Format>,
  only: ReadonlySet<string> | undefined,
): AsyncGenerator<CheckResult, ReadonlySet<string>, undefined> {
  const unmatched = new Set(only ?? run.manifest.keys());
  let hasUnreadProfile = false;
  for await (const addressee of addressees(run.plan, run.profiles, run.options.filter)) {
    if (addressee.kind === 'failed') {
      hasUnreadProfile ||= addressee.id === undefined;
      for (const key of keysOf(run, addressee.id)) unmatched.delete(key);
      if (only === undefined) yield addressee;
      continue;
    }
    const { target } = addressee;
    if (target.kind === 'letter') {
      const key = letterKey({ id: target.selection.recipient.id, language: target.selection.language });
      const isIncluded = only?.has(key) ?? true;
      unmatched.delete(key);
      if (isIncluded) yield await checkLetter(run, kept, addressee, target.selection);
    } else if (target.kind === 'skipped') {
      const keys = keysOf(run, target.addressing.recipient.id).filter((key) => unmatched.delete(key));
      for (const key of keys) yield* leftOverFiles(run, key, 'skipped');
    }
  }
  // A letter is orphaned only if its recipient is neither filtered out nor possibly in a file that cannot be read.
  return hasUnreadProfile || !selectsAll(run.options.filter) ? new Set<string>() : unmatched;
}

/**
 * Checks the files of one letter in the job's formats. Renders the letter at most once, for the first file not current.
 */
async function checkLetter(
  run: InspectedRun,
  kept: ReadonlySet<Format>,
  { profile, warnings }: Extract<Addressee, { kind: 'target' }>,
  selection: Selection,
): Promise<CheckResult> {
  const { plan, output } = run;
  const { id } = selection.recipient;
  const { language } = selection;
  const record = run.manifest.get(letterKey({ id, language }));
  const inputs = hashInputs(run.shared, profile);
  let artifacts: Outcome<readonly Artifact[]> = success([]);
  const files: CheckedFile[] = [];
  for (const format of plan.job.formats) {
    const name = `${id}.${language}.${format}`;
    const path = `${plan.job.letter}/${name}`;
    const recorded = record?.files.find((file) => file.name === name);
    const present = await output.read(path);
    const status = fileStatus(recorded, { inputs: inputs(format), isKept: kept.has(format) }, present);
    if (status === 'current') {
      files.push({ path, format, state: 'fresh', difference: undefined });
      continue;
    }
    if (artifacts.ok && artifacts.value.length === 0) artifacts = await makeLetter(plan, selection);
    if (!artifacts.ok) return { kind: 'failed', id, faults: artifacts.diagnostics };
    const artifact = artifacts.value.find((other) => other.format === format);
    if (artifact === undefined) throw new Error(`the letter was not made as ${format}`);
    const bytes = present instanceof Uint8Array ? present : undefined;
    const state = compareFile(artifact, recorded, bytes, status);
    const isOther = state === 'stale' || state === 'edited';
    const difference = isOther ? firstDifference(artifact, recorded, bytes, state) : undefined;
    files.push({ path, format, state, difference });
  }
  const letter = { letter: plan.job.letter, recipient: id, language, files };
  return { kind: 'checked', letter, warnings: [...warnings, ...artifacts.diagnostics] };
}

/**
 * The state of a file that is not current, by comparison with `artifact`, the file as it is made now. For a file that
 * is absent because its format is not kept, the hash in its manifest record is compared.
 */
function compareFile(
  artifact: Artifact,
  recorded: FileRecord | undefined,
  present: Uint8Array | undefined,
  status: Exclude<FileStatus, 'current'>,
): CheckedFileState {
  if (status === 'missing') return 'missing';
  const bytes = present === undefined ? recorded?.bytes : sha256(present);
  if (bytes === sha256(artifact.bytes)) return 'fresh';
  if (status === 'other-bytes') return 'edited';
  const isSame = artifact.layout !== undefined && sha256(artifact.layout()) === recorded?.layout;
  return isSame && sha256(artifact.words()) === recorded.words ? 'equivalent' : 'stale';
}

/** Yields the existing files of a letter that is no longer written, all with this state; nothing if none exists. */
async function* leftOverFiles(
  run: InspectedRun,
  key: string,
  state: 'skipped' | 'orphaned',
): AsyncGenerator<CheckResult> {
  const record = run.manifest.get(key);
  const { letter, formats } = run.plan.job;
  if (record === undefined) return;
  const files: CheckedFile[] = [];
  for (const { name } of record.files) {
    const path = `${letter}/${name}`;
    const format = formats.find((one) => name.endsWith(`.${one}`));
    if (format === undefined || (await run.output.read(path)) === undefined) continue;
    files.push({ path, format, state, difference: undefined });
  }
  if (files.length === 0) return;
  const { id, language } = record;
  yield { kind: 'checked', letter: { letter, recipient: id, language, files }, warnings: [] };
}

/** The keys of all records of a recipient in the manifest. */
function keysOf({ manifest }: InspectedRun, id: string | undefined): readonly string[] {
  return [...manifest].flatMap(([key, record]) => (record.id === id ? [key] : []));
}

/**
 * The formats that are kept, that is, of which the output folder has at least one file in the manifest. Other formats
 * may be deliberately absent, for example from a repository; the manifest record is then checked instead of the file.
 */
export async function keptFormats({ manifest, output, plan }: InspectedRun): Promise<ReadonlySet<Format>> {
  const kept = new Set<Format>();
  for (const format of plan.job.formats) {
    for (const { name } of filesOf(manifest, format)) {
      if ((await output.read(`${plan.job.letter}/${name}`)) === undefined) continue;
      kept.add(format);
      break;
    }
  }
  return kept;
}

/** The formats of the files in a manifest. */
export function formatsIn(manifest: Manifest): readonly Format[] {
  return FORMATS.filter((format) => filesOf(manifest, format).length > 0);
}

function filesOf(manifest: Manifest, format: Format): readonly FileRecord[] {
  return [...manifest.values()].flatMap(({ files }) => files.filter(({ name }) => name.endsWith(`.${format}`)));
}
