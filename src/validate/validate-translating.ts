import { type Data, keySpanAt, spanAt } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, settle } from '../model/outcome.ts';
import type { Term, TermWords, Translating } from '../model/translating.ts';
import { decode } from './decode.ts';
import { termsSchema, type TermWordsEntry } from './schemas/terms.ts';
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
    const words = Object.entries(entry).flatMap(([key, said]): (readonly [string, TermWords])[] => {
      const isWhy = key === 'why';
      if (isWhy !== (typeof said === 'string') || !/^(?:why|[a-z]{2})$/u.test(key)) {
        faults.push(misplaced(data, name, key));
      }
      return typeof said === 'string' ? [] : [[key, wordsFrom(said)]];
    });
    return { name, words: new Map(words), span: keySpanAt(data, [name]) };
  });
}

function wordsFrom({ use = [], avoid = [] }: TermWordsEntry): TermWords {
  return { use, avoid };
}

function misplaced(data: Data, name: string, key: string): Diagnostic {
  return fault('data/wrong-type', spanAt(data, [name, key]), say`${key} is not what a term can hold here`, {
    hint: say`a term holds why: and a sentence, and by language { use: […], avoid: […] }`,
  });
}
