import * as v from 'valibot';
import { languageSchema, listOf, localised, nameSchema, recordOf, strictMapping } from './value-schemas.ts';

/** The reference to the JSON Schema of patterns, which have a definition of their own. */
const PATTERN_REFERENCE = { $ref: '#/$defs/pattern' };

/** The schema of a pattern. It accepts anything, because `parsePattern` validates patterns. */
export const cellPatternSchema: v.GenericSchema = v.pipe(v.unknown(), v.metadata({ jsonSchema: PATTERN_REFERENCE }));

/** The JSON Schema of a pattern or a list of patterns. */
const PATTERN_OR_LIST = [PATTERN_REFERENCE, { type: 'array', items: PATTERN_REFERENCE }];

/**
 * The schema of a value of `fields`, and of any value that may be a text or something else: a pattern, a list of
 * patterns, or either of them for each of some keys.
 */
export const openValueSchema: v.GenericSchema = v.pipe(
  v.unknown(),
  v.metadata({
    jsonSchema: {
      anyOf: [...PATTERN_OR_LIST, { type: 'object', additionalProperties: { anyOf: PATTERN_OR_LIST } }],
    },
  }),
);

const patternByLanguage: v.GenericSchema = recordOf(cellPatternSchema, languageSchema);

/** The schema of a pattern in the place of a localised text: one for all languages, or one for each. */
export const localisedPatternSchema: v.GenericSchema = v.pipe(
  v.lazy((input) =>
    typeof input === 'object' && input !== null && !Object.hasOwn(input, 'from')
      ? patternByLanguage
      : cellPatternSchema,
  ),
  v.metadata({ alternatives: [cellPatternSchema, patternByLanguage] }),
);

/** The schema of the values that a campaign declares itself: a mapping of their names to patterns. */
export const fieldPatternsSchema: v.GenericSchema = recordOf(openValueSchema, nameSchema);

/** The properties of valibot's schemas that lead to the schemas within them. A schema has some of them, or none. */
export interface SchemaParts {
  readonly kind: string;
  /** The schemas and actions that a value passes one after the other. */
  readonly pipe?: readonly SchemaParts[];
  /** The schema of an optional value. */
  readonly wrapped?: SchemaParts;
  /** The schema of the items of a list. */
  readonly item?: SchemaParts;
  /** The schemas of the keys of a mapping. */
  readonly entries?: Readonly<Record<string, SchemaParts>>;
  /** The schemas of the keys and values of a record. */
  readonly key?: v.GenericSchema<string, string>;
  readonly value?: SchemaParts;
  /** Returns one of several schemas for an input. */
  readonly getter?: unknown;
  /** The schemas of which one must accept a value, or the words of an enumeration. */
  readonly options?: readonly unknown[];
}

/**
 * Returns the schema for a file that has a pattern in the place of each value for which `schema` accepts a scalar.
 * Mappings, lists and records stay, and so does which of their keys can be left out. Other requirements of the values
 * are left to the validation of the profiles that are made from the patterns.
 */
function patternSchemaOf(schema: SchemaParts): v.GenericSchema {
  if (schema === localised) return localisedPatternSchema;
  const { wrapped, item, key, value, getter, options } = structureOf(schema);
  if (wrapped !== undefined) return v.exactOptional(patternSchemaOf(wrapped)) as unknown as v.GenericSchema;
  if (item !== undefined) return listOf(patternSchemaOf(item));
  if (value !== undefined) return recordOf(patternSchemaOf(value), key);
  if (getter !== undefined || options?.some((option) => typeof option === 'object') === true) return openValueSchema;
  const entries = patternEntriesOf(schema);
  return Object.keys(entries).length === 0 ? cellPatternSchema : strictMapping(entries);
}

/** Returns the schemas of the keys of a mapping, each with patterns in the place of its values. */
export function patternEntriesOf(schema: SchemaParts): Record<string, v.GenericSchema> {
  const { entries = {} } = structureOf(schema);
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, patternSchemaOf(value)]));
}

/** Returns the part of a schema that says whether a value is a mapping, a list or a record; the schema if none does. */
export function structureOf(schema: SchemaParts): SchemaParts {
  const { pipe } = schema;
  if (pipe === undefined) return schema;
  return (
    pipe
      .filter((part) => part !== schema)
      .map(structureOf)
      .find(hasParts) ?? schema
  );
}

function hasParts({ wrapped, item, entries, value, getter, options }: SchemaParts): boolean {
  return [wrapped, item, entries, value, getter, options].some((part) => part !== undefined);
}
