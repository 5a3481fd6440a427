import * as v from 'valibot';
import { fields, line, list, mapping, named, someOf } from '../value-schemas.ts';

/** A language's words for a term as the file has them. */
export interface TermWordsEntry {
  readonly use?: readonly string[];
  readonly avoid?: readonly string[];
}

/** A term: where its words come from, and the words by language. */
export interface TermEntry {
  readonly why: string;
  readonly [language: string]: string | TermWordsEntry;
}

/** What `terms.yaml` holds: a term by its name. */
export type TermsFile = Readonly<Record<string, TermEntry>>;

const words: v.GenericSchema<unknown, TermWordsEntry> = fields({
  use: v.exactOptional(someOf(line)),
  avoid: v.exactOptional(list(line)),
});

/** The schema of `terms.yaml`. That languages are named by two letters is asked elsewhere. */
export const termsSchema: v.GenericSchema<unknown, TermsFile> = named(
  v.pipe(mapping, v.objectWithRest({ why: line }, words)),
);
