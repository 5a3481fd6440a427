import { type Artifact, FORMATS, type Format } from '../../model/artifact.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { type Outcome, success } from '../../model/outcome.ts';
import type { Selection } from '../../model/selection.ts';
import { makeLetter } from '../../pipeline.ts';
import { type Addressee, addressees } from '../../run/addressees.ts';
import { type FileStatus, fileStatus } from '../../run/current.ts';
import { isForEverybody } from '../../run/filter.ts';
import { hashInputs } from '../../run/inputs.ts';
import { type FileRecord, type Manifest, letterKey } from '../../run/manifest.ts';
import type { InspectedRun } from '../../run/open-run.ts';
import { sha256 } from '../../run/sha256.ts';
import { type Difference, firstDifference } from './first-difference.ts';

/**
 * How a file stands to what would be written now. `equivalent`: other bytes, the same words on the same places, as
 * another zlib or another version of the tool may make them. `edited`: it is neither what was written nor what would be.
 */
export type Freshness = 'fresh' | 'equivalent' | 'stale' | 'missing' | 'edited' | 'orphaned' | 'skipped';

/** A file that was looked at. */
export interface CheckedFile {
  /** Below the output folder. */
  readonly path: string;
  readonly format: Format;
  readonly state: Freshness;
  /** Undefined: none was found, or there is nothing to compare with. */
  readonly difference: Difference | undefined;
}

/** The files of one letter. */
export interface CheckedLetter {
  readonly letter: string;
  readonly recipient: string;
  readonly language: string;
  readonly files: readonly CheckedFile[];
}

/** What a check found of one recipient: its letter's files, or faults that keep the letter from being made. */
export type CheckResult =
  | { readonly kind: 'checked'; readonly letter: CheckedLetter; readonly warnings: readonly Diagnostic[] }
  | { readonly kind: 'failed'; readonly id: string | undefined; readonly faults: readonly Diagnostic[] };

/**
 * Is what was written still what would be written? A letter is made, in memory, only where the manifest does not vouch
 * for it: inputs and files that hash as recorded. Writes nothing. A run makes one edition for each recipient; what the
 * manifest lists besides is looked for among all editions, which `openAll` opens if need be;
 * undefined: recipients come only once, and nothing can be said of it.
 */
export async function* check(
  run: InspectedRun,
  kept: ReadonlySet<Format>,
  openAll: (() => Promise<Outcome<InspectedRun>>) | undefined,
): AsyncGenerator<CheckResult, void, undefined> {
  const { editions } = run.plan.job;
  let rest = yield* checkEach(run, kept, undefined);
  if (openAll === undefined) return;
  if (rest.size > 0 && editions === undefined) {
    const all = await openAll();
    if (!all.ok) {
      yield { kind: 'failed', id: undefined, faults: all.diagnostics };
      return;
    }
    rest = yield* checkEach(all.value, kept, rest);
  }
  for (const key of rest) {
    const language = run.manifest.get(key)?.language ?? '';
    const isMeant = editions === undefined || editions === 'all' || editions.includes(language);
    if (isMeant) yield* leftOver(run, key, 'orphaned');
  }
}

/** Checks all letters, or `only` these. Returns which in the manifest nobody gets; none if recipients may be unseen. */
async function* checkEach(
  run: InspectedRun,
  kept: ReadonlySet<Format>,
  only: ReadonlySet<string> | undefined,
): AsyncGenerator<CheckResult, ReadonlySet<string>, undefined> {
  const rest = new Set(only ?? run.manifest.keys());
  let unread = false;
  for await (const addressee of addressees(run.plan, run.profiles, run.options.filter)) {
    if (addressee.kind === 'failed') {
      unread ||= addressee.id === undefined;
      for (const key of keysOf(run, addressee.id)) rest.delete(key);
      if (only === undefined) yield addressee;
      continue;
    }
    const { target } = addressee;
    if (target.kind === 'letter') {
      const key = letterKey({ id: target.selection.recipient.id, language: target.selection.language });
      const isWanted = only?.has(key) ?? true;
      rest.delete(key);
      if (isWanted) yield await checkLetter(run, kept, addressee, target.selection);
    } else if (target.kind === 'skipped') {
      const keys = keysOf(run, target.addressing.recipient.id).filter((key) => rest.delete(key));
      for (const key of keys) yield* leftOver(run, key, 'skipped');
    }
  }
  // A recipient whom a filter leaves out, or whom a file that cannot be read may hold, is not gone.
  return unread || !isForEverybody(run.options.filter) ? new Set<string>() : rest;
}

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
  let made: Outcome<readonly Artifact[]> = success([]);
  const files: CheckedFile[] = [];
  for (const format of plan.job.formats) {
    const name = `${id}.${language}.${format}`;
    const path = `${plan.job.letter}/${name}`;
    const recorded = record?.files.find((file) => file.name === name);
    const present = await output.read(path);
    const standing = fileStatus(recorded, { inputs: inputs(format), isKept: kept.has(format) }, present);
    if (standing === 'current') {
      files.push({ path, format, state: 'fresh', difference: undefined });
      continue;
    }
    if (made.ok && made.value.length === 0) made = await makeLetter(plan, selection);
    if (!made.ok) return { kind: 'failed', id, faults: made.diagnostics };
    const artifact = made.value.find((other) => other.format === format);
    if (artifact === undefined) throw new Error(`the letter was not made as ${format}`);
    const bytes = present instanceof Uint8Array ? present : undefined;
    const state = compareFile(artifact, recorded, bytes, standing);
    const isOther = state === 'stale' || state === 'edited';
    const difference = isOther ? firstDifference(artifact, recorded, bytes, state) : undefined;
    files.push({ path, format, state, difference });
  }
  const letter = { letter: plan.job.letter, recipient: id, language, files };
  return { kind: 'checked', letter, warnings: [...warnings, ...made.diagnostics] };
}

/** How a file that is not current stands to the letter as it is made now; where it is not kept, its record does. */
function compareFile(
  artifact: Artifact,
  recorded: FileRecord | undefined,
  present: Uint8Array | undefined,
  standing: Exclude<FileStatus, 'current'>,
): Freshness {
  if (standing === 'missing') return 'missing';
  const bytes = present === undefined ? recorded?.bytes : sha256(present);
  if (bytes === sha256(artifact.bytes)) return 'fresh';
  if (standing === 'other-bytes') return 'edited';
  const isSame = artifact.layout !== undefined && sha256(artifact.layout()) === recorded?.layout;
  return isSame && sha256(artifact.words()) === recorded.words ? 'equivalent' : 'stale';
}

/** Files of a letter that is not written any more, as far as they are there. */
async function* leftOver(run: InspectedRun, key: string, state: 'skipped' | 'orphaned'): AsyncGenerator<CheckResult> {
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

function keysOf({ manifest }: InspectedRun, id: string | undefined): readonly string[] {
  return [...manifest].flatMap(([key, record]) => (record.id === id ? [key] : []));
}

/** The formats of which the output folder holds any file that the manifest lists. */
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

/** The formats of which a manifest lists any file. */
export function formatsIn(manifest: Manifest): readonly Format[] {
  return FORMATS.filter((format) => filesOf(manifest, format).length > 0);
}

function filesOf(manifest: Manifest, format: Format): readonly FileRecord[] {
  return [...manifest.values()].flatMap(({ files }) => files.filter(({ name }) => name.endsWith(`.${format}`)));
}
