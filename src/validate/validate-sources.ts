import * as v from 'valibot';
import { type Data, keySpanAt } from '../model/data.ts';
import type { ClaimSource } from '../model/source.ts';
import { type Decoded, decode } from './decode.ts';
import { day, fields, line, localised, named, webAddress } from './value-schemas.ts';

/** Reads `sources.yaml`. */
export function validateSources(data: Data): Decoded<ReadonlyMap<string, ClaimSource>> {
  const { value, faults } = decode(sourcesSchema, data);
  if (value === undefined) return { value, faults };
  const sources = Object.entries(value).map(([key, entry]): [string, ClaimSource] => [
    key,
    { ...entry, key, span: keySpanAt(data, [key]) },
  ]);
  return { value: new Map(sources), faults };
}

/** The schema of `sources.yaml`: a document by its key. */
export const sourcesSchema: v.GenericSchema<
  unknown,
  Readonly<Record<string, Omit<ClaimSource, 'key' | 'span'>>>
> = named(
  fields({
    title: localised,
    note: localised,
    url: v.exactOptional(webAddress),
    date: v.exactOptional(day),
    source: line,
  }),
);
