import type { Artifact } from '../model/artifact.ts';
import type { Data } from '../model/data.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Recipient, Skip } from '../model/recipient.ts';
import type { Selection } from '../model/selection.ts';
import { makeLetter } from '../pipeline.ts';
import type { OutputFolder } from '../world.ts';
import { type Addressee, addressees } from './addressees.ts';
import { hashInputs } from './inputs.ts';
import { type FileRecord, type LetterRecord, enterRecord, letterKey, wordingsOf } from './manifest.ts';
import type { Run } from './open-run.ts';
import { tracePages } from './page-trace.ts';
import { saveArtifact } from './save-artifact.ts';
import { sha256 } from './sha256.ts';

/** A file of a letter, by its path below the output folder, and whether this run had to write it. */
export interface FileResult {
  readonly path: string;
  readonly state: 'written' | 'unchanged' | 'planned';
}

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
 * Makes the letters one after the other and saves each as soon as it is finished. A letter whose inputs and files are
 * as the manifest has them is not made again. What was written is entered in the run's records; `closeRun` saves them.
 */
export async function* generate(run: Run): AsyncGenerator<LetterResult, void, undefined> {
  const { progress } = run;
  for await (const addressee of addressees(run.plan, run.profiles, run.options.filter)) {
    const result = await resultOf(run, addressee);
    if (result === undefined) continue;
    if (result.kind === 'skipped') progress.skipped.push(result.recipient.id);
    else if (result.kind === 'failed' || result.warnings.length > 0) progress.toldSomething = true;
    yield result;
  }
  progress.ended = true;
}

async function resultOf(run: Run, addressee: Addressee): Promise<LetterResult | undefined> {
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
  const { plan, output, options, manifest, progress } = run;
  const key = letterKey({ id: selection.recipient.id, language: selection.language });
  const paths = plan.job.formats.map((format) => `${plan.job.letter}/${key}.${format}`);
  if (options.dryRun) {
    return { kind: 'done', selection, warnings, files: paths.map((path) => ({ path, state: 'planned' })) };
  }
  const inputs = hashInputs(run.shared, profile);
  const recorded = manifest.get(key)?.files ?? [];
  if (await allCurrent(output, paths, recorded, inputs)) {
    progress.current.set(key, inputs);
    return { kind: 'done', selection, warnings, files: paths.map((path) => ({ path, state: 'unchanged' })) };
  }

  const made = await makeLetter(plan, selection);
  if (!made.ok) return { kind: 'failed', id: selection.recipient.id, faults: made.diagnostics, files: [] };
  const files: FileResult[] = [];
  const faults: Diagnostic[] = [];
  const renewed = new Map(recorded.map((record) => [record.name, record]));
  for (const artifact of made.value) {
    const path = `${plan.job.letter}/${artifact.name}`;
    const lastWritten = renewed.get(artifact.name)?.bytes;
    const saved = await saveArtifact(output, path, artifact, { lastWritten, force: options.force });
    if (typeof saved !== 'string') {
      faults.push(saved);
      continue;
    }
    files.push({ path, state: saved });
    renewed.set(artifact.name, recordOf(artifact, inputs));
  }
  if (files.length > 0) {
    const record = letterRecord(selection, [...renewed.values()]);
    const { tool } = options;
    faults.push(
      ...(await enterRecord(output, plan.job.letter, record, { tool, isFirst: progress.records.size === 0 })),
    );
    progress.records.set(key, record);
  }
  if (faults.length > 0) return { kind: 'failed', id: selection.recipient.id, faults, files };
  progress.current.set(key, inputs);
  return { kind: 'done', selection, files, warnings: [...warnings, ...made.diagnostics] };
}

/** Were all these files made from these inputs, and are they still as they were written? */
async function allCurrent(
  output: OutputFolder,
  paths: readonly string[],
  recorded: readonly FileRecord[],
  inputs: string,
): Promise<boolean> {
  for (const path of paths) {
    const record = recorded.find(({ name }) => path.endsWith(`/${name}`));
    if (record?.inputs !== inputs) return false;
    const present = await output.read(path);
    if (!(present instanceof Uint8Array) || sha256(present) !== record.bytes) return false;
  }
  return true;
}

function recordOf({ name, bytes, words, layout }: Artifact, inputs: string): FileRecord {
  const pages =
    layout === undefined ? { layout: null, trace: null } : { layout: sha256(layout), trace: tracePages(layout) };
  return { name, inputs, bytes: sha256(bytes), words: sha256(words), ...pages };
}

function letterRecord(selection: Selection, files: readonly FileRecord[]): LetterRecord {
  return {
    id: selection.recipient.id,
    language: selection.language,
    wordings: wordingsOf(selection),
    files: files.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
}
