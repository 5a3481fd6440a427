import { type Diagnostic, fault } from '../../model/diagnostic.ts';
import { say } from '../../model/message.ts';
import { type Outcome, collect, failure, success } from '../../model/outcome.ts';
import { startOf } from '../../model/span.ts';
import type { OutputFolder } from '../../world.ts';
import { beginWriting } from '../begin-writing.ts';
import { standingOf } from '../current.ts';
import { namesNobody } from '../filter.ts';
import { settledBy } from '../closing-line.ts';
import type { ManifestWriter } from '../manifest-writer.ts';
import { type LetterRecord, letterKey, lockPath } from '../manifest.ts';
import { strikeGone } from '../strike-gone.ts';
import { type ReadShard, readShard, refuseOddShards } from './read-shard.ts';

/** How much was joined. */
export interface Joined {
  readonly shards: number;
  readonly letters: number;
}

/**
 * Joins the shards of a letter: their manifests become the one that a run of everybody would have left, and are
 * deleted. Refuses shards that are missing, doubled, foreign, cut short or made differently, and letters whose files are
 * not there.
 */
export async function joinShards(
  output: OutputFolder,
  letter: string,
  paths: readonly string[],
): Promise<Outcome<Joined>> {
  const read: Outcome<ReadShard>[] = [];
  for (const path of paths) {
    read.push(await readShard(output, path, letter, (record) => refuseOtherFiles(output, letter, record)));
  }
  const shards = collect(read);
  if (!shards.ok) return shards;
  const [first] = shards.value;
  const odd = refuseOddShards(output, shards.value);
  if (odd.length > 0 || first === undefined) return failure(...odd);

  const running = await refuseRunning(output, letter, shards.value);
  if (running.length > 0) return failure(...running);
  const begun = await beginWriting(output, letter, { tool: first.finished.build.tool, shard: undefined });
  if (!begun.ok) return begun;
  const { manifest, release } = begun.value;
  try {
    let letters = 0;
    for (const shard of shards.value) {
      const unsettled = new Set(shard.finished.unsettled);
      const taken = await readShard(output, shard.path, letter, (record) => {
        letters += 1;
        return enterJoined(manifest, record, !unsettled.has(letterKey(record)));
      });
      if (!taken.ok) return taken;
    }
    const { build } = first.finished;
    if (namesNobody(build.filter)) await strikeGone(output, letter, manifest);
    const isSettled = manifest.unsettled().length === 0;
    const last = isSettled ? settledBy(shards.value.map(({ finished }) => finished)) : undefined;
    const faults = await manifest.close(last);
    if (faults.length > 0) return failure(...faults);
    for (const { path } of shards.value) await output.remove(path);
    return success({ shards: shards.value.length, letters });
  } finally {
    await release();
  }
}

/** Enters a letter as its shard recorded it. */
async function enterJoined(
  manifest: ManifestWriter,
  record: LetterRecord,
  isSettled: boolean,
): Promise<readonly Diagnostic[]> {
  const key = letterKey(record);
  const known = await manifest.recordsOf(key);
  if (!known.ok) return known.diagnostics;
  const isKnown = JSON.stringify(known.value) === JSON.stringify([record]);
  const faults = isKnown ? [] : await manifest.enter(record);
  if (faults.length > 0) return faults;
  manifest.confirm(key);
  if (isSettled) manifest.settle(key);
  return [];
}

/** A fault for each file of a letter that is not there as recorded. */
async function refuseOtherFiles(
  output: OutputFolder,
  letter: string,
  { files }: LetterRecord,
): Promise<readonly Diagnostic[]> {
  const faults: Diagnostic[] = [];
  for (const file of files) {
    const path = `${letter}/${file.name}`;
    const terms = { inputs: undefined, isKept: true };
    if (standingOf(file, terms, await output.read(path)) === 'current') continue;
    const message = say`the shard wrote this file, and it is not here as it wrote it`;
    const hint = say`bring the files of all shards together in one folder, beside their manifests`;
    faults.push(fault('shard/foreign', startOf(`${output.name}/${path}`), message, { hint }));
  }
  return faults;
}

/** A fault for each shard that is being written. Locking one clears away what a run that was killed left of it. */
async function refuseRunning(
  output: OutputFolder,
  letter: string,
  shards: readonly ReadShard[],
): Promise<readonly Diagnostic[]> {
  const faults: Diagnostic[] = [];
  for (const { shard } of shards) {
    const path = lockPath(letter, shard);
    const locked = await output.lock(path);
    if (locked.ok) await locked.release();
    else {
      const why = 'holder' in locked ? `a run is writing this shard: ${locked.holder}` : locked.reason;
      faults.push(fault('output/locked', startOf(`${output.name}/${path}`), [why]));
    }
  }
  return faults;
}
