import type { JsonSchema } from '@valibot/to-json-schema';
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
import { KINDS, jsonSchemaOf } from './json-schemas.ts';

/** The name of the table of the keys that conditions have. They have no file of their own. */
export const CONDITIONS_KIND = 'conditions';

/** Returns the JSON Schema of a kind of file with the meaning, the default and an example of each key. */
export function describedSchemaOf(name: string): JsonSchema {
  const { schema, condition } = schemasOf(name);
  const described = withRows(schema, [], readFileKeys(name));
  if (condition === undefined) return described;
  return { ...described, $defs: { condition: withRows(condition, [], readFileKeys(CONDITIONS_KIND)) } };
}

/** Returns the keys that a kind of file may have, or a condition. */
export function fileKeysOf(name: string): readonly FileKey[] {
  return keysOf(name === CONDITIONS_KIND ? (schemasOf('letter').condition ?? {}) : schemasOf(name).schema);
}

/**
 * Returns the schema of a kind of file without definitions, so that a key can be described differently in each place.
 * Only that of conditions, which are inside each other, is apart.
 */
function schemasOf(name: string): { readonly schema: JsonSchema; readonly condition: JsonSchema | undefined } {
  const kind = KINDS.find((candidate) => candidate.name === name);
  if (kind === undefined) throw new Error(`${name} is no kind of file`);
  const { $defs = {}, ...schema } = jsonSchemaOf(kind);
  const { condition, ...others } = $defs as Readonly<Record<string, JsonSchema>>;
  return { schema: withoutReferences(schema, others), condition };
}

/** Replaces references by what they refer to. */
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

/** Adds the rows of a table to a schema, of which `path` leads from the root of the file. */
function withRows(schema: JsonSchema, path: readonly string[], table: FileKeys): JsonSchema {
  const { properties, additionalProperties: chosen, items, anyOf } = schema;
  const describe = (name: string, value: JsonSchema): JsonSchema => describedKey(value, [...path, name], table);
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
            Object.entries(properties).map(([name, value]) => [name, describe(name, value as JsonSchema)]),
          ),
        }),
    ...(isSchema(chosen) ? { additionalProperties: describe(CHOSEN, chosen) } : {}),
  };
}

/** Adds to the schema of a key its row, if the table has one, and the rows of the keys inside it. */
function describedKey(schema: JsonSchema, path: readonly string[], table: FileKeys): JsonSchema {
  const row = rowOf(table, path);
  const inside = withRows(schema, path, table);
  if (row === undefined) return inside;
  const example = exampleOf(table, path);
  const value = path.at(-1) === CHOSEN && isSchema(example) ? Object.values(example)[0] : example;
  return {
    description: descriptionOf(row),
    ...inside,
    ...(row.default === undefined ? {} : { default: row.default as JsonSchema['default'] }),
    ...(value === undefined ? {} : { examples: [value] as JsonSchema['examples'] }),
  };
}

/** Returns the words that an editor shows for a key. Their links, which lead from `docs/files.md`, are left out. */
function descriptionOf({ means, absent }: KeyRow): string {
  const words = absent === undefined ? means : `${means} If it is left out, ${absent}.`;
  return words.replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1');
}
