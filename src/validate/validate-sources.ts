import { type Data, keySpanAt } from '../model/data.ts';
import type { ClaimSource } from '../model/source.ts';
import { type Checked, decode } from './decode.ts';
import { sourcesSchema } from './schemas/sources.ts';

/** Reads `sources.yaml`. */
export function validateSources(data: Data): Checked<ReadonlyMap<string, ClaimSource>> {
  const { value, faults } = decode(sourcesSchema, data);
  if (value === undefined) return { value, faults };
  const sources = Object.entries(value).map(([key, entry]): [string, ClaimSource] => [
    key,
    { ...entry, key, span: keySpanAt(data, [key]) },
  ]);
  return { value: new Map(sources), faults };
}
