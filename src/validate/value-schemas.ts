import * as v from 'valibot';
import { type Day, isDay } from '../model/date.ts';
import type { Localised } from '../model/language.ts';

/**
 * What values of campaign files may be. A schema's message is what the value must be, in our words ("… must be a list"),
 * and `decode` makes the sentence. To an editor, which reads YAML's numbers and yes-or-no as such, `jsonSchema` metadata
 * say what is accepted: a number too where text is, for text is what was typed.
 */

/** To the library a list is a mapping from numbers; to nobody else. */
export const mapping: v.GenericSchema<unknown, object> = v.custom<object>(
  (input) => typeof input === 'object' && input !== null && !Array.isArray(input),
  'a mapping (key: value)',
);

/** A mapping with these keys and no others; what is not `exactOptional` must be there. */
export function fields<const Entries extends v.ObjectEntries>(
  entries: Entries,
): v.GenericSchema<unknown, v.InferOutput<v.StrictObjectSchema<Entries, undefined>>> {
  // The library says of an unknown key only that it is none; which keys are known travels with the issue as its message.
  return v.pipe(mapping, v.strictObject(entries, Object.keys(entries).join(' ')));
}

/** A list, perhaps empty. */
export function listOf<Item extends v.GenericSchema>(item: Item): v.GenericSchema<unknown, v.InferOutput<Item>[]> {
  return v.array(item, 'a list');
}

/** A list of at least one. */
export function someOf<Item extends v.GenericSchema>(item: Item): v.GenericSchema<unknown, v.InferOutput<Item>[]> {
  return v.pipe(v.array(item, 'a list'), v.minLength(1, 'a list of at least one'));
}

/** A mapping whose keys are names of the campaign's own. */
export function named<Value extends v.GenericSchema>(
  value: Value,
  key: v.GenericSchema<string, string> = name,
): v.GenericSchema<unknown, Record<string, v.InferOutput<Value>>> {
  return v.pipe(mapping, v.record(key, value));
}

/** Before the words that are allowed, separated by commas; `decode` finds the nearest among them. */
export const ONE_OF = 'one of: ';

/** One of these words. */
export function oneOf<const Words extends readonly string[]>(words: Words): v.GenericSchema<string, Words[number]> {
  return v.picklist(words, `${ONE_OF}${words.join(', ')}`);
}

/** Text on one line, never empty: who has nothing to say leaves the key out. */
export const line: v.GenericSchema<string, string> = v.pipe(
  v.string('text'),
  v.regex(/^[^\n\r\t]*$/u, 'text on one line, without tabs'),
  v.regex(/\S/u, 'text that is not empty; leave the key out if there is nothing to say'),
  v.maxLength(2000, 'text of at most 2000 characters'),
  v.metadata({
    jsonSchema: { type: ['string', 'number', 'boolean'], pattern: '^[^\\n\\r\\t]*\\S[^\\n\\r\\t]*$', maxLength: 2000 },
  }),
);

/** Text of this form; `expected` says in words which form that is. */
export function matching(pattern: RegExp, expected: string): v.GenericSchema<string, string> {
  return v.pipe(v.string(expected), v.regex(pattern, expected));
}

/** A name that texts, rules and files go by. */
export const name: v.GenericSchema<string, string> = v.pipe(
  matching(/^[a-z0-9][a-z0-9-]{0,63}$/u, 'a name of small letters a to z, digits and hyphens, at most 64 of them'),
  v.metadata({ jsonSchema: { type: ['string', 'integer', 'boolean'], pattern: '^[a-z0-9][a-z0-9-]{0,63}$' } }),
);

/** A recipient's id: it becomes the name of a file, and Windows keeps some of those for its devices. */
export const id: v.GenericSchema<string, string> = v.pipe(
  name,
  v.check(
    (text) => !/^(?:con|prn|aux|nul|com\d|lpt\d)$/u.test(text),
    'another name: Windows keeps this one for itself',
  ),
);

/** A language's code (ISO 639-1). */
export const language: v.GenericSchema<string, string> = matching(
  /^[a-z]{2}$/u,
  "a language's two-letter code, as in en",
);

/** A State's code (ISO 3166-1 alpha-2). */
export const stateCode: v.GenericSchema<string, string> = matching(
  /^[A-Z]{2}$/u,
  "a State's two-letter code, as in BE",
);

/** One text in some languages, at least one. */
export const localised: v.GenericSchema<unknown, Localised> = v.pipe(
  named(line, language),
  v.check((texts) => Object.keys(texts).length > 0, 'a text in at least one language (en: text)'),
);

const DAY = 'a day of the calendar, as in 2025-12-01';

const DAY_PATTERN = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };

/** A day (ISO 8601) that the calendar has. */
export const day: v.GenericSchema<string, Day> = v.pipe(
  v.string(DAY),
  v.check(isDay, DAY),
  v.metadata({ jsonSchema: DAY_PATTERN }),
);

/** What a yes-or-no must be. */
export const YES_NO = 'true or false';

/** A yes-or-no. `yes`, `NO` and the like are texts, and refused. */
export const yesNo: v.GenericSchema<string, boolean> = v.pipe(
  matching(/^(?:true|false)$/u, YES_NO),
  v.transform((text) => text === 'true'),
  v.metadata({ jsonSchema: { type: 'boolean' } }),
);

const VERIFIED = 'false, or the day on which a person checked it, as in 2025-12-01';

/** `false`: nobody checked it; else the day on which a person did. */
export const verified: v.GenericSchema<string, Day | undefined> = v.pipe(
  v.string(VERIFIED),
  v.check((text) => text === 'false' || isDay(text), VERIFIED),
  v.transform((text) => (text === 'false' ? undefined : text)),
  v.metadata({ jsonSchema: { anyOf: [{ const: false }, DAY_PATTERN] } }),
);

/** A number that counts something. */
export const wholeNumber: v.GenericSchema<string, number> = v.pipe(
  matching(/^[1-9]\d{0,3}$/u, 'a whole number from 1 to 9999'),
  v.transform(Number),
  v.metadata({ jsonSchema: { type: 'integer', minimum: 1, maximum: 9999 } }),
);

/** An address on the web. */
export const webAddress: v.GenericSchema<string, string> = v.pipe(
  line,
  v.regex(/^https?:\/\/[^\s<>"/]+(?:\/[^\s<>"]*)?$/u, 'an address that begins with https:// or http://'),
);

/** An address for e-mail. */
export const mailAddress: v.GenericSchema<string, string> = v.pipe(
  line,
  v.regex(/^[^\s@]+@[^\s@]+$/u, 'an e-mail address, as in name@example.org'),
);

/** A condition is not for a schema to judge: see `parseCondition`. What an editor is told of it stands apart. */
export const condition: v.GenericSchema = v.pipe(
  v.unknown(),
  v.metadata({ jsonSchema: { $ref: '#/$defs/condition' } }),
);

/** From when until when; both may be left out. */
export const periodEntries: {
  readonly since: v.ExactOptionalSchema<typeof day, undefined>;
  readonly until: v.ExactOptionalSchema<typeof day, undefined>;
} = { since: v.exactOptional(day), until: v.exactOptional(day) };

/** A mapping with `since` and `until` among its keys, in this order in time. */
export function chronological<Output extends { readonly since?: Day; readonly until?: Day }>(
  schema: v.GenericSchema<unknown, Output>,
): v.GenericSchema<unknown, Output> {
  return v.pipe(
    schema,
    v.check(
      ({ since, until }) => since === undefined || until === undefined || since <= until,
      'a period that ends (until) no earlier than it begins (since)',
    ),
  );
}
