import type { Data } from '../model/data.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Recipient, Skip } from '../model/recipient.ts';
import type { Selection } from '../model/selection.ts';
import { makeLetter } from '../pipeline.ts';
import { type Addressee, addressees } from './addressees.ts';
import { isLetterCurrent } from './current.ts';
import { hashInputs } from './inputs.ts';
import { letterKey } from './manifest.ts';
import type { Run } from './open-run.ts';
import { type FileResult, saveLetter } from './save-letter.ts';

/** The result for one edition of the letter: made or found current, skipped as its profile says, or failed. */
export type LetterResult =
  | {
      readonly kind: 'done';
      readonly selection: Selection;
      readonly files: readonly FileResult[];
      readonly warnings: readonly Diagnostic[];
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
 * Makes and saves the letters of a run, and yields their results in the order of the recipients. A letter whose files
 * are current (`isLetterCurrent`) is not made again. Letters are entered in the run's manifest, unsorted: the caller
 * has to call `closeRun` at the end. Up to `maxInProgress` letters are in progress at once, so that letters are made while
 * others wait for the disk. After `shouldStop` returns true, no further letter is begun; the results of those in progress
 * are still yielded.
 */
export async function* generate(
  run: Run,
  { shouldStop = () => false, maxInProgress = DEFAULT_MAX_IN_PROGRESS }: GenerateControls = {},
): AsyncGenerator<LetterResult, void, undefined> {
  const { progress } = run;
  const inProgress: Promise<LetterResult | undefined>[] = [];
  const recordProgress = (result: LetterResult): LetterResult => {
    if (result.kind === 'skipped') progress.skipped.push(result.recipient.id);
    else if (result.kind === 'failed' || result.warnings.length > 0) progress.toldSomething = true;
    if (result.kind === 'failed') progress.failed += 1;
    return result;
  };
  let isStopped = false;
  try {
    for await (const addressee of addressees(run.plan, run.profiles, run.options.filter)) {
      isStopped = shouldStop();
      if (isStopped) break;
      const letter = letterResult(run, addressee);
      // A rejection is handled where the promise is awaited, below. Until then it must not count as unhandled, which
      // would end the process.
      letter.catch(() => undefined);
      inProgress.push(letter);
      if (inProgress.length < maxInProgress) continue;
      const result = await inProgress.shift();
      if (result !== undefined) yield recordProgress(result);
      isStopped = shouldStop();
      if (isStopped) break;
    }
    for (let next = inProgress.shift(); next !== undefined; next = inProgress.shift()) {
      const result = await next;
      if (result !== undefined) yield recordProgress(result);
    }
    progress.isComplete = !isStopped;
  } finally {
    await Promise.allSettled(inProgress);
  }
}

/** The default of `maxInProgress`: a disk flushes several files in the time of one. */
const DEFAULT_MAX_IN_PROGRESS = 8;

/** Options of `generate`. */
export interface GenerateControls {
  /** Whether the run has to stop early; asked before and after each letter. */
  readonly shouldStop?: () => boolean;
  /** The maximum number of letters in progress at once; 1 makes them strictly one after the other. */
  readonly maxInProgress?: number;
}

/** Undefined: the letter is not addressed to this recipient. */
async function letterResult(run: Run, addressee: Addressee): Promise<LetterResult | undefined> {
  if (addressee.kind === 'failed') return { ...addressee, files: [] };
  const { target, profile, warnings } = addressee;
  if (target.kind === 'letter') return oneLetter(run, profile, target.selection, warnings);
  if (target.kind === 'not-addressed') return undefined;
  return { kind: 'skipped', recipient: target.addressing.recipient, skip: target.skip };
}

async function oneLetter(
  run: Run,
  profile: Data,
  selection: Selection,
  warnings: readonly Diagnostic[],
): Promise<LetterResult> {
  const { plan, output, manifest } = run;
  const { id } = selection.recipient;
  const key = letterKey({ id, language: selection.language });
  const done = (state: FileResult['state']): LetterResult => {
    const files = plan.job.formats.map((format) => ({ path: `${plan.job.letter}/${key}.${format}`, state }));
    return { kind: 'done', selection, warnings, files };
  };
  if (manifest === undefined) return done('planned');
  const inputs = hashInputs(run.shared, profile);
  const recorded = await manifest.recordsOf(key);
  if (!recorded.ok) return { kind: 'failed', id, faults: recorded.diagnostics, files: [] };
  if (await isLetterCurrent(output, plan.job, recorded.value.at(-1), inputs)) {
    manifest.confirm(key);
    manifest.settle(key);
    return done('unchanged');
  }

  const artifacts = await makeLetter(plan, selection);
  if (!artifacts.ok) return { kind: 'failed', id, faults: artifacts.diagnostics, files: [] };
  const { files, faults } = await saveLetter({ ...run, manifest }, selection, recorded.value, artifacts.value, inputs);
  if (faults.length > 0) return { kind: 'failed', id, faults, files };
  manifest.settle(key);
  return { kind: 'done', selection, files, warnings: [...warnings, ...artifacts.diagnostics] };
}
