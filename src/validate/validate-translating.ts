import * as v from 'valibot';
import { type Data, keySpanAt } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import type { Language } from '../model/language.ts';
import { say } from '../model/message.ts';
import { type Outcome, settle } from '../model/outcome.ts';
import type { Term, TermWords, Translating } from '../model/translating.ts';
import { NAME_IN_KEY } from '../model/name.ts';
import { decode } from './decode.ts';
import {
  strictMapping,
  languageSchema,
  lineOfText,
  listOf,
  mapping,
  textMatching,
  recordOf,
  nonEmptyListOf,
} from './value-schemas.ts';
import { isLanguageTag, usualTag } from '../model/language-tag.ts';

/** Validates `terms.yaml` and `translations.yaml` of a letter. */
export function validateTranslating(files: {
  readonly terms: Data;
  readonly translations: Data;
}): Outcome<Translating> {
  const faults: Diagnostic[] = [];
  const terms = decodeTerms(files.terms, faults);
  const translations = decode(translationsSchema, files.translations);
  faults.push(...translations.faults);
  const madeFrom = Object.entries(translations.value ?? {}).map(
    ([name, texts]) => [name, new Map(Object.entries(texts))] as const,
  );
  return settle({ terms, madeFrom: new Map(madeFrom) }, faults);
}

/** Validates `terms.yaml` and returns its terms. Adds its faults to `faults`. */
function decodeTerms(data: Data, faults: Diagnostic[]): readonly Term[] {
  const { value = {}, faults: termFaults } = decode(termsSchema, data);
  faults.push(...termFaults);
  return Object.entries(value).map(([name, entry]): Term => {
    const words = Object.entries(entry).flatMap(([key, languageWords]): (readonly [string, TermWords])[] => {
      if (typeof languageWords === 'string') return [];
      if (!isLanguageTag(key)) faults.push(unknownLanguageFault(data, name, key));
      return [[key, { use: languageWords.use ?? [], avoid: languageWords.avoid ?? [] }]];
    });
    return { name, words: new Map(words), span: keySpanAt(data, [name]) };
  });
}

function unknownLanguageFault(data: Data, name: string, key: string): Diagnostic {
  const tag = usualTag(key);
  return fault('data/unknown-key', keySpanAt(data, [name, key]), say`${key} is not the tag of a language`, {
    hint:
      tag !== undefined
        ? say`write ${tag}`
        : say`a term holds why: and a sentence, and by language { use: […], avoid: […] }`,
  });
}

/**
 * A term as in the YAML file. Its key `why` has a sentence that gives the source of its words; each other key is a
 * language with the words in that language.
 */
interface TermEntry {
  readonly why: string;
  readonly [language: string]: string | Partial<TermWords>;
}

const termWordsSchema: v.GenericSchema<unknown, Partial<TermWords>> = strictMapping({
  use: v.exactOptional(nonEmptyListOf(lineOfText)),
  avoid: v.exactOptional(listOf(lineOfText)),
});

/**
 * The schema of `terms.yaml`: name → term. It accepts any key besides `why`; `decodeTerms` requires these keys to be
 * language codes.
 */
export const termsSchema: v.GenericSchema<unknown, Readonly<Record<string, TermEntry>>> = recordOf(
  v.pipe(mapping, v.objectWithRest({ why: lineOfText }, termWordsSchema)),
);

/**
 * The schema of `translations.yaml`: language → name of the text → SHA-256 hash of the original from which the text was
 * translated.
 */
export const translationsSchema: v.GenericSchema<
  unknown,
  Readonly<Record<Language, Readonly<Record<string, string>>>>
> = recordOf(
  recordOf(
    textMatching(/^[0-9a-f]{64}$/u, 'a SHA-256 in 64 hexadecimal digits'),
    textMatching(new RegExp(`^${NAME_IN_KEY}(?:/${NAME_IN_KEY})+$`, 'u'), 'the name of a text, as in body/minister'),
  ),
  languageSchema,
);
