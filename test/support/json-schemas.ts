import { type ConversionConfig, type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { approvalsSchema } from '../../src/validate/validate-approvals.ts';
import { columnsSchema, signatoryColumnsSchema } from '../../src/validate/validate-columns.ts';
import { fieldsSchema } from '../../src/validate/validate-fields.ts';
import { formsSchema } from '../../src/validate/validate-forms.ts';
import { languageFileSchema } from '../../src/validate/language-schema.ts';
import { letterSchema } from '../../src/validate/letter-schema.ts';
import { powersSchema } from '../../src/validate/validate-powers.ts';
import { profileSchema } from '../../src/validate/profile-schema.ts';
import { groupsSchema, statesSchema } from '../../src/validate/validate-register.ts';
import { sourcesSchema } from '../../src/validate/validate-sources.ts';
import { termsSchema, translationsSchema } from '../../src/validate/validate-translating.ts';
import { LANGUAGE_TAG_PATTERN } from '../../src/model/language-tag.ts';

/** Every kind of file, with the schema that validates it and a pattern of its paths. */
export const KINDS: readonly { readonly name: string; readonly schema: v.GenericSchema; readonly files: RegExp }[] = [
  { name: 'letter', schema: letterSchema, files: /^templates\/[^/]+\/letter\.yaml$/ },
  { name: 'sources', schema: sourcesSchema, files: /^templates\/[^/]+\/sources\.yaml$/ },
  { name: 'terms', schema: termsSchema, files: /^templates\/[^/]+\/terms\.yaml$/ },
  { name: 'translations', schema: translationsSchema, files: /^templates\/[^/]+\/translations\.yaml$/ },
  { name: 'approvals', schema: approvalsSchema, files: /^templates\/[^/]+\/approvals\.yaml$/ },
  { name: 'states', schema: statesSchema, files: /^recipients\/states\.yaml$/ },
  { name: 'groups', schema: groupsSchema, files: /^recipients\/groups\.yaml$/ },
  { name: 'fields', schema: fieldsSchema, files: /^recipients\/fields\.yaml$/ },
  { name: 'powers', schema: powersSchema, files: /^recipients\/powers\.yaml$/ },
  { name: 'forms', schema: formsSchema, files: new RegExp(`^recipients/forms/${LANGUAGE_TAG_PATTERN}\\.yaml$`, 'u') },
  { name: 'language', schema: languageFileSchema, files: /^languages\/[^/]+\.yaml$/ },
  { name: 'columns', schema: columnsSchema, files: /^recipients\/[^/]+\.columns\.yaml$/ },
  { name: 'signatories', schema: signatoryColumnsSchema, files: /^templates\/[^/]+\/[^/]+\.columns\.yaml$/ },
  {
    name: 'profiles',
    schema: v.union([profileSchema, v.array(profileSchema)]),
    files:
      /^(?:recipients\/(?!states\.|groups\.|fields\.|powers\.|[^/]+\.columns\.)[^/]+|examples\/open-letter\/[^/]+)\.yaml$/,
  },
];

const NAMES: JsonSchema = { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' }, minItems: 1 }] };
const VALUE: JsonSchema = { type: ['string', 'number', 'boolean'] };
const ASKED: JsonSchema = {
  anyOf: [
    VALUE,
    { type: 'array', items: VALUE, minItems: 1 },
    { type: 'object', properties: { from: VALUE, to: VALUE }, additionalProperties: false, minProperties: 1 },
  ],
};
const CONDITION_REFERENCE: JsonSchema = { $ref: '#/$defs/condition' };
const CONDITIONS: JsonSchema = { type: 'array', items: CONDITION_REFERENCE, minItems: 1 };

/**
 * The schema of conditions for editors. They are parsed without a valibot schema. It does not list the names that
 * exist.
 */
const CONDITION_SCHEMA: JsonSchema = {
  anyOf: [
    { type: 'string' },
    CONDITIONS,
    {
      type: 'object',
      properties: {
        role: NAMES,
        group: NAMES,
        state: NAMES,
        language: NAMES,
        fact: {
          anyOf: [
            { type: 'string' },
            { type: 'object', additionalProperties: { type: 'boolean' }, minProperties: 1, maxProperties: 1 },
          ],
        },
        field: {
          anyOf: [
            { type: 'string' },
            { type: 'object', additionalProperties: ASKED, minProperties: 1, maxProperties: 1 },
          ],
        },
        all: CONDITIONS,
        any: CONDITIONS,
        not: CONDITION_REFERENCE,
      },
      additionalProperties: false,
      minProperties: 1,
      maxProperties: 1,
    },
  ],
};

const TEXT: JsonSchema = { type: ['string', 'number', 'boolean'] };

/** The schema of the patterns of a columns file for editors. They are parsed without a valibot schema. */
const PATTERN_SCHEMA: JsonSchema = {
  anyOf: [
    TEXT,
    {
      type: 'object',
      properties: {
        from: { type: 'string' },
        as: { enum: ['upper'] },
        values: { type: 'object', additionalProperties: TEXT },
      },
      required: ['from'],
      additionalProperties: false,
    },
  ],
};

/** Schemas that are defined once in a file that refers to them. */
const DEFINITIONS: Readonly<Record<string, JsonSchema>> = { condition: CONDITION_SCHEMA, pattern: PATTERN_SCHEMA };

/**
 * Types of actions that are not converted: JSON Schema cannot express them, or metadata that follow describe the
 * result.
 */
const UNCONVERTED_ACTIONS: ReadonlySet<string> = new Set(['check', 'transform', 'min_value', 'max_value']);

const CONVERSION: ConversionConfig = {
  typeMode: 'output',
  errorMode: 'throw',
  overrideSchema: ({ valibotSchema, jsonSchema }) =>
    valibotSchema.type === 'record' ? { ...jsonSchema, type: 'object' } : undefined,
  overrideAction: ({ valibotAction, jsonSchema }) => {
    if (valibotAction.type === 'metadata' && 'metadata' in valibotAction) {
      return withMetadata(valibotAction.metadata, jsonSchema);
    }
    if (UNCONVERTED_ACTIONS.has(valibotAction.type)) return jsonSchema;
    // The library converts it only for texts, not where an editor may also find a number.
    if (valibotAction.type === 'max_length' && jsonSchema.maxLength !== undefined && 'requirement' in valibotAction)
      return { ...jsonSchema, maxLength: Number(valibotAction.requirement) };
    if (valibotAction.type !== 'regex' || !('requirement' in valibotAction)) return undefined;
    const { requirement } = valibotAction;
    if (!(requirement instanceof RegExp)) return undefined;
    // A pattern that is there already is the library's conversion of this action, or an earlier pattern.
    const { pattern = requirement.source } = jsonSchema;
    if (pattern === requirement.source) return { ...jsonSchema, pattern };
    return { ...jsonSchema, allOf: [{ pattern: requirement.source }] };
  },
};

/** Converts the schema of a kind of file to JSON Schema (draft-07) for editors. */
export function jsonSchemaOf({ name, schema }: (typeof KINDS)[number]): JsonSchema {
  const converted = toJsonSchema(schema, CONVERSION);
  const { $defs = {}, $schema = '', ...rest } = withTextsInPlace(converted);
  const text = JSON.stringify(converted);
  const isReferredTo = ([name]: readonly [string, unknown]): boolean => text.includes(`#/$defs/${name}"`);
  const definitions = Object.fromEntries(
    [...Object.entries($defs), ...Object.entries(DEFINITIONS)].filter(isReferredTo),
  );
  return {
    $schema,
    title: `demarche: ${name}`,
    ...rest,
    ...(Object.keys(definitions).length === 0 ? {} : { $defs: definitions }),
  };
}

/**
 * Returns the schema with texts in their places. The conversion makes a definition of what a lazy schema selects, and
 * then refers to it wherever it occurs, even in places without a lazy schema.
 */
function withTextsInPlace({ $defs = {}, ...rest }: JsonSchema): JsonSchema {
  const texts = new Map(
    Object.entries($defs)
      .filter(([, definition]) => typeof definition === 'object' && definition.pattern !== undefined)
      .map(([name, definition]) => [`#/$defs/${name}`, definition]),
  );
  const inPlace = JSON.parse(JSON.stringify(rest), (_, value: unknown) =>
    typeof value === 'object' && value !== null && '$ref' in value && typeof value.$ref === 'string'
      ? (texts.get(value.$ref) ?? value)
      : value,
  ) as JsonSchema;
  return {
    ...inPlace,
    $defs: Object.fromEntries(Object.entries($defs).filter(([name]) => !texts.has(`#/$defs/${name}`))),
  };
}

function withMetadata(metadata: unknown, jsonSchema: JsonSchema): JsonSchema {
  if (typeof metadata !== 'object' || metadata === null) return jsonSchema;
  if ('oneOrList' in metadata) {
    const single: JsonSchema = jsonSchema.$ref === undefined ? {} : { $ref: jsonSchema.$ref };
    return { anyOf: [single, { type: 'array', items: single, minItems: 1 }] };
  }
  if ('alternatives' in metadata) {
    // Each place has the schemas themselves, so that no place depends on which of them another place needs.
    const convertInPlace = (part: v.GenericSchema): JsonSchema => {
      const { $schema: _$schema, ...inPlace } = toJsonSchema(part, CONVERSION);
      return inPlace;
    };
    return { anyOf: (metadata.alternatives as readonly v.GenericSchema[]).map(convertInPlace) };
  }
  return 'jsonSchema' in metadata ? (metadata.jsonSchema as JsonSchema) : jsonSchema;
}
