import * as v from 'valibot';
import { type Data, keySpanAt } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import type { Language } from '../model/language.ts';
import { say } from '../model/message.ts';
import { type Outcome, settle } from '../model/outcome.ts';
import type { Term, TermWords, Translating } from '../model/translating.ts';
import { decode } from './decode.ts';
import { fields, language, line, listOf, mapping, matching, named, someOf } from './value-schemas.ts';

/** Is what a letter's folder says of its translations sound? A file that is missing says nothing. */
export function validateTranslating(files: {
  readonly terms: Data | undefined;
  readonly translations: Data | undefined;
}): Outcome<Translating> {
  const faults: Diagnostic[] = [];
  const terms = files.terms === undefined ? [] : termsIn(files.terms, faults);
  const recorded = files.translations === undefined ? undefined : decode(translationsSchema, files.translations);
  faults.push(...(recorded?.faults ?? []));
  const madeFrom = Object.entries(recorded?.value ?? {}).map(
    ([name, texts]) => [name, new Map(Object.entries(texts))] as const,
  );
  return settle({ terms, madeFrom: new Map(madeFrom) }, faults);
}

function termsIn(data: Data, faults: Diagnostic[]): readonly Term[] {
  const { value = {}, faults: found } = decode(termsSchema, data);
  faults.push(...found);
  return Object.entries(value).map(([name, entry]): Term => {
    const words = Object.entries(entry).flatMap(([key, said]): (readonly [string, TermWords])[] => {
      if (typeof said === 'string') return [];
      if (!/^[a-z]{2}$/u.test(key)) faults.push(noLanguage(data, name, key));
      return [[key, { use: said.use ?? [], avoid: said.avoid ?? [] }]];
    });
    return { name, words: new Map(words), span: keySpanAt(data, [name]) };
  });
}

function noLanguage(data: Data, name: string, key: string): Diagnostic {
  return fault('data/unknown-key', keySpanAt(data, [name, key]), say`${key} is not a language's two-letter code`, {
    hint: say`a term holds why: and a sentence, and by language { use: […], avoid: […] }`,
  });
}

/** A term as the file has it: where its words come from, and by language the words. */
interface TermEntry {
  readonly why: string;
  readonly [language: string]: string | Partial<TermWords>;
}

const termWords: v.GenericSchema<unknown, Partial<TermWords>> = fields({
  use: v.exactOptional(someOf(line)),
  avoid: v.exactOptional(listOf(line)),
});

/** The schema of `terms.yaml`: a term by its name. `termsIn` checks that the other keys are languages. */
export const termsSchema: v.GenericSchema<unknown, Readonly<Record<string, TermEntry>>> = named(
  v.pipe(mapping, v.objectWithRest({ why: line }, termWords)),
);

/** The schema of `translations.yaml`: by language and text, the hash of the original. */
export const translationsSchema: v.GenericSchema<
  unknown,
  Readonly<Record<Language, Readonly<Record<string, string>>>>
> = named(
  named(
    matching(/^[0-9a-f]{64}$/u, 'a SHA-256 in 64 hexadecimal digits'),
    matching(/^[a-z0-9/-]+$/u, 'the name of a text, as in body/minister'),
  ),
  language,
);
