import * as v from 'valibot';
import { fields, line, list, named, someOf } from './values.ts';

/** A language's words for a term as the file has them. */
export interface TermWordsEntry {
  readonly use?: readonly string[];
  readonly avoid?: readonly string[];
}

/** What `terms.yaml` holds: by the name of a term, `why`, and the words of each language. */
export type TermsFile = Readonly<Record<string, Readonly<Record<string, string | TermWordsEntry>>>>;

const words: v.GenericSchema<unknown, TermWordsEntry> = fields({
  use: v.exactOptional(someOf(line)),
  avoid: v.exactOptional(list(line)),
});

/** Which of the two it is meant to be is plain from the look of it, so that faults are about that. */
const whyOrWords: v.GenericSchema<unknown, string | TermWordsEntry> = v.lazy(
  (input): v.GenericSchema<unknown, string | TermWordsEntry> => (typeof input === 'string' ? line : words),
);

/** The schema of `terms.yaml`. */
export const termsSchema: v.GenericSchema<unknown, TermsFile> = named(named(whyOrWords));
