import type { Data } from '../model/data.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Recipient, Skip } from '../model/recipient.ts';
import type { Selection } from '../model/selection.ts';
import { FUNCTION, type OptionChecks, optional, requireOptions } from '../model/options.ts';
import { makeLetter } from '../pipeline.ts';
import { type Addressee, selectAddressees } from './addressees.ts';
import { isLetterCurrent } from './current.ts';
import { findUnknownFilterNames } from './filter.ts';
import { hashInputs } from './inputs.ts';
import { letterKey, recordedWarnings } from './manifest.ts';
import { addEarlierFiles } from './obsolete-files.ts';
import type { Run } from './open-run.ts';
import { type NamedFile, listRecordedFiles, planFiles } from './planned-files.ts';
import { type FileResult, saveLetter } from './save-letter.ts';

/**
 * The result for one edition (letter in one language): its files were made or found current (`done`), its recipient was
 * skipped as the profile says, or it failed.
 */
export type LetterResult =
  | {
      readonly kind: 'done';
      readonly selection: Selection;
      readonly files: readonly FileResult[];
      /** The warnings about the recipient's profile, and about the letter if it was made. */
      readonly warnings: readonly Diagnostic[];
      /** The number of warnings about the letter when it was made, if it was found current. */
      readonly earlierWarnings: number;
    }
  | { readonly kind: 'skipped'; readonly recipient: Recipient; readonly skip: Skip }
  | {
      readonly kind: 'failed';
      /** Undefined if the id cannot be read from the profile. */
      readonly id: string | undefined;
      readonly faults: readonly Diagnostic[];
      /** The files that were saved although another file of the letter failed. */
      readonly files: readonly FileResult[];
    };

/**
 * Makes and saves the letters of a run (one execution of a command), and yields their results in the order of the
 * recipients. A letter whose files are current is not made again, unless the option `anew` is set; see
 * `isLetterCurrent`. Up to `maxInProgress` letters are in progress at once, so that one can be made while others wait
 * for the disk. After `shouldStop` returns true, no further letter is begun, but the results of those in progress are
 * still yielded. Letters are appended to the manifest in the order in which they are saved. At the end, the caller must
 * call `closeRun`, which sorts them. Throws a TypeError if an option is wrong, and a RangeError if the filter of the
 * run has a name that the campaign does not declare.
 */
export async function* generate(
  run: Run,
  controls: GenerateControls = {},
): AsyncGenerator<LetterResult, void, undefined> {
  requireOptions('controls', controls, CONTROL_CHECKS);
  requireDeclaredNames(run);
  const { shouldStop = () => false, maxInProgress = DEFAULT_MAX_IN_PROGRESS } = controls;
  const { progress } = run;
  const inProgress: Promise<LetterResult | undefined>[] = [];
  const recordProgress = (result: LetterResult): LetterResult => {
    if (result.kind === 'skipped') progress.skipped.push(result.recipient.id);
    else if (result.kind === 'failed') {
      progress.toldSomething = true;
      progress.failed += 1;
    }
    return result;
  };
  let isStopped = false;
  try {
    for await (const addressee of selectAddressees(run.plan, run.profiles, run.options.filter)) {
      isStopped = shouldStop();
      if (isStopped) break;
      // Warnings about the letter are recorded with its files; those about the profile are found by the next run again.
      const isLetter = addressee.kind === 'target' && addressee.target.kind === 'letter';
      if (isLetter && addressee.warnings.length > 0) progress.toldSomething = true;
      const resultPromise = handleAddressee(run, addressee);
      // A rejection is handled below, where the promise is awaited. This handler keeps Node from treating it as
      // unhandled until then, which would end the process.
      resultPromise.catch(() => undefined);
      inProgress.push(resultPromise);
      if (inProgress.length < maxInProgress) continue;
      const result = await inProgress.shift();
      if (result !== undefined) yield recordProgress(result);
      isStopped = shouldStop();
      if (isStopped) break;
    }
    for (let oldest = inProgress.shift(); oldest !== undefined; oldest = inProgress.shift()) {
      const result = await oldest;
      if (result !== undefined) yield recordProgress(result);
    }
    progress.isComplete = !isStopped;
  } finally {
    await Promise.allSettled(inProgress);
  }
}

/** The default of `maxInProgress`. It is more than 1, because a disk flushes several files in the time of one. */
const DEFAULT_MAX_IN_PROGRESS = 8;

/** Options of `generate`. */
export interface GenerateControls {
  /** Returns whether the run has to stop early. It is called at least before each letter is begun. */
  readonly shouldStop?: () => boolean;
  /** The maximum number of letters in progress at once. With 1, letters are made one after the other. */
  readonly maxInProgress?: number;
}

const CONTROL_CHECKS: OptionChecks<GenerateControls> = {
  shouldStop: optional(FUNCTION),
  maxInProgress: optional({
    mustBe: 'a whole number from 1',
    accepts: (value) => Number.isInteger(value) && Number(value) >= 1,
  }),
};

function requireDeclaredNames({ options, plan }: Run): void {
  const [unknown] = findUnknownFilterNames(options.filter, plan.campaign);
  if (unknown === undefined) return;
  const { kind, name, declared } = unknown;
  throw new RangeError(
    `the filter has the ${kind} “${name}”, which the campaign lacks; it has: ${declared.join(', ')}`,
  );
}

/** Returns the result for an addressee; undefined if the letter is not addressed to this recipient. */
async function handleAddressee(run: Run, addressee: Addressee): Promise<LetterResult | undefined> {
  if (addressee.kind === 'failed') return { ...addressee, files: [] };
  const { target, profile, warnings } = addressee;
  if (target.kind === 'letter') return generateLetter(run, profile, target.selection, warnings);
  if (target.kind === 'not-addressed') return undefined;
  return { kind: 'skipped', recipient: target.addressing.recipient, skip: target.skip };
}

/** Makes and saves a letter, unless its files are current. In a dry run, nothing is made. */
async function generateLetter(
  run: Run,
  profile: Data,
  selection: Selection,
  warnings: readonly Diagnostic[],
): Promise<LetterResult> {
  const { plan, output, manifest } = run;
  const { id } = selection.recipient;
  const key = letterKey({ id, language: selection.language });
  const doneResult = (
    state: FileResult['state'],
    namedFiles: readonly NamedFile[],
    earlierWarnings: number,
  ): LetterResult => {
    const files = namedFiles.map(({ name, ...mark }) => ({ path: `${plan.job.letter}/${name}`, state, ...mark }));
    return { kind: 'done', selection, warnings, earlierWarnings, files };
  };
  if (manifest === undefined) {
    const files = await planFiles(plan, selection);
    return files.ok
      ? doneResult('planned', files.value, 0)
      : { kind: 'failed', id, faults: files.diagnostics, files: [] };
  }
  const inputHashOf = hashInputs(run.shared, profile, plan.hashOwnFiles(selection));
  const earlierRecords = await manifest.recordsOf(key);
  if (!earlierRecords.ok) return { kind: 'failed', id, faults: earlierRecords.diagnostics, files: [] };
  const [onlyRecord, ...furtherRecords] = earlierRecords.value;
  // After a run that was killed, saving the letter again decides which of its records describes each of its files.
  const mayBeCurrent = run.options.anew !== true && furtherRecords.length === 0;
  if (
    mayBeCurrent &&
    onlyRecord !== undefined &&
    (await isLetterCurrent(output, plan.job, onlyRecord, inputHashOf, run.sharedFiles))
  ) {
    manifest.markSettled(key);
    const { formats } = plan.job;
    return doneResult('unchanged', listRecordedFiles(onlyRecord, formats), recordedWarnings(onlyRecord, formats));
  }

  const artifacts = await makeLetter(plan, selection);
  if (!artifacts.ok) return { kind: 'failed', id, faults: artifacts.diagnostics, files: [] };
  const { files, faults } = await saveLetter(
    { ...run, manifest },
    selection,
    earlierRecords.value,
    { artifacts: artifacts.value, warningCount: artifacts.diagnostics.length },
    inputHashOf,
  );
  if (faults.length > 0) return { kind: 'failed', id, faults, files };
  manifest.markSettled(key);
  for (const record of earlierRecords.value) addEarlierFiles(run.progress.earlierFiles, record.files);
  return { kind: 'done', selection, files, warnings: [...warnings, ...artifacts.diagnostics], earlierWarnings: 0 };
}
