import { fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, failure, success } from '../model/outcome.ts';
import { fileStart } from '../model/span.ts';
import type { OutputFolder } from '../world.ts';
import { type ManifestWriter, openManifestWriter } from './manifest-writer.ts';
import { manifestHeader, lockPath, manifestPath } from './manifest.ts';
import type { Shard } from './shards/shard.ts';

/**
 * Locks the manifest of a letter, or of one shard of it, and opens it. No other run can write these letters until
 * `release` is called. A fault if another run holds the lock, or if the lock or the manifest cannot be opened; nothing
 * is locked then.
 */
export async function beginWriting(
  output: OutputFolder,
  letter: string,
  { tool, shard }: { readonly tool: string; readonly shard: Shard | undefined },
): Promise<Outcome<{ readonly manifest: ManifestWriter; readonly release: () => Promise<void> }>> {
  const path = lockPath(letter, shard);
  const locked = await output.lock(path);
  const span = fileStart(`${output.name}/${path}`);
  if (!locked.ok && 'holder' in locked) {
    const message = say`another run is writing these letters: ${locked.holder}`;
    const hint = say`wait until it is done; runs of different shards may go on side by side`;
    return failure(fault('output/locked', span, message, { hint }));
  }
  if (!locked.ok) return failure(fault('output/failed', span, say`nothing can be written there: ${locked.reason}`));
  const opened =
    shard === undefined
      ? await openManifestWriter(output, manifestPath(letter), manifestHeader(letter, tool))
      : await openShardManifest(output, letter, { tool, shard });
  if (opened.ok) return success({ manifest: opened.value, release: locked.release });
  await locked.release();
  return opened;
}

/**
 * Opens the manifest of a shard. A letter that is not in it is looked up in the manifest of the whole letter, into
 * which shards were joined before.
 */
async function openShardManifest(
  output: OutputFolder,
  letter: string,
  { tool, shard }: { readonly tool: string; readonly shard: Shard },
): Promise<Outcome<ManifestWriter>> {
  // Only read from here, so it needs no header.
  const joined = await openManifestWriter(output, manifestPath(letter), {});
  const own = await openManifestWriter(output, manifestPath(letter, shard), manifestHeader(letter, tool, shard));
  if (!joined.ok || !own.ok) return failure(...joined.diagnostics, ...own.diagnostics);
  return success({
    ...own.value,
    recordsOf: async (key) => {
      const records = await own.value.recordsOf(key);
      return records.ok && records.value.length === 0 ? joined.value.recordsOf(key) : records;
    },
  });
}
