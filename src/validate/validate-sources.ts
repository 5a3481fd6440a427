import * as v from 'valibot';
import { type Data, keySpanAt } from '../model/data.ts';
import type { ClaimSource } from '../model/source.ts';
import { type Decoded, decode } from './decode.ts';
import { daySchema, strictMapping, lineOfText, localised, recordOf } from './value-schemas.ts';
import { webAddress } from './web-address.ts';

/**
 * Validates `sources.yaml` and returns the sources by key. A source is a document on which a claim of the letter rests.
 */
export function validateSources(data: Data): Decoded<ReadonlyMap<string, ClaimSource>> {
  const { value, faults } = decode(sourcesSchema, data);
  if (value === undefined) return { value, faults };
  const sources = Object.entries(value).map(([key, entry]): [string, ClaimSource] => [
    key,
    { ...entry, key, span: keySpanAt(data, [key]) },
  ]);
  return { value: new Map(sources), faults };
}

/** The schema of `sources.yaml`: key → source. `ClaimSource` describes the properties. */
export const sourcesSchema: v.GenericSchema<
  unknown,
  Readonly<Record<string, Omit<ClaimSource, 'key' | 'span'>>>
> = recordOf(
  strictMapping({
    title: localised,
    note: localised,
    short: v.exactOptional(localised),
    url: v.exactOptional(webAddress),
    date: v.exactOptional(daySchema),
    source: lineOfText,
  }),
);
