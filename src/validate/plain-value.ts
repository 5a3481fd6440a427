import type { Data, Scalar } from '../model/data.ts';

/** Data as plain lists, mappings and values, its places left out; `scalar` says what a text becomes. */
export function plainValue(data: Data, scalar: (scalar: Scalar) => unknown): unknown {
  if (data.kind === 'scalar') return scalar(data);
  if (data.kind === 'list') return data.items.map((item) => plainValue(item, scalar));
  const fields: Record<string, unknown> = {};
  // This one would be no key but what the mapping is made after; it is refused wherever it stands.
  for (const { key, value } of data.entries) if (key !== '__proto__') fields[key] = plainValue(value, scalar);
  return fields;
}
