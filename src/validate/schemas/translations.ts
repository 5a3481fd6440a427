import * as v from 'valibot';
import type { Language } from '../../model/language.ts';
import { language, named } from '../value-schemas.ts';

/** What `translations.yaml` holds: by language and text the hash of the original. */
export type TranslationsFile = Readonly<Record<Language, Readonly<Record<string, string>>>>;

const HASH = 'a SHA-256 in 64 hexadecimal digits';
const TEXT = 'the name of a text, as in body/minister';

/** The schema of `translations.yaml`. */
export const translationsSchema: v.GenericSchema<unknown, TranslationsFile> = named(
  named(
    v.pipe(v.string(HASH), v.regex(/^[0-9a-f]{64}$/u, HASH)),
    v.pipe(v.string(TEXT), v.regex(/^[a-z0-9/-]+$/u, TEXT)),
  ),
  language,
);
