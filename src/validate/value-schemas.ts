import * as v from 'valibot';
import { type Day, isDay } from '../model/date.ts';
import type { Localised } from '../model/language.ts';

/**
 * Schemas for the values in campaign files. The message of a schema is a noun phrase for the expected value ("a list"),
 * from which `decode` builds the sentence ("… must be a list"). All scalars are validated as strings, but an editor
 * parses unquoted numbers and booleans as such; the `jsonSchema` metadata therefore give the JSON Schema for editors,
 * which accepts these types where text is accepted.
 */

/** A mapping. Lists are excluded explicitly, because valibot's object schemas accept arrays. */
export const mapping: v.GenericSchema<unknown, object> = v.custom<object>(
  (input) => typeof input === 'object' && input !== null && !Array.isArray(input),
  'a mapping (key: value)',
);

/** A mapping with exactly these keys; those that are not `exactOptional` are required. */
export function strictMapping<const Entries extends v.ObjectEntries>(
  entries: Entries,
): v.GenericSchema<unknown, v.InferOutput<v.StrictObjectSchema<Entries, undefined>>> {
  // An issue for an unknown key does not contain the known keys, so they are passed in its message.
  return v.pipe(mapping, v.strictObject(entries, Object.keys(entries).join(' ')));
}

/** A list, which may be empty. */
export function listOf<Item extends v.GenericSchema>(item: Item): v.GenericSchema<unknown, v.InferOutput<Item>[]> {
  return v.array(item, 'a list');
}

/** A list of at least one item. */
export function nonEmptyListOf<Item extends v.GenericSchema>(
  item: Item,
): v.GenericSchema<unknown, v.InferOutput<Item>[]> {
  return v.pipe(v.array(item, 'a list'), v.minLength(1, 'a list of at least one'));
}

/** A mapping (valibot `record`) whose keys the campaign chooses; `key` is the schema of the keys, by default a name. */
export function recordOf<Value extends v.GenericSchema>(
  value: Value,
  key: v.GenericSchema<string, string> = name,
): v.GenericSchema<unknown, Record<string, v.InferOutput<Value>>> {
  return v.pipe(mapping, v.record(key, value));
}

/** The prefix of a `oneOf` message. `issue-faults.ts` parses the words after it to suggest the nearest. */
export const ONE_OF = 'one of: ';

/** An enumeration: one of the given words. */
export function oneOf<const Words extends readonly string[]>(words: Words): v.GenericSchema<string, Words[number]> {
  return v.picklist(words, `${ONE_OF}${words.join(', ')}`);
}

/** A non-empty text on one line, of at most 2000 UTF-16 code units. Instead of an empty text, the key is omitted. */
export const lineOfText: v.GenericSchema<string, string> = v.pipe(
  v.string('text'),
  v.regex(/^[^\n\r\t]*$/u, 'text on one line, without tabs'),
  v.regex(/\S/u, 'text that is not empty; leave the key out if there is nothing to say'),
  v.maxLength(2000, 'text of at most 2000 characters'),
  v.metadata({
    jsonSchema: { type: ['string', 'number', 'boolean'], pattern: '^[^\\n\\r\\t]*\\S[^\\n\\r\\t]*$', maxLength: 2000 },
  }),
);

/** A text that matches the pattern; `expected` describes the pattern for messages. */
export function textMatching(pattern: RegExp, expected: string): v.GenericSchema<string, string> {
  return v.pipe(v.string(expected), v.regex(pattern, expected));
}

/** An identifier of a text, rule or file: lower-case ASCII letters, digits and hyphens, at most 64 characters. */
export const name: v.GenericSchema<string, string> = v.pipe(
  textMatching(/^[a-z0-9][a-z0-9-]{0,63}$/u, 'a name of small letters a to z, digits and hyphens, at most 64 of them'),
  v.metadata({ jsonSchema: { type: ['string', 'integer', 'boolean'], pattern: '^[a-z0-9][a-z0-9-]{0,63}$' } }),
);

/** A recipient's id. It becomes a file name, so device names that Windows reserves (`con`, `nul`) are refused. */
export const id: v.GenericSchema<string, string> = v.pipe(
  name,
  v.check(
    (text) => !/^(?:con|prn|aux|nul|com\d|lpt\d)$/u.test(text),
    'another name: Windows keeps this one for itself',
  ),
);

/** A two-letter language code (ISO 639-1). Only the form is checked, not that the code is assigned. */
export const language: v.GenericSchema<string, string> = textMatching(
  /^[a-z]{2}$/u,
  "a language's two-letter code, as in en",
);

/** A two-letter country code (ISO 3166-1 alpha-2). Only the form is checked, not that the code is assigned. */
export const stateCode: v.GenericSchema<string, string> = textMatching(
  /^[A-Z]{2}$/u,
  "a State's two-letter code, as in BE",
);

/** One text in several languages, at least one: language code → text. */
export const localised: v.GenericSchema<unknown, Localised> = v.pipe(
  recordOf(lineOfText, language),
  v.check((texts) => Object.keys(texts).length > 0, 'a text in at least one language (en: text)'),
);

const DAY = 'a day of the calendar, as in 2025-12-01';

const DAY_PATTERN = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };

/** A calendar date in the form `YYYY-MM-DD` (ISO 8601). A day that does not exist, such as 31 February, is refused. */
export const day: v.GenericSchema<string, Day> = v.pipe(
  v.string(DAY),
  v.check(isDay, DAY),
  v.metadata({ jsonSchema: DAY_PATTERN }),
);

/** The message of `yesNo`, by which `issue-faults.ts` recognises a boolean. */
export const YES_NO = 'true or false';

/** A boolean. Only `true` and `false` are accepted; `yes`, `NO` and other YAML 1.1 booleans are refused. */
export const yesNo: v.GenericSchema<string, boolean> = v.pipe(
  textMatching(/^(?:true|false)$/u, YES_NO),
  v.transform((text) => text === 'true'),
  v.metadata({ jsonSchema: { type: 'boolean' } }),
);

const VERIFIED = 'false, or the day on which a person checked it, as in 2025-12-01';

/** The day on which a person checked the data, or `false` (output: undefined) if it has not been checked. */
export const verified: v.GenericSchema<string, Day | undefined> = v.pipe(
  v.string(VERIFIED),
  v.check((text) => text === 'false' || isDay(text), VERIFIED),
  v.transform((text) => (text === 'false' ? undefined : text)),
  v.metadata({ jsonSchema: { anyOf: [{ const: false }, DAY_PATTERN] } }),
);

/** A positive integer, from 1 to 9999. */
export const wholeNumber: v.GenericSchema<string, number> = v.pipe(
  textMatching(/^[1-9]\d{0,3}$/u, 'a whole number from 1 to 9999'),
  v.transform(Number),
  v.metadata({ jsonSchema: { type: 'integer', minimum: 1, maximum: 9999 } }),
);

/** An http or https URL. */
export const webAddress: v.GenericSchema<string, string> = v.pipe(
  lineOfText,
  v.regex(/^https?:\/\/[^\s<>"/]+(?:\/[^\s<>"]*)?$/u, 'an address that begins with https:// or http://'),
);

/** An e-mail address. Only its rough form is checked: one `@` and no spaces. */
export const mailAddress: v.GenericSchema<string, string> = v.pipe(
  lineOfText,
  v.regex(/^[^\s@]+@[^\s@]+$/u, 'an e-mail address, as in name@example.org'),
);

/** Accepts any value, because `parseCondition` validates conditions. The JSON Schema has a separate definition. */
export const condition: v.GenericSchema = v.pipe(
  v.unknown(),
  v.metadata({ jsonSchema: { $ref: '#/$defs/condition' } }),
);

/** The entries of a period: its first and last day, each optional. */
export const periodEntries: {
  readonly since: v.ExactOptionalSchema<typeof day, undefined>;
  readonly until: v.ExactOptionalSchema<typeof day, undefined>;
} = { since: v.exactOptional(day), until: v.exactOptional(day) };

/** Adds to a schema with `since` and `until` the constraint that `since` is not later than `until`. */
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
