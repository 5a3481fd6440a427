import { type Data, keySpanAt } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, settle } from '../model/outcome.ts';
import type { Term, TermWords, Translating } from '../model/translating.ts';
import { decode } from './decode.ts';
import { termsSchema } from './schemas/terms.ts';
import { translationsSchema } from './schemas/translations.ts';

/** Is what the letter's folder says of its translations sound? What is not there says nothing. */
export function validateTranslating(files: {
  readonly terms: Data | undefined;
  readonly translations: Data | undefined;
}): Outcome<Translating> {
  const faults: Diagnostic[] = [];
  const terms = files.terms === undefined ? [] : termsIn(files.terms, faults);
  const recorded = files.translations === undefined ? undefined : decode(translationsSchema, files.translations);
  faults.push(...(recorded?.faults ?? []));
  const madeFrom = Object.entries(recorded?.value ?? {}).map(
    ([language, texts]) => [language, new Map(Object.entries(texts))] as const,
  );
  return settle({ terms, madeFrom: new Map(madeFrom) }, faults);
}

function termsIn(data: Data, faults: Diagnostic[]): readonly Term[] {
  const { value = {}, faults: found } = decode(termsSchema, data);
  faults.push(...found);
  return Object.entries(value).map(([name, entry]): Term => {
    const words = Object.entries(entry).flatMap(([language, said]): (readonly [string, TermWords])[] => {
      if (typeof said === 'string') return [];
      if (!/^[a-z]{2}$/u.test(language)) faults.push(noLanguage(data, name, language));
      return [[language, { use: said.use ?? [], avoid: said.avoid ?? [] }]];
    });
    return { name, words: new Map(words), span: keySpanAt(data, [name]) };
  });
}

function noLanguage(data: Data, name: string, key: string): Diagnostic {
  return fault('data/unknown-key', keySpanAt(data, [name, key]), say`${key} is not a language's two-letter code`, {
    hint: say`a term holds why: and a sentence, and by language { use: […], avoid: […] }`,
  });
}
