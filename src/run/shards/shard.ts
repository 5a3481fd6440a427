import { sha256 } from '../sha256.ts';

/** One of several parts that all recipients are divided into; `index` counts from 1. */
export interface Shard {
  readonly index: number;
  readonly total: number;
}

/**
 * Is this recipient in the shard? Its id alone decides, so that every recipient is in exactly one, whatever the order
 * and the number of others. A profile whose id cannot be read is in the first.
 */
export function isInShard({ index, total }: Shard, id: string | undefined): boolean {
  if (id === undefined) return index === 1;
  return Number.parseInt(sha256(id).slice(0, 8), 16) % total === index - 1;
}

/** As the command line and messages have it: `2/4`. */
export function shardText({ index, total }: Shard): string {
  return `${index}/${total}`;
}

/** As file names have it: `2-of-4`. */
export function shardName({ index, total }: Shard): string {
  return `${index}-of-${total}`;
}

/** The shard that a text names, if it names one. */
export function parseShard(text: string): Shard | undefined {
  const [, index = '', total = ''] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/u.exec(text) ?? [];
  const shard = { index: Number(index), total: Number(total) };
  return index !== '' && shard.index <= shard.total ? shard : undefined;
}
