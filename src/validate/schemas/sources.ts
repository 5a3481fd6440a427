import * as v from 'valibot';
import type { ClaimSource } from '../../model/source.ts';
import { day, fields, line, localised, named, webAddress } from '../value-schemas.ts';

/** What `sources.yaml` holds: a document by its key. */
export type SourcesFile = Readonly<Record<string, Omit<ClaimSource, 'key' | 'span'>>>;

/** The schema of `sources.yaml`. */
export const sourcesSchema: v.GenericSchema<unknown, SourcesFile> = named(
  fields({
    title: localised,
    note: localised,
    url: v.exactOptional(webAddress),
    date: v.exactOptional(day),
    source: line,
  }),
);
