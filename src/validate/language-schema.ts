import * as v from 'valibot';
import { isPluralCondition } from '../languages/plural-rule.ts';
import type { StatedWords } from '../languages/stated-words.ts';
import { PLURAL_CATEGORIES, type PluralCategory } from '../model/plural-category.ts';
import { lineOfText, listOf, oneOf, strictMapping, textMatching } from './value-schemas.ts';
import { textWithin, MAX_PHRASE, MAX_SENTENCE, patternWith, formWith, wordsOf } from './word-schemas.ts';

/** A name as it is written in files: `pageOf` is `page-of`. */
type KeyOf<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? Rest extends Uncapitalize<Rest>
    ? `${Lowercase<First>}${KeyOf<Rest>}`
    : `${Lowercase<First>}-${KeyOf<Rest>}`
  : Name;

/** A value with its keys as they are written in files, at any depth. */
type WithFileKeys<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [Name in keyof T as KeyOf<Name & string>]: WithFileKeys<T[Name]> }
    : T;

/** A file in `languages/`, with values as they are written, but for `min-grouped`. */
export type LanguageFile = WithFileKeys<StatedWords>;

/**
 * The maximum length of what stands beside other words on a line, as a heading or a label, and of the folio, which has
 * one line.
 */
const MAX_HEADING = 40;

const MAX_FOLIO = 60;

const heading = textWithin(MAX_HEADING);

const phrase = textWithin(MAX_PHRASE);

const sentence = textWithin(MAX_SENTENCE);

/** The schema of one punctuation mark. */
const mark = textMatching(/^[\p{P}\p{S}]$/u, 'one punctuation mark');

const ending = textMatching(/^\p{L}{1,4}$/u, 'one to four letters');

/** The schema of a comma. Only the marks that are as wide as an ideograph have no space after them. */
const comma = textMatching(
  /^(?:[\p{P}\p{S}] |[\u3001\uFF0C\uFE51])$/u,
  'one mark and its space, in quotation marks, as in ", "',
);

const MONTHS_MESSAGE = 'a list of the twelve months, all different';

const months = v.pipe(
  listOf(v.pipe(phrase, v.regex(/\p{L}/u, 'the name of a month, not its number'))),
  v.length(12, MONTHS_MESSAGE),
  v.check((names) => new Set(names.map((name) => name.normalize('NFKC').toLowerCase())).size === 12, MONTHS_MESSAGE),
);

/** In numbers and amounts a space is a no-break space, as no line is to end there. */
const withFixedSpaces = v.transform((text: string) => text.replaceAll(' ', '\u00A0'));

const numbers = strictMapping({
  'group-separator': v.exactOptional(
    v.pipe(
      textMatching(/^[\p{P}\p{S} \u00A0\u2009\u202F]$/u, 'one mark or one space in quotation marks, as in "."'),
      withFixedSpaces,
    ),
  ),
  'min-grouped': v.exactOptional(
    v.pipe(
      textMatching(/^[45]$/u, '4 if 1,000 is grouped, or 5 if only 10,000 is'),
      v.transform(Number),
      v.metadata({ jsonSchema: { enum: [4, 5] } }),
    ),
  ),
  'decimal-sign': v.exactOptional(mark),
  amount: v.exactOptional(
    v.pipe(patternWith(['minus', 'digits', 'currency'], '{minus}{currency} {digits}'), withFixedSpaces),
  ),
});

const pluralCondition = v.pipe(
  lineOfText,
  v.maxLength(MAX_SENTENCE, `text of at most ${MAX_SENTENCE} characters`),
  v.check(isPluralCondition, 'a plural condition of CLDR, as in "i = 1 and v = 0"'),
);

const plural = strictMapping({
  zero: v.exactOptional(pluralCondition),
  one: v.exactOptional(pluralCondition),
  two: v.exactOptional(pluralCondition),
  few: v.exactOptional(pluralCondition),
  many: v.exactOptional(pluralCondition),
});

const othersPattern = patternWith(['name', 'count'], '{name} and {count} others');

const status = strictMapping({ specimen: v.exactOptional(sentence), draft: v.exactOptional(sentence) });

/** What all plain forms have. */
const FORM = {
  'in-text': v.exactOptional(phrase),
  close: v.exactOptional(sentence),
  source: v.exactOptional(lineOfText),
};

const personForm = strictMapping({
  envelope: v.exactOptional(patternWith(['name'], 'Ms {name}')),
  salutation: v.exactOptional(formWith('name')),
  'family-salutation': v.exactOptional(patternWith(['family'], 'Dear Ms {family},')),
  'courtesy-titles': v.exactOptional(wordsOf(phrase)),
  'with-honorific': v.exactOptional(
    strictMapping({
      envelope: patternWith(['honorific', 'name'], '{honorific} {name}'),
      salutation: formWith('honorific', 'name'),
      'family-salutation': formWith('honorific', 'family', 'name'),
    }),
  ),
  ...FORM,
});

const plainForms = strictMapping({
  honorifics: v.exactOptional(wordsOf(phrase)),
  office: v.exactOptional(strictMapping({ salutation: v.exactOptional(sentence), ...FORM })),
  person: v.exactOptional(
    strictMapping({
      f: v.exactOptional(personForm),
      m: v.exactOptional(personForm),
      unknown: v.exactOptional(personForm),
    }),
  ),
});

/**
 * The schema of a file in `languages/`. No key is required here: a file for a language of the product states only what
 * it changes. `missingWordFaults` names what a language that the product lacks has to have.
 */
export const languageFileSchema: v.GenericSchema<unknown, LanguageFile> = strictMapping({
  months: v.exactOptional(months),
  date: v.exactOptional(patternWith(['day', 'month', 'year'], '{day} {month} {year}')),
  'first-day': v.exactOptional(
    v.pipe(phrase, v.regex(/^(?!.*[02-9]).*$/u, 'the first day of a month as a date has it, as in "1er"')),
  ),
  'place-and-date': v.exactOptional(patternWith(['place', 'date'], '{place}, {date}')),
  numbers: v.exactOptional(numbers),
  plural: v.exactOptional(plural),
  comma: v.exactOptional(comma),
  list: v.exactOptional(patternWith(['items', 'last'], '{items} and {last}')),
  'quotation-marks': v.exactOptional(strictMapping({ open: v.exactOptional(mark), close: v.exactOptional(mark) })),
  'page-of': v.exactOptional(patternWith(['page', 'pages'], 'Page {page} of {pages}', MAX_FOLIO)),
  labels: v.exactOptional(
    strictMapping({
      ours: v.exactOptional(heading),
      yours: v.exactOptional(heading),
      date: v.exactOptional(heading),
    }),
  ),
  'on-behalf-of': v.exactOptional(patternWith(['principal'], 'for {principal}')),
  'and-others': v.exactOptional(
    strictMapping(
      Object.fromEntries(PLURAL_CATEGORIES.map((category) => [category, v.exactOptional(othersPattern)])) as Record<
        PluralCategory,
        v.ExactOptionalSchema<typeof othersPattern, undefined>
      >,
    ),
  ),
  enclosures: v.exactOptional(
    strictMapping({
      singular: v.exactOptional(heading),
      dual: v.exactOptional(heading),
      plural: v.exactOptional(heading),
    }),
  ),
  copies: v.exactOptional(heading),
  'attached-letter': v.exactOptional(patternWith(['date'], 'Please find attached our letter of {date}.')),
  'note-above': v.exactOptional(patternWith(['note'], 'as note {note}')),
  'demand-numbers': v.exactOptional(
    strictMapping({
      heading: v.exactOptional(heading),
      number: v.exactOptional(patternWith(['number'], '{number}')),
      singular: v.exactOptional(patternWith(['published', 'numbers'], '{published}, demand {numbers}')),
      dual: v.exactOptional(patternWith(['published', 'numbers'], '{published}, demands {numbers}')),
      plural: v.exactOptional(patternWith(['published', 'numbers'], '{published}, demands {numbers}')),
    }),
  ),
  notice: v.exactOptional(status),
  translation: v.exactOptional(
    strictMapping({ 'of-english': v.exactOptional(sentence), 'of-another': v.exactOptional(sentence) }),
  ),
  'unsigned-author': v.exactOptional(status),
  'link-description': v.exactOptional(patternWith(['url'], 'Link to {url}')),
  'mark-description': v.exactOptional(patternWith(['note'], 'Back to the mark of note {note}')),
  'plain-forms': v.exactOptional(plainForms),
  'writing-direction': v.exactOptional(oneOf(['ltr', 'rtl'])),
  'thin-spaces': v.exactOptional(
    strictMapping({
      before: v.exactOptional(wordsOf(mark)),
      after: v.exactOptional(wordsOf(mark)),
      'no-space-after': v.exactOptional(wordsOf(mark)),
    }),
  ),
  'no-break-spaces': v.exactOptional(
    strictMapping({ before: v.exactOptional(wordsOf(mark)), after: v.exactOptional(wordsOf(mark)) }),
  ),
  'raised-endings': v.exactOptional(
    strictMapping({ 'after-one': v.exactOptional(wordsOf(ending)), 'after-others': v.exactOptional(wordsOf(ending)) }),
  ),
  'kept-together': v.exactOptional(
    strictMapping({
      'before-words': v.exactOptional(wordsOf(phrase)),
      'before-numbers': v.exactOptional(wordsOf(phrase)),
      'before-names': v.exactOptional(wordsOf(phrase)),
      'not-counted': v.exactOptional(wordsOf(phrase)),
      conjunctions: v.exactOptional(wordsOf(phrase)),
    }),
  ),
  'attached-prefixes': v.exactOptional(wordsOf(textMatching(/^\p{L}$/u, 'one letter'))),
  paper: v.exactOptional(oneOf(['a4', 'us-letter'])),
  source: v.exactOptional(lineOfText),
});
