import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { approvalsSchema } from '../../src/validate/validate-approvals.ts';
import { formsSchema } from '../../src/validate/validate-forms.ts';
import { letterSchema } from '../../src/validate/validate-letter.ts';
import { profileSchema } from '../../src/validate/validate-recipient.ts';
import { groupsSchema, statesSchema } from '../../src/validate/validate-register.ts';
import { sourcesSchema } from '../../src/validate/validate-sources.ts';
import { termsSchema, translationsSchema } from '../../src/validate/validate-translating.ts';

/** Every kind of file with the schema that judges it, and which files are of that kind. */
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
const CONDITION: JsonSchema = { $ref: '#/$defs/condition' };
const CONDITIONS: JsonSchema = { type: 'array', items: CONDITION, minItems: 1 };

/** Conditions are parsed by hand; this is the same for editors, apart from which names there are. */
const CONDITION_ITSELF: JsonSchema = {
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
        not: CONDITION,
      },
      additionalProperties: false,
      minProperties: 1,
      maxProperties: 1,
    },
  ],
};

/** What JSON Schema cannot say, or what metadata say after it. */
const UNSAID: ReadonlySet<string> = new Set(['check', 'transform', 'min_value', 'max_value']);

/** The JSON Schema (draft-07) of a kind of file, as an editor reads it. */
export function jsonSchemaOf({ name, schema }: (typeof KINDS)[number]): JsonSchema {
  const made = toJsonSchema(schema, {
    typeMode: 'output',
    errorMode: 'throw',
    overrideSchema: ({ valibotSchema, jsonSchema }) =>
      valibotSchema.type === 'record' ? { ...jsonSchema, type: 'object' } : undefined,
    overrideAction: ({ valibotAction, jsonSchema }) => {
      if (valibotAction.type === 'metadata' && 'metadata' in valibotAction) {
        return withMetadata(valibotAction.metadata, jsonSchema);
      }
      if (UNSAID.has(valibotAction.type)) return jsonSchema;
      if (valibotAction.type !== 'regex' || !('requirement' in valibotAction)) return undefined;
      const { requirement } = valibotAction;
      if (!(requirement instanceof RegExp)) return undefined;
      // What is here already is the library's own work on this action, or an earlier pattern.
      const { pattern = requirement.source } = jsonSchema;
      if (pattern === requirement.source) return { ...jsonSchema, pattern };
      return { ...jsonSchema, allOf: [{ pattern: requirement.source }] };
    },
  });
  const { $defs = {}, $schema = '', ...rest } = made;
  const defined = {
    ...$defs,
    ...(JSON.stringify(made).includes('#/$defs/condition') ? { condition: CONDITION_ITSELF } : {}),
  };
  return {
    $schema,
    title: `demarche: ${name}`,
    ...rest,
    ...(Object.keys(defined).length === 0 ? {} : { $defs: defined }),
  };
}

function withMetadata(metadata: unknown, jsonSchema: JsonSchema): JsonSchema {
  if (typeof metadata !== 'object' || metadata === null) return jsonSchema;
  if ('oneOrList' in metadata) {
    const one: JsonSchema = jsonSchema.$ref === undefined ? {} : { $ref: jsonSchema.$ref };
    return { anyOf: [one, { type: 'array', items: one, minItems: 1 }] };
  }
  return 'jsonSchema' in metadata ? (metadata.jsonSchema as JsonSchema) : jsonSchema;
}
