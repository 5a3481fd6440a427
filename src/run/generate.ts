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

/** What became of one recipient's letter. */
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
      readonly id: string | undefined;
      readonly faults: readonly Diagnostic[];
      /** Those that were saved before something went wrong. */
      readonly files: readonly FileResult[];
    };

/**
 * Makes the letters one after the other and saves each as soon as it is finished. A letter whose files are current
 * (`isLetterCurrent`) is not made again. What was written is entered in the run's manifest; `closeRun` puts that in
 * order. While a letter waits for the disk, the next ones are made, up to `ahead`; asked to stop, the run begins no
 * other, and tells of those that it has begun.
 */
export async function* generate(
  run: Run,
  { isToStop = () => false, ahead = AHEAD }: GenerateControls = {},
): AsyncGenerator<LetterResult, void, undefined> {
  const { progress } = run;
  const begun: Promise<LetterResult | undefined>[] = [];
  const told = (result: LetterResult): LetterResult => {
    if (result.kind === 'skipped') progress.skipped.push(result.recipient.id);
    else if (result.kind === 'failed' || result.warnings.length > 0) progress.toldSomething = true;
    if (result.kind === 'failed') progress.failed += 1;
    return result;
  };
  let isStopped = false;
  try {
    for await (const addressee of addressees(run.plan, run.profiles, run.options.filter)) {
      isStopped = isToStop();
      if (isStopped) break;
      const letter = letterResult(run, addressee);
      // What is thrown is met where the letter is awaited, below; until then it must not end the process as unhandled.
      letter.catch(() => undefined);
      begun.push(letter);
      if (begun.length < ahead) continue;
      const result = await begun.shift();
      if (result !== undefined) yield told(result);
      isStopped = isToStop();
      if (isStopped) break;
    }
    for (let next = begun.shift(); next !== undefined; next = begun.shift()) {
      const result = await next;
      if (result !== undefined) yield told(result);
    }
    progress.ended = !isStopped;
  } finally {
    await Promise.allSettled(begun);
  }
}

/** How many letters are written at the same time: a disk flushes several in the time of one. */
const AHEAD = 8;

/** How letters are made. */
export interface GenerateControls {
  readonly isToStop?: () => boolean;
  readonly ahead?: number;
}

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

  const made = await makeLetter(plan, selection);
  if (!made.ok) return { kind: 'failed', id, faults: made.diagnostics, files: [] };
  const { files, faults } = await saveLetter({ ...run, manifest }, selection, recorded.value, made.value, inputs);
  if (faults.length > 0) return { kind: 'failed', id, faults, files };
  manifest.settle(key);
  return { kind: 'done', selection, files, warnings: [...warnings, ...made.diagnostics] };
}
