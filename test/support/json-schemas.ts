import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { approvalsSchema } from '../../src/validate/validate-approvals.ts';
import { formsSchema } from '../../src/validate/validate-forms.ts';
import { letterSchema } from '../../src/validate/validate-letter.ts';
import { profileSchema } from '../../src/validate/validate-recipient.ts';
import { groupsSchema, statesSchema } from '../../src/validate/validate-register.ts';
import { sourcesSchema } from '../../src/validate/validate-sources.ts';
import { termsSchema, translationsSchema } from '../../src/validate/validate-translating.ts';
import {
  CHOSEN,
  type FileKey,
  type FileKeys,
  type KeyRow,
  exampleOf,
  isSchema,
  keysOf,
  readFileKeys,
  rowOf,
} from './file-keys.ts';

/** Every kind of file, with the schema that validates it and a pattern of its paths. */
export const KINDS: readonly { readonly name: string; readonly schema: v.GenericSchema; readonly files: RegExp }[] = [
  { name: 'letter', schema: letterSchema, files: /^templates\/[^/]+\/letter\.yaml$/ },
  { name: 'sources', schema: sourcesSchema, files: /^templates\/[^/]+\/sources\.yaml$/ },
  { name: 'terms', schema: termsSchema, files: /^templates\/[^/]+\/terms\.yaml$/ },
  { name: 'translations', schema: translationsSchema, files: /^templates\/[^/]+\/translations\.yaml$/ },
  { name: 'approvals', schema: approvalsSchema, files: /^templates\/[^/]+\/approvals\.yaml$/ },
  { name: 'states', schema: statesSchema, files: /^recipients\/states\.yaml$/ },
  { name: 'groups', schema: groupsSchema, files: /^recipients\/groups\.yaml$/ },
  { name: 'forms', schema: formsSchema, files: /^recipients\/forms\/[a-z]{2}\.yaml$/ },
  {
    name: 'profiles',
    schema: v.union([profileSchema, v.array(profileSchema)]),
    files: /^(?:recipients\/(?!states\.|groups\.)[^/]+|examples\/[^/]+)\.yaml$/,
  },
];

const NAMES: JsonSchema = { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' }, minItems: 1 }] };
const CONDITION_REFERENCE = { $ref: '#/$defs/condition' };
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

/**
 * Types of actions that are not converted: JSON Schema cannot express them, or metadata that follow describe the
 * result.
 */
const UNCONVERTED_ACTIONS: ReadonlySet<string> = new Set(['check', 'transform', 'min_value', 'max_value']);

/**
 * Returns the JSON Schema (draft-07) of a kind of file for editors. Each key has its meaning, its default and an
 * example from the table in `build/keys/`.
 */
export function jsonSchemaOf(kind: (typeof KINDS)[number]): JsonSchema {
  const { $defs, ...schema } = bareSchemaOf(kind);
  const described = withRows(schema, [], readFileKeys(kind.name));
  return $defs === undefined
    ? described
    : { ...described, $defs: { condition: withRows(CONDITION_SCHEMA, [], readFileKeys(CONDITIONS_KIND)) } };
}

/** The name of the table of the keys that conditions have. They have no file of their own. */
export const CONDITIONS_KIND = 'conditions';

/** The keys that a kind of file may have, or a condition. */
export function fileKeysOf(name: string): readonly FileKey[] {
  const kind = KINDS.find((candidate) => candidate.name === name);
  return keysOf(kind === undefined ? CONDITION_SCHEMA : bareSchemaOf(kind));
}

/** Adds the rows of a table to a schema, of which `path` leads from the root of the file. */
function withRows(schema: JsonSchema, path: readonly string[], table: FileKeys): JsonSchema {
  const describe = (value: JsonSchema, step: string): JsonSchema => {
    const keyPath = [...path, step];
    const row = rowOf(table, keyPath);
    const inside = withRows(value, keyPath, table);
    if (row === undefined) return inside;
    const example = exampleOf(table, { path: keyPath, schema: value, isRequired: false, children: [] });
    const single = step === CHOSEN && isSchema(example) ? Object.values(example)[0] : example;
    return {
      description: descriptionOf(row),
      ...inside,
      ...(row.default === undefined ? {} : { default: row.default as JsonSchema['default'] }),
      ...(single === undefined ? {} : { examples: [single] as JsonSchema['examples'] }),
    };
  };
  const { properties, additionalProperties, items, anyOf } = schema;
  return {
    ...schema,
    ...(anyOf === undefined
      ? {}
      : { anyOf: anyOf.map((option) => (isSchema(option) ? withRows(option, path, table) : option)) }),
    ...(isSchema(items) ? { items: withRows(items, path, table) } : {}),
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, value]) => [name, describe(value as JsonSchema, name)]),
          ),
        }),
    ...(isSchema(additionalProperties) ? { additionalProperties: describe(additionalProperties, CHOSEN) } : {}),
  };
}

/** Returns the words that an editor shows for a key. Their links, which lead from `docs/files.md`, are left out. */
function descriptionOf({ means, absent }: KeyRow): string {
  const words = absent === undefined ? means : `${means} If it is left out, ${absent}.`;
  return words.replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1');
}

/** Converts the schema that validates a kind of file to JSON Schema. It has no references except to conditions. */
function bareSchemaOf({ name, schema }: (typeof KINDS)[number]): JsonSchema {
  const converted = toJsonSchema(schema, {
    typeMode: 'output',
    errorMode: 'throw',
    overrideSchema: ({ valibotSchema, jsonSchema }) =>
      valibotSchema.type === 'record' ? { ...jsonSchema, type: 'object' } : undefined,
    overrideAction: ({ valibotAction, jsonSchema }) => {
      if (valibotAction.type === 'metadata' && 'metadata' in valibotAction) {
        return withMetadata(valibotAction.metadata, jsonSchema);
      }
      if (UNCONVERTED_ACTIONS.has(valibotAction.type)) return jsonSchema;
      if (valibotAction.type !== 'regex' || !('requirement' in valibotAction)) return undefined;
      const { requirement } = valibotAction;
      if (!(requirement instanceof RegExp)) return undefined;
      // A pattern that is there already is the library's conversion of this action, or an earlier pattern.
      const { pattern = requirement.source } = jsonSchema;
      if (pattern === requirement.source) return { ...jsonSchema, pattern };
      return { ...jsonSchema, allOf: [{ pattern: requirement.source }] };
    },
  });
  const { $defs = {}, $schema = '', ...rest } = converted;
  return {
    $schema,
    title: `demarche: ${name}`,
    ...withoutReferences(rest, $defs as Readonly<Record<string, JsonSchema>>),
    ...(JSON.stringify(converted).includes(CONDITION_REFERENCE.$ref) ? { $defs: { condition: CONDITION_SCHEMA } } : {}),
  };
}

/** Replaces references by what they refer to, so that keys at different places can be described differently. */
function withoutReferences<Part>(part: Part, definitions: Readonly<Record<string, JsonSchema>>): Part;
function withoutReferences(part: unknown, definitions: Readonly<Record<string, JsonSchema>>): unknown {
  if (Array.isArray(part)) return part.map((item: unknown) => withoutReferences(item, definitions));
  if (!isSchema(part)) return part;
  const definition = definitions[part.$ref?.replace('#/$defs/', '') ?? ''];
  if (definition !== undefined) return withoutReferences(definition, definitions);
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, withoutReferences(value as unknown, definitions)]),
  );
}

function withMetadata(metadata: unknown, jsonSchema: JsonSchema): JsonSchema {
  if (typeof metadata !== 'object' || metadata === null) return jsonSchema;
  if ('oneOrList' in metadata) {
    const single: JsonSchema = jsonSchema.$ref === undefined ? {} : { $ref: jsonSchema.$ref };
    return { anyOf: [single, { type: 'array', items: single, minItems: 1 }] };
  }
  return 'jsonSchema' in metadata ? (metadata.jsonSchema as JsonSchema) : jsonSchema;
}
