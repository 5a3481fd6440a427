import type { Data, Scalar } from '../model/data.ts';

/** Data as plain lists, mappings and values, its places left out; `scalar` says what a text becomes. */
export function plainValue(data: Data, scalar: (scalar: Scalar) => unknown): unknown {
  if (data.kind === 'scalar') return scalar(data);
  if (data.kind === 'list') return data.items.map((item) => plainValue(item, scalar));
  return Object.fromEntries(data.entries.map(({ key, value }) => [key, plainValue(value, scalar)]));
}
