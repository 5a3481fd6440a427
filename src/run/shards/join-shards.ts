import { type Diagnostic, fault } from '../../model/diagnostic.ts';
import { say } from '../../model/message.ts';
import { type Outcome, collect, failure, settle } from '../../model/outcome.ts';
import { fileStart } from '../../model/span.ts';
import type { OutputFolder } from '../../world.ts';
import { beginWriting } from '../begin-writing.ts';
import { type RunBasis, haveSameJson, createSettledLine } from '../closing-line.ts';
import { hasRecordedBytes } from '../current.ts';
import { hasEmptyLists } from '../filter.ts';
import type { ManifestWriter } from '../manifest-writer.ts';
import { removeObsoleteLetters } from '../obsolete-letters.ts';
import { type LetterRecord, letterKey, lockPath } from '../manifest.ts';
import { deleteSurplusPages, findSurplusPages } from '../surplus-pages.ts';
import { formatShard } from './shard.ts';
import { NAME_SHARDS_HINT, RUN_AGAIN_HINT, type ShardManifest, readShardManifest } from './shard-manifest.ts';

/**
 * Joins the shards of a letter (the parts of a run on several machines). Their manifests are merged into the manifest
 * that a run for all recipients would have written, and are then deleted. `paths` are the manifests of the shards,
 * relative to the output folder. Returns the number of shards and letters. Returns a fault if a shard is missing, given
 * twice, of another letter, incomplete or made from other inputs, if a run is still writing one, or if a file differs
 * from its record.
 */
export async function joinShards(
  output: OutputFolder,
  letter: string,
  paths: readonly string[],
): Promise<Outcome<{ readonly shards: number; readonly letters: number }>> {
  const outcomes: Outcome<ShardManifest>[] = [];
  for (const path of paths) {
    outcomes.push(
      await readShardManifest(output, path, letter, (record) => refuseChangedFiles(output, letter, record)),
    );
  }
  const shards = collect(outcomes);
  if (!shards.ok) return shards;
  const [firstShard] = shards.value;
  const mismatchFaults = refuseMismatches(output, shards.value);
  if (mismatchFaults.length > 0 || firstShard === undefined) return failure(...mismatchFaults);

  const lockFaults = await refuseRunningShards(output, letter, shards.value);
  if (lockFaults.length > 0) return failure(...lockFaults);
  const writingOutcome = await beginWriting(output, letter, {
    tool: firstShard.closingLine.build.tool,
    shard: undefined,
  });
  if (!writingOutcome.ok) return writingOutcome;
  const { manifest, release } = writingOutcome.value;
  try {
    let letterCount = 0;
    for (const shard of shards.value) {
      const unsettledKeys = new Set(shard.closingLine.unsettled);
      const mergeOutcome = await readShardManifest(output, shard.path, letter, (record) => {
        letterCount += 1;
        return mergeRecord({ output, letter, manifest }, record, !unsettledKeys.has(letterKey(record)));
      });
      if (!mergeOutcome.ok) return mergeOutcome;
    }
    const { build } = firstShard.closingLine;
    if (hasEmptyLists(build.filter)) await removeObsoleteLetters(output, letter, manifest);
    const areAllSettled = manifest.unsettledKeys().length === 0;
    const settledLine = areAllSettled
      ? createSettledLine(shards.value.map(({ closingLine }) => closingLine))
      : undefined;
    const faults = await manifest.close(settledLine);
    if (faults.length > 0) return failure(...faults);
    const joined = { shards: shards.value.length, letters: letterCount };
    return settle(joined, await removeShardManifests(output, shards.value));
  } finally {
    await release();
  }
}

/**
 * Deletes the manifests of the shards. Returns a fault for each that cannot be deleted: the letters are joined, but the
 * manifest would be taken for that of another run.
 */
async function removeShardManifests(
  output: OutputFolder,
  shards: readonly ShardManifest[],
): Promise<readonly Diagnostic[]> {
  const faults: Diagnostic[] = [];
  for (const { path } of shards) {
    const removal = await output.remove(path);
    if (removal.ok) continue;
    const message = say`the shards are joined, but this manifest could not be deleted: ${removal.reason}`;
    faults.push(fault('output/failed', fileStart(`${output.name}/${path}`), message, { hint: say`delete it` }));
  }
  return faults;
}

/**
 * Adds the record of a letter to the joined manifest, unless it is already there, and drops older records. Files of pages
 * that only those have are deleted, as the shard did if it wrote into this folder.
 */
async function mergeRecord(
  { output, letter, manifest }: { output: OutputFolder; letter: string; manifest: ManifestWriter },
  record: LetterRecord,
  isSettled: boolean,
): Promise<readonly Diagnostic[]> {
  const key = letterKey(record);
  const earlierRecords = await manifest.recordsOf(key);
  if (!earlierRecords.ok) return earlierRecords.diagnostics;
  const isRecorded = JSON.stringify(earlierRecords.value) === JSON.stringify([record]);
  const faults = isRecorded ? [] : await manifest.enter(record);
  if (faults.length > 0) return faults;
  const earlierFiles = earlierRecords.value.flatMap(({ files }) => files);
  const surplusNames = findSurplusPages(earlierFiles, record.files);
  const pages = await deleteSurplusPages(output, letter, surplusNames, (name) => ({
    recordedHashes: earlierFiles.flatMap((file) => (file.name === name ? [file.bytes] : [])),
    force: false,
  }));
  if (pages.faults.length > 0) return pages.faults;
  manifest.dropOlderRecords(key);
  if (isSettled) manifest.markSettled(key);
  return [];
}

/** Returns a fault for each file of a letter that is missing or differs from its record. */
async function refuseChangedFiles(
  output: OutputFolder,
  letter: string,
  { files }: LetterRecord,
): Promise<readonly Diagnostic[]> {
  const faults: Diagnostic[] = [];
  for (const file of files) {
    const path = `${letter}/${file.name}`;
    if (hasRecordedBytes(file, await output.read(path))) continue;
    const message = say`this file is missing, or differs from the one that the shard wrote`;
    const hint = say`bring the files of all shards together in one folder, beside their manifests`;
    faults.push(fault('shard/foreign', fileStart(`${output.name}/${path}`), message, { hint }));
  }
  return faults;
}

/**
 * Returns a fault for each shard that a run is still writing. To find out, its lock is taken, which also removes the
 * lock file and the temporary files of a run that was killed.
 */
async function refuseRunningShards(
  output: OutputFolder,
  letter: string,
  shards: readonly ShardManifest[],
): Promise<readonly Diagnostic[]> {
  const faults: Diagnostic[] = [];
  for (const { shard } of shards) {
    const path = lockPath(letter, shard);
    const lockAttempt = await output.lock(path);
    if (lockAttempt.ok) await lockAttempt.release();
    else {
      const reason =
        'holder' in lockAttempt ? `a run is writing this shard: ${lockAttempt.holder}` : lockAttempt.reason;
      faults.push(fault('output/locked', fileStart(`${output.name}/${path}`), [reason]));
    }
  }
  return faults;
}

/** Returns faults unless these are all the shards of one run, each given once. */
function refuseMismatches(output: OutputFolder, shards: readonly ShardManifest[]): readonly Diagnostic[] {
  const [firstShard] = shards;
  if (firstShard === undefined) return [];
  const { total } = firstShard.shard;
  const spanOf = ({ path }: ShardManifest) => fileStart(`${output.name}/${path}`);
  const comparedWith = [{ span: spanOf(firstShard), message: say`compared with this one` }];
  const faults: Diagnostic[] = [];
  const shardsByIndex = new Map<number, ShardManifest>();
  for (const manifest of shards) {
    const shardNumber = formatShard(manifest.shard);
    const duplicate = shardsByIndex.get(manifest.shard.index);
    const difference =
      manifest.shard.total === total
        ? findDifference(firstShard.closingLine.build, manifest.closingLine.build)
        : 'number of shards';
    if (difference !== undefined) {
      const message = [...say`shard ${shardNumber} differs from the first shard in its `, difference];
      faults.push(fault('shard/foreign', spanOf(manifest), message, { hint: RUN_AGAIN_HINT, related: comparedWith }));
    } else if (duplicate !== undefined) {
      const firstGiven = [{ span: spanOf(duplicate), message: say`given first here` }];
      faults.push(
        fault('shard/doubled', spanOf(manifest), say`shard ${shardNumber} is given twice`, { related: firstGiven }),
      );
    } else shardsByIndex.set(manifest.shard.index, manifest);
  }
  if (faults.length > 0) return faults;
  const missingIndices = Array.from({ length: total }, (_, index) => index + 1).filter(
    (index) => !shardsByIndex.has(index),
  );
  if (missingIndices.length === 0) return [];
  const names = missingIndices.map((index) => formatShard({ index, total })).join(', ');
  return [
    fault('shard/missing', spanOf(firstShard), [`not all shards are there: ${names} is missing`], {
      hint: NAME_SHARDS_HINT,
    }),
  ];
}

/** Returns the name of the first input in which two shards differ, for a message; undefined if all inputs are equal. */
function findDifference(basisA: RunBasis, basisB: RunBasis): string | undefined {
  const inputs: readonly (readonly [string, (basis: RunBasis) => unknown])[] = [
    ['version of demarche', ({ tool }) => tool],
    ['version of Node', ({ runtime }) => runtime],
    ['fonts', ({ fonts }) => fonts],
    ['options', ({ job }) => job],
    ['options', ({ filter }) => filter],
    ['campaign', ({ reads }) => reads.digest],
    ['recipients', ({ recipients }) => recipients],
  ];
  return inputs.find(([, selectInput]) => !haveSameJson(selectInput(basisA), selectInput(basisB)))?.[0];
}
