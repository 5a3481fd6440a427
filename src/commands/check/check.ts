import { DEFAULT_FORMATS, type Format, type SharedKind } from '../../model/artifact.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Job } from '../../model/job.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { Selection } from '../../model/selection.ts';
import { makeLetter } from '../../pipeline.ts';
import { type Addressee, selectAddressees } from '../../run/addressees.ts';
import { type ComparedState, compareFile } from '../../run/compare-file.ts';
import { selectsAll } from '../../run/filter.ts';
import { hashInputs } from '../../run/inputs.ts';
import { readLetterFileName } from '../../run/letter-files.ts';
import { letterKey } from '../../run/manifest.ts';
import type { InspectedRun } from '../../run/open-run.ts';
import { sha256 } from '../../run/sha256.ts';
import { findSurplusPages } from '../../run/surplus-pages.ts';
import type { WrittenLetters } from '../../run/written-letters.ts';
import { findFirstDifference } from './first-difference.ts';
import { type ShownDifference, hideValues } from './hide-values.ts';
import { type Language } from '../../model/language.ts';

/**
 * The state of a file: the result of comparing it with the file that a run (one execution of `generate`) would write
 * now, or that none would be written.
 *
 * - `orphaned`: no recipient gets this letter any more, or never did.
 * - `skipped`: the recipient's profile now says not to write to it.
 * - `surplus`: the file shows a page that the letter no longer has.
 */
export type CheckedFileState = ComparedState | 'orphaned' | 'skipped' | 'surplus';

/** A file of a letter, and its state. */
export interface CheckedFile {
  /** The path relative to the output folder. */
  readonly path: string;
  /** The format of the letter's file; or that it is a picture or an enclosure, which several letters may share. */
  readonly format: Format | SharedKind;
  readonly state: CheckedFileState;
  /**
   * The first difference of a file that is `stale`, `misrecorded` or `edited`; undefined for other files, or if it
   * cannot be determined.
   */
  readonly difference: ShownDifference | undefined;
  /** The SHA-256 of the file that was compared; undefined if there is none. */
  readonly sha256: string | undefined;
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
 * recipient; undefined if its profile cannot be read.
 */
export type CheckResult =
  | { readonly kind: 'checked'; readonly letter: CheckedLetter; readonly warnings: readonly Diagnostic[] }
  | { readonly kind: 'failed'; readonly id: string | undefined; readonly faults: readonly Diagnostic[] };

/** The letters in the output folder, and the formats in which the user asks for all letters: none if it is left out. */
type LettersToCheck = WrittenLetters & { readonly requestedFormats?: Job['formats'] | undefined };

/**
 * Makes every letter in memory, and compares the files in the output folder with it. Writes nothing. `written`: the
 * result of `findWrittenLetters`.
 *
 * By default a run makes one edition for each recipient, but there may be further editions of earlier runs. They are
 * compared with a run of their editions, which `openEditions` opens. If the profiles can be read only once (from
 * standard input), `openEditions` is undefined, and further editions are not checked.
 */
export async function* check(
  run: InspectedRun,
  written: LettersToCheck,
  openEditions: ((languages: readonly Language[]) => Promise<Outcome<InspectedRun>>) | undefined,
): AsyncGenerator<CheckResult, void, undefined> {
  const { editions } = run.plan.job;
  let unmatchedKeys = yield* checkEach(run, written, undefined);
  if (openEditions === undefined) return;
  if (unmatchedKeys.size > 0 && editions === undefined) {
    const furtherRun = await openEditions(
      [...unmatchedKeys].flatMap((key) => written.letters.get(key)?.language ?? []),
    );
    if (!furtherRun.ok) {
      yield { kind: 'failed', id: undefined, faults: furtherRun.diagnostics };
      return;
    }
    unmatchedKeys = yield* checkEach(furtherRun.value, written, unmatchedKeys);
  }
  for (const key of unmatchedKeys) {
    const language = written.letters.get(key)?.language ?? '';
    const isRequested = editions === undefined || editions === 'all' || editions.includes(language);
    if (isRequested) yield* checkLeftOverFiles(run, written, key, 'orphaned');
  }
}

/**
 * Checks the letters with the keys in `includedKeys`, or all letters if it is undefined. Returns the keys of letters
 * that were written but that no recipient gets. If a filter or an unreadable profile may hide recipients,
 * returns an empty set.
 */
async function* checkEach(
  run: InspectedRun,
  written: LettersToCheck,
  includedKeys: ReadonlySet<string> | undefined,
): AsyncGenerator<CheckResult, ReadonlySet<string>, undefined> {
  const unmatchedKeys = new Set(includedKeys ?? written.letters.keys());
  let hasUnreadProfile = false;
  for await (const addressee of selectAddressees(run.plan, run.profiles, run.options.filter)) {
    if (addressee.kind === 'failed') {
      hasUnreadProfile ||= addressee.id === undefined;
      for (const key of keysOf(written, addressee.id)) unmatchedKeys.delete(key);
      if (includedKeys === undefined) yield addressee;
      continue;
    }
    const { target } = addressee;
    if (target.kind === 'letter') {
      const key = letterKey({ id: target.selection.recipient.id, language: target.selection.language });
      const isIncluded = includedKeys?.has(key) ?? true;
      unmatchedKeys.delete(key);
      if (isIncluded) yield await checkLetter(run, written, addressee, target.selection);
    } else if (target.kind === 'skipped') {
      const keys = keysOf(written, target.addressing.recipient.id).filter((key) => unmatchedKeys.delete(key));
      for (const key of keys) yield* checkLeftOverFiles(run, written, key, 'skipped');
    }
  }
  // A letter whose recipient was filtered out, or may have an unreadable profile, is not known to be orphaned.
  return hasUnreadProfile || !selectsAll(run.options.filter) ? new Set<string>() : unmatchedKeys;
}

/** Checks the files of one letter in the job's formats. */
async function checkLetter(
  run: InspectedRun,
  written: LettersToCheck,
  { profile, warnings }: Extract<Addressee, { kind: 'target' }>,
  selection: Selection,
): Promise<CheckResult> {
  const { plan, output } = run;
  const { id } = selection.recipient;
  const { language } = selection;
  const { keptFormats, keepsEnclosures } = written;
  const key = letterKey({ id, language });
  const artifacts = await makeLetter(plan, selection);
  if (!artifacts.ok) return { kind: 'failed', id, faults: artifacts.diagnostics };
  const records = run.manifest.get(key)?.files ?? [];
  const inputHashOf = hashInputs(run.shared, profile, plan.hashOwnFiles(selection));
  const files: CheckedFile[] = [];
  for (const artifact of artifacts.value) {
    const { format, name, shared } = artifact;
    if (format !== undefined && !isExpected(written, key, format)) continue;
    const path = `${plan.job.letter}/${name}`;
    const record = records.find((file) => file.name === name);
    const fileOnDisk = await output.read(path);
    const recordedFile = {
      record,
      inputs: inputHashOf(format),
      isKept: format === undefined ? keepsEnclosures : keptFormats.has(format),
    };
    const state = compareFile(artifact, fileOnDisk, recordedFile);
    const difference = hideValues(findFirstDifference(artifact, record, fileOnDisk, state), profile);
    const kind = shared ?? format;
    if (kind === undefined) throw new Error(`the file ${name} is neither a letter nor beside one`);
    files.push({ path, format: kind, state, difference, sha256: hashOf(fileOnDisk) });
  }
  for (const name of findSurplusPages(written.files.get(key) ?? [], artifacts.value))
    files.push(...(await readLeftOverFile(run, name, 'surplus')));
  const letter = { letter: plan.job.letter, recipient: id, language, files };
  return { kind: 'checked', letter, warnings: [...warnings, ...artifacts.diagnostics] };
}

/**
 * Whether a letter should be there in a format in which any letter is. Markdown and PDF are written for all recipients. A
 * format that is written on request, as HTML, may have been requested for some: it is expected of a letter that was
 * written in it, and of one that was not written in any format.
 */
function isExpected({ requestedFormats, formatsByLetter }: LettersToCheck, key: string, format: Format): boolean {
  if (DEFAULT_FORMATS.includes(format) || requestedFormats?.includes(format) === true) return true;
  return formatsByLetter.get(key)?.has(format) ?? true;
}

/**
 * Yields one result with the files that exist of a letter that is no longer written, all in this state. Yields nothing
 * if none exists.
 */
async function* checkLeftOverFiles(
  run: InspectedRun,
  written: WrittenLetters,
  key: string,
  state: 'skipped' | 'orphaned',
): AsyncGenerator<CheckResult> {
  const { letter, formats } = run.plan.job;
  const files: CheckedFile[] = [];
  for (const { name, format } of written.files.get(key) ?? [])
    if (formats.includes(format)) files.push(...(await readLeftOverFile(run, name, state)));
  const recipient = written.letters.get(key);
  if (files.length === 0 || recipient === undefined) return;
  const { id, language } = recipient;
  yield { kind: 'checked', letter: { letter, recipient: id, language, files }, warnings: [] };
}

/** Returns a file that would not be written, in this state; none if it is no longer there, or no file of a letter. */
async function readLeftOverFile(
  { plan, output }: InspectedRun,
  name: string,
  state: 'skipped' | 'orphaned' | 'surplus',
): Promise<readonly CheckedFile[]> {
  const format = readLetterFileName(name)?.format;
  const path = `${plan.job.letter}/${name}`;
  const fileOnDisk = await output.read(path);
  if (fileOnDisk === undefined || format === undefined) return [];
  return [{ path, format, state, difference: undefined, sha256: hashOf(fileOnDisk) }];
}

function hashOf(fileOnDisk: Uint8Array | 'in-the-way' | undefined): string | undefined {
  return fileOnDisk instanceof Uint8Array ? sha256(fileOnDisk) : undefined;
}

/** Returns the keys of a recipient's written letters. */
function keysOf({ letters }: WrittenLetters, recipientId: string | undefined): readonly string[] {
  return [...letters].flatMap(([key, { id }]) => (id === recipientId ? [key] : []));
}
