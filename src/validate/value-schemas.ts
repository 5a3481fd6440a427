import * as v from 'valibot';
import { type Day, isDay } from '../model/date.ts';
import { type Localised, inAllLanguages } from '../model/language.ts';
import { NAME_PATTERN, nameRequirement } from '../model/name.ts';
import { isLanguageTag, LANGUAGE_TAG_PATTERN } from '../model/language-tag.ts';

/**
 * Schemas for the values in campaign files. The message of a schema is a noun phrase for the expected value ("a list"),
 * from which `decode` builds the sentence ("… must be a list"). All scalars are validated as strings. An editor,
 * however, parses unquoted numbers and booleans as such. The `jsonSchema` metadata therefore has a JSON Schema for
 * editors that accepts these types wherever text is accepted.
 */

/** The message of `mapping`. */
export const MAPPING_MESSAGE = 'a mapping (key: value)';

/** Returns a schema for any mapping. Lists are excluded explicitly, because valibot's object schemas accept arrays. */
function mappingWith(message: string): v.GenericSchema<unknown, object> {
  return v.custom<object>((input) => typeof input === 'object' && input !== null && !Array.isArray(input), message);
}

/** The schema of any mapping. */
export const mapping: v.GenericSchema<unknown, object> = mappingWith(MAPPING_MESSAGE);

/** Returns a schema for a mapping that has no keys other than these. Keys that are not `exactOptional` are required. */
export function strictMapping<const Entries extends v.ObjectEntries>(
  entries: Entries,
): v.GenericSchema<unknown, v.InferOutput<v.StrictObjectSchema<Entries, undefined>>> {
  // The message contains the known keys, because an issue for an unknown key does not have them.
  return v.pipe(mapping, v.strictObject(entries, Object.keys(entries).join(' ')));
}

/** Returns a schema for a list, which may be empty. */
export function listOf<Item extends v.GenericSchema>(item: Item): v.GenericSchema<unknown, v.InferOutput<Item>[]> {
  return v.array(item, 'a list');
}

/** Returns a schema for a list of at least one item. */
export function nonEmptyListOf<Item extends v.GenericSchema>(
  item: Item,
): v.GenericSchema<unknown, v.InferOutput<Item>[]> {
  return v.pipe(v.array(item, 'a list'), v.minLength(1, 'a list of at least one'));
}

/**
 * Returns a schema for a mapping (valibot `record`) whose keys the campaign chooses. `key` is the schema of the keys.
 */
export function recordOf<Value extends v.GenericSchema>(
  value: Value,
  key: v.GenericSchema<string, string> = nameSchema,
): v.GenericSchema<unknown, Record<string, v.InferOutput<Value>>> {
  return v.pipe(mapping, v.record(key, value));
}

/** The prefix of a message of `oneOf`. `issue-faults.ts` parses the words after it, to suggest the nearest one. */
export const ONE_OF_PREFIX = 'one of: ';

/** Returns a schema for an enumeration: one of the given words. */
export function oneOf<const Words extends readonly string[]>(words: Words): v.GenericSchema<string, Words[number]> {
  return v.picklist(words, `${ONE_OF_PREFIX}${words.join(', ')}`);
}

/** The JSON Schema of `lineOfText`. */
export const LINE_OF_TEXT_JSON_SCHEMA: {
  readonly type: readonly string[];
  readonly pattern: string;
  readonly maxLength: number;
} = { type: ['string', 'number', 'boolean'], pattern: '^[^\\n\\r\\t]*\\S[^\\n\\r\\t]*$', maxLength: 2000 };

/**
 * The schema of a non-empty text on one line, of at most 2000 UTF-16 code units. An empty text is refused, because the
 * key can be omitted instead.
 */
export const lineOfText: v.GenericSchema<string, string> = v.pipe(
  v.string('text'),
  v.regex(/^[^\n\r\t]*$/u, 'text on one line, without tabs'),
  v.regex(/\S/u, 'text that is not empty; leave the key out if there is nothing to say'),
  v.maxLength(2000, 'text of at most 2000 characters'),
  v.metadata({ jsonSchema: LINE_OF_TEXT_JSON_SCHEMA }),
);

/** Returns a schema for a text that matches the pattern. `expectedValue` describes the pattern in messages. */
export function textMatching(pattern: RegExp, expectedValue: string): v.GenericSchema<string, string> {
  return v.pipe(v.string(expectedValue), v.regex(pattern, expectedValue));
}

/** The message of `nameSchema` for what is no text, by which `issue-faults.ts` recognises that a name is expected. */
export const NAME_MESSAGE = 'a name';

/** The schema of a name that the campaign chooses, such as the id of a recipient. `model/name.ts` has the rule. */
export const nameSchema: v.GenericSchema<string, string> = v.pipe(
  v.string(NAME_MESSAGE),
  v.check(
    (text) => nameRequirement(text) === undefined,
    ({ input }) => nameRequirement(input) ?? '',
  ),
  v.metadata({ jsonSchema: { type: ['string', 'number', 'boolean'], pattern: NAME_PATTERN, maxLength: 100 } }),
);

/** The JSON Schema of the tag of a language. */
export const LANGUAGE_JSON_SCHEMA: { readonly type: 'string'; readonly pattern: string } = {
  type: 'string',
  pattern: `^${LANGUAGE_TAG_PATTERN}$`,
};

/** The message of `languageSchema`, by which `issue-faults.ts` recognises that the tag of a language is expected. */
export const LANGUAGE_MESSAGE = 'the tag of a language, as in en or pt-BR';

/** The schema of the tag of a language. Only its form is validated; the language need not exist. */
export const languageSchema: v.GenericSchema<string, string> = v.pipe(
  v.string(LANGUAGE_MESSAGE),
  v.check(isLanguageTag, LANGUAGE_MESSAGE),
  v.metadata({ jsonSchema: LANGUAGE_JSON_SCHEMA }),
);

/**
 * The schema of a two-letter country code (ISO 3166-1 alpha-2). Only its form is validated; the code need not be
 * assigned.
 */
export const stateCode: v.GenericSchema<string, string> = textMatching(
  /^[A-Z]{2}$/u,
  "a State's two-letter code, as in BE",
);

/** The schema of a text for each language, of at least one: language code → text. */
const textByLanguage: v.GenericSchema<unknown, Localised> = v.pipe(
  mappingWith('a text, or a mapping with a text for each language (en: text)'),
  v.record(languageSchema, lineOfText),
  v.check((texts) => Object.keys(texts).length > 0, 'a text in at least one language (en: text)'),
);

const textForAll: v.GenericSchema<unknown, Localised> = v.pipe(
  lineOfText,
  v.transform((text) => inAllLanguages(text)),
);

/**
 * The schema of a localised text: one text for all languages, or one for each. `lazy` selects the schema by the input,
 * so that issues refer only to the matching alternative.
 */
export const localised: v.GenericSchema<unknown, Localised> = v.pipe(
  v.lazy((input): v.GenericSchema<unknown, Localised> => (typeof input === 'object' ? textByLanguage : textForAll)),
  // The conversion to JSON Schema sees only one alternative of `lazy`; this metadata has all of them.
  v.metadata({ alternatives: [lineOfText, textByLanguage] }),
);

/** The message of `daySchema`. */
const DAY_MESSAGE = 'a day of the calendar, as in 2025-12-01';

/** The JSON Schema of a day. */
const DAY_JSON_SCHEMA = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };

/**
 * The schema of a calendar date `YYYY-MM-DD` (ISO 8601). A day that does not exist, such as 31 February, is refused.
 */
export const daySchema: v.GenericSchema<string, Day> = v.pipe(
  v.string(DAY_MESSAGE),
  v.check(isDay, DAY_MESSAGE),
  v.metadata({ jsonSchema: DAY_JSON_SCHEMA }),
);

/** The message of `yesNo`, by which `issue-faults.ts` recognises that a boolean is expected. */
export const YES_NO_MESSAGE = 'true or false';

/**
 * The schema of a boolean. Only `true` and `false` are accepted; `yes`, `NO` and other booleans of YAML 1.1 are
 * refused.
 */
export const yesNo: v.GenericSchema<string, boolean> = v.pipe(
  textMatching(/^(?:true|false)$/u, YES_NO_MESSAGE),
  v.transform((text) => text === 'true'),
  v.metadata({ jsonSchema: { type: 'boolean' } }),
);

/** The message of `verifiedSchema`. */
const VERIFIED_MESSAGE = 'false, or the day on which a person checked it, as in 2025-12-01';

/**
 * The schema of the day on which a person checked a profile. `false` means that it has not been checked.
 */
export const verifiedSchema: v.GenericSchema<string, Day | false> = v.pipe(
  v.string(VERIFIED_MESSAGE),
  v.check((text) => text === 'false' || isDay(text), VERIFIED_MESSAGE),
  v.transform((text): Day | false => (text === 'false' ? false : text)),
  v.metadata({ jsonSchema: { anyOf: [{ const: false }, DAY_JSON_SCHEMA] } }),
);

/** The schema of an integer from 1 to 9999. */
export const wholeNumber: v.GenericSchema<string, number> = v.pipe(
  textMatching(/^[1-9]\d{0,3}$/u, 'a whole number from 1 to 9999'),
  v.transform(Number),
  v.metadata({ jsonSchema: { type: 'integer', minimum: 1, maximum: 9999 } }),
);

/**
 * The schema of a condition, which accepts any value, because `parseCondition` validates conditions. In the JSON
 * Schema, conditions have a definition of their own.
 */
export const conditionSchema: v.GenericSchema = v.pipe(
  v.unknown(),
  v.metadata({ jsonSchema: { $ref: '#/$defs/condition' } }),
);

/** The keys of a period with their schemas: its first day and its last day, both inclusive and both optional. */
export const periodEntries: {
  readonly since: v.ExactOptionalSchema<typeof daySchema, undefined>;
  readonly until: v.ExactOptionalSchema<typeof daySchema, undefined>;
} = { since: v.exactOptional(daySchema), until: v.exactOptional(daySchema) };

/** Returns the schema of a period with the additional constraint that `since` is not later than `until`. */
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
