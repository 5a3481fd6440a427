import { nameKey } from '../../model/name.ts';
import { sha256 } from '../sha256.ts';

/**
 * One of the `total` parts into which the recipients of a run are divided, for a run on several machines. `index` is
 * 1-based.
 */
export interface Shard {
  readonly index: number;
  readonly total: number;
}

/**
 * Whether a recipient is in the shard. Only the hash of its id decides, so every recipient is in exactly one shard,
 * independent of the other recipients. Ids that a file system may take for the same are in the same shard. A profile
 * whose id cannot be read is in the first shard.
 */
export function isInShard({ index, total }: Shard, id: string | undefined): boolean {
  if (id === undefined) return index === 1;
  return Number.parseInt(sha256(nameKey(id)).slice(0, 8), 16) % total === index - 1;
}

/** Formats a shard for the command line and for messages: `2/4`. */
export function formatShard({ index, total }: Shard): string {
  return `${index}/${total}`;
}

/** Formats a shard for file names: `2-of-4`. */
export function formatShardForFileName({ index, total }: Shard): string {
  return `${index}-of-${total}`;
}

/**
 * Parses a shard in the form `2/4`. Returns undefined if the text has another form, or if the index exceeds the total.
 */
export function parseShard(text: string): Shard | undefined {
  const [, index = '', total = ''] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/u.exec(text) ?? [];
  const shard = { index: Number(index), total: Number(total) };
  return index !== '' && shard.index <= shard.total ? shard : undefined;
}
