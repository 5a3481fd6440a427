import { type Outcome, failure, success } from '../../model/outcome.ts';
import type { OutputFolder } from '../../world.ts';
import { type ManifestWriter, openManifestWriter } from '../manifest-writer.ts';
import { headerOf, manifestPath } from '../manifest.ts';
import type { Shard } from './shard.ts';

/** A shard's own manifest. A letter that it does not have is looked up in the one that shards were joined to before. */
export async function openShardManifest(
  output: OutputFolder,
  letter: string,
  { tool, shard }: { readonly tool: string; readonly shard: Shard },
): Promise<Outcome<ManifestWriter>> {
  const joined = await openManifestWriter(output, manifestPath(letter), {});
  const own = await openManifestWriter(output, manifestPath(letter, shard), headerOf(letter, tool, shard));
  if (!joined.ok || !own.ok) return failure(...joined.diagnostics, ...own.diagnostics);
  return success({
    ...own.value,
    recordsOf: async (key) => {
      const records = await own.value.recordsOf(key);
      return records.ok && records.value.length === 0 ? joined.value.recordsOf(key) : records;
    },
  });
}
