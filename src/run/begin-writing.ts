import { fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, failure, success } from '../model/outcome.ts';
import { fileStart } from '../model/span.ts';
import type { OutputFolder } from '../world.ts';
import { type ManifestWriter, openManifestWriter } from './manifest-writer.ts';
import { manifestHeader, lockPath, manifestPath } from './manifest.ts';
import type { Shard } from './shards/shard.ts';

/**
 * Locks the manifest of a letter (the file that records what runs wrote), or that of one shard (a part of a run on one
 * of several machines), and opens it. No other run can write these letters until `release` is called. Returns a fault,
 * and holds no lock, if another run has the lock or if the lock or the manifest cannot be opened.
 */
export async function beginWriting(
  output: OutputFolder,
  letter: string,
  { tool, shard }: { readonly tool: string; readonly shard: Shard | undefined },
): Promise<Outcome<{ readonly manifest: ManifestWriter; readonly release: () => Promise<void> }>> {
  const path = lockPath(letter, shard);
  const lockAttempt = await output.lock(path);
  const span = fileStart(`${output.name}/${path}`);
  if (!lockAttempt.ok && 'holder' in lockAttempt) {
    const message = say`another run is writing these letters: ${lockAttempt.holder}`;
    const hint = say`wait until it is done; runs of different shards may go on side by side`;
    return failure(fault('output/locked', span, message, { hint }));
  }
  if (!lockAttempt.ok)
    return failure(fault('output/failed', span, say`nothing can be written there: ${lockAttempt.reason}`));
  const openedManifest =
    shard === undefined
      ? await openManifestWriter(output, manifestPath(letter), manifestHeader(letter, tool))
      : await openShardManifest(output, letter, { tool, shard });
  if (openedManifest.ok) return success({ manifest: openedManifest.value, release: lockAttempt.release });
  await lockAttempt.release();
  return openedManifest;
}

/**
 * Opens the manifest of a shard. A letter that it does not contain is looked up in the manifest of the whole letter,
 * because shards of earlier runs were joined into that one.
 */
async function openShardManifest(
  output: OutputFolder,
  letter: string,
  { tool, shard }: { readonly tool: string; readonly shard: Shard },
): Promise<Outcome<ManifestWriter>> {
  // This manifest is only read, so its writer needs no header.
  const joinedManifest = await openManifestWriter(output, manifestPath(letter), {});
  const shardManifest = await openManifestWriter(
    output,
    manifestPath(letter, shard),
    manifestHeader(letter, tool, shard),
  );
  if (!joinedManifest.ok || !shardManifest.ok)
    return failure(...joinedManifest.diagnostics, ...shardManifest.diagnostics);
  return success({
    ...shardManifest.value,
    recordsOf: async (key) => {
      const records = await shardManifest.value.recordsOf(key);
      return records.ok && records.value.length === 0 ? joinedManifest.value.recordsOf(key) : records;
    },
  });
}
