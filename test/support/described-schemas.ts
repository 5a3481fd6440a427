import type { JsonSchema } from '@valibot/to-json-schema';
import {
  CHOSEN,
  type FileKey,
  type FileKeys,
  type KeyRow,
  exampleOf,
  isDescribedElsewhere,
  isSchema,
  keysOf,
  readFileKeys,
  rowOf,
} from './file-keys.ts';
import { KINDS, jsonSchemaOf } from './json-schemas.ts';

/**
 * The tables of the keys of mappings that have no file of their own, each with the kind of file that has them and with
 * their name among the definitions of its schema.
 */
export const PARTS: Readonly<Record<string, { readonly file: string; readonly definition: string }>> = {
  conditions: { file: 'letter', definition: 'condition' },
  patterns: { file: 'columns', definition: 'pattern' },
};

/** Returns the JSON Schema of a kind of file with the meaning, the default and an example of each key. */
export function describedSchemaOf(name: string): JsonSchema {
  const { schema, definitions } = schemasOf(name);
  const described = withRows(schema, [], readFileKeys(name));
  const parts = Object.entries(definitions).map(
    ([part, { kind, schema: own }]) => [part, withRows(own, [], readFileKeys(kind))] as const,
  );
  return parts.length === 0 ? described : { ...described, $defs: Object.fromEntries(parts) };
}

/** Returns the keys that a kind of file may have, or a part of one, without those that another table describes. */
export function fileKeysOf(name: string): readonly FileKey[] {
  const table = readFileKeys(name);
  const part = PARTS[name];
  const schema =
    part === undefined ? schemasOf(name).schema : schemasOf(part.file).definitions[part.definition]?.schema;
  return keysOf(schema ?? {}).filter(({ path }) => !isDescribedElsewhere(table, path));
}

/** The schema of a kind of file, and the definitions of its parts that have tables of their own. */
interface SchemaWithParts {
  readonly schema: JsonSchema;
  readonly definitions: Readonly<Record<string, { readonly kind: string; readonly schema: JsonSchema }>>;
}

/**
 * Returns the schema of a kind of file without references to definitions, so that a key can be described differently in
 * each place. Only parts that have tables of their own, as conditions, which are inside each other, are apart.
 */
function schemasOf(name: string): SchemaWithParts {
  const file = KINDS.find((candidate) => candidate.name === name);
  if (file === undefined) throw new Error(`${name} is no kind of file`);
  const { $defs = {}, ...schema } = jsonSchemaOf(file);
  const all = $defs as Readonly<Record<string, JsonSchema>>;
  const kindOf = (definition: string): string | undefined =>
    Object.keys(PARTS).find((kind) => PARTS[kind]?.definition === definition);
  const definitions = Object.entries(all).flatMap(([definition, own]) => {
    const kind = kindOf(definition);
    return kind === undefined ? [] : [[definition, { kind, schema: own }] as const];
  });
  const others = Object.entries(all).filter(([definition]) => kindOf(definition) === undefined);
  return {
    schema: withoutReferences(schema, Object.fromEntries(others)),
    definitions: Object.fromEntries(definitions),
  };
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
