import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { JsonSchema } from '@valibot/to-json-schema';
import { parse } from 'yaml';
import { LANGUAGE_JSON_SCHEMA } from '../../src/validate/value-schemas.ts';

/** What the table of a kind of file says about one key. The schema says whether the key may be left out. */
export interface KeyRow {
  /** The meaning, in one or more sentences of Markdown. */
  readonly means: string;
  /** What holds if the key is left out, as the end of a sentence. Only keys that may be left out have it. */
  readonly absent?: string;
  /** The value that has the same effect as leaving the key out, if the schema does not have it. */
  readonly default?: unknown;
  /** A value. For a key that the campaign chooses, a mapping of one such key. Without it, the file's example has one. */
  readonly example?: unknown;
  /** The type in words, for a schema that `typeWords` cannot put into words. */
  readonly type?: string;
  /** The keys beside this one that the file's example has and that cannot be there together with this one. */
  readonly without?: readonly string[];
  /** The keys beside this one that it needs, with their values. */
  readonly with?: Readonly<Record<string, unknown>>;
}

/** The table of a kind of file, `build/keys/<kind>.yaml`. */
export interface FileKeys {
  /** The heading of its section: mostly the name of the file. */
  readonly file: string;
  readonly path: string;
  /** Whether a campaign without the file has a fault that says so. */
  readonly mustExist: boolean;
  /** Whether a mapping has one key and no other, as a condition has. */
  readonly hasOneKey: boolean;
  readonly purpose: string;
  /** A small complete file. */
  readonly example: string;
  /** The rows by path, of which the steps of chosen names are `<>`. */
  readonly rows: ReadonlyMap<string, KeyRow & { readonly path: string }>;
  /** The table of the kind of file whose keys this one may have too. They are described there alone. */
  readonly like: FileKeys | undefined;
}

/** A key that a schema allows, with the keys inside its value. Keys that are alike are one, as `f` and `m` in `f|m`. */
export interface FileKey {
  /** The steps from the root of the file; lists have none. */
  readonly path: readonly string[];
  readonly schema: JsonSchema;
  readonly isRequired: boolean;
  readonly children: readonly FileKey[];
}

/** The step of a path for a key whose name the campaign chooses. */
export const CHOSEN = '<>';

/** A table as in the YAML file. */
interface TableFile extends Omit<FileKeys, 'mustExist' | 'hasOneKey' | 'rows' | 'like'> {
  readonly 'must-exist': boolean;
  readonly 'has-one-key'?: boolean;
  readonly like?: string;
  readonly keys: Readonly<Record<string, KeyRow>>;
}

const FOLDER = resolve(import.meta.dirname, '../../build/keys');

/** The tables that were read. Tests ask for one with each of its keys. */
const TABLES = new Map<string, FileKeys>();

/** Returns the table of a kind of file. Throws an Error if there is none. */
export function readFileKeys(kind: string): FileKeys {
  const table = TABLES.get(kind) ?? readTable(kind);
  TABLES.set(kind, table);
  return table;
}

function readTable(kind: string): FileKeys {
  const path = join(FOLDER, `${kind}.yaml`);
  if (!existsSync(path)) throw new Error(`${path} is missing: the table of the keys that ${kind} may have`);
  const {
    keys,
    'must-exist': mustExist,
    'has-one-key': hasOneKey = false,
    like,
    ...rest
  } = parse(readFileSync(path, 'utf8')) as TableFile;
  const rows = Object.entries(keys).flatMap(([path, row]) =>
    withAlternatives(path.split('.')).map((steps) => [keyOf(steps), { ...row, path }] as const),
  );
  const likeTable = like === undefined ? undefined : readFileKeys(like);
  return { ...rest, mustExist, hasOneKey, rows: new Map(rows), like: likeTable };
}

/** Returns the row of a key; undefined if the table lacks it, and so does the one whose keys the file may have too. */
export function rowOf(
  { rows, like }: FileKeys,
  path: readonly string[],
): (KeyRow & { readonly path: string }) | undefined {
  return rows.get(keyOf(path)) ?? like?.rows.get(keyOf(path));
}

/** Whether a key is described in another table, that of the kind of file whose keys this one may have too. */
export function isDescribedElsewhere({ rows, like }: FileKeys, path: readonly string[]): boolean {
  return !rows.has(keyOf(path)) && like?.rows.has(keyOf(path)) === true;
}

function keyOf(path: readonly string[]): string {
  return path.map((step) => (step.startsWith('<') ? CHOSEN : step)).join('.');
}

/** Returns the paths that a path of a table stands for: `unknown|f.close` for two. */
function withAlternatives([step, ...rest]: readonly string[]): readonly (readonly string[])[] {
  if (step === undefined) return [[]];
  return step.split('|').flatMap((name) => withAlternatives(rest).map((path) => [name, ...path]));
}

/** Returns the keys of a JSON Schema without references, except to conditions and patterns, in its order. */
export function keysOf(schema: JsonSchema, path: readonly string[] = []): readonly FileKey[] {
  const mapping = singleOf(schema);
  if (isTextByLanguage(mapping)) return [];
  const fixed = Object.entries(mapping.properties ?? {}).map(([name, value]) =>
    fileKey([...path, name], value as JsonSchema, mapping.required?.includes(name) === true),
  );
  const { additionalProperties: chosen } = mapping;
  return typeof chosen === 'object' ? [...fixed, fileKey([...path, CHOSEN], chosen, false)] : fixed;
}

function fileKey(path: readonly string[], schema: JsonSchema, isRequired: boolean): FileKey {
  return { path, schema, isRequired, children: keysOf(schema, path) };
}

/** Returns the keys and, after each, those inside it. */
export function flattenKeys(keys: readonly FileKey[]): readonly FileKey[] {
  return keys.flatMap((key) => [key, ...flattenKeys(key.children)]);
}

/** Returns the schema of one item, if a schema is for a list, or for one value or a list of them. */
export function singleOf(schema: JsonSchema): JsonSchema {
  const options = schema.anyOf?.filter(isSchema) ?? [];
  const mapping = options.find(({ type }) => type === 'object');
  if (mapping !== undefined) return mapping;
  const list = options.find(({ items }) => isSchema(items) && items.type === 'object');
  if (list !== undefined) return singleOf(list);
  return isSchema(schema.items) ? singleOf(schema.items) : schema;
}

export function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a schema is for a text in several languages: language → one line, or several. */
export function isTextByLanguage({ propertyNames, additionalProperties: text }: JsonSchema): boolean {
  const isByLanguage = isSchema(propertyNames) && propertyNames.pattern === LANGUAGE_JSON_SCHEMA.pattern;
  return isByLanguage && isSchema(text) && text.enum === undefined && singleOf(text).type !== 'object';
}

/** The example of a key as a value: its own, or that in the example of the file. Undefined if there is none. */
export function exampleOf(table: FileKeys, path: readonly string[]): unknown {
  const row = rowOf(table, path);
  if (row?.example !== undefined) return row.example;
  return valueAt(parse(table.example), path, 0, table);
}

/** Returns the value at a path, in the first item of each list and under the first of the chosen names. */
function valueAt(value: unknown, path: readonly string[], depth: number, table: FileKeys): unknown {
  if (Array.isArray(value)) return depth === path.length ? value : valueAt(value[0], path, depth, table);
  const step = path[depth];
  if (step === undefined || !isMapping(value)) return step === undefined ? value : undefined;
  const name = nameAt(value, path, depth, table);
  if (name === undefined || !Object.hasOwn(value, name)) return undefined;
  const child = value[name];
  if (depth < path.length - 1) return valueAt(child, path, depth + 1, table);
  return step === CHOSEN ? { [name]: child } : child;
}

/** Returns the key at a step of a path. For a chosen name, it is the first key that is none of the fixed ones. */
function nameAt(
  value: Readonly<Record<string, unknown>>,
  path: readonly string[],
  depth: number,
  table: FileKeys,
): string | undefined {
  const step = path[depth];
  if (step !== CHOSEN) return step;
  return Object.keys(value).find((name) => !table.rows.has(keyOf([...path.slice(0, depth), name])));
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** How a key of a file is changed: its value is replaced, or it is left out. */
export type KeyChange = { readonly value: unknown } | 'left-out';

/**
 * Returns the example of a file with one key changed. Keys around it that the example lacks are added with their own
 * examples. The first item of a list and the first of the chosen names are changed.
 */
export function exampleWith(table: FileKeys, path: readonly string[], change: KeyChange): unknown {
  return changed(parse(table.example), path, 0, table, change);
}

function changed(value: unknown, path: readonly string[], depth: number, table: FileKeys, change: KeyChange): unknown {
  if (Array.isArray(value)) return [changed(value[0], path, depth, table, change), ...value.slice(1)];
  const step = path[depth];
  if (step === undefined) throw new Error('a key has a path');
  const mapping = isMapping(value) ? value : {};
  const isLast = depth === path.length - 1;
  const row = rowOf(table, path.slice(0, depth + 1));
  if (isLast && step === CHOSEN) {
    if (change === 'left-out') return mapping;
    return { ...(table.hasOneKey ? {} : mapping), ...Object(change.value) };
  }
  const name = nameAt(mapping, path, depth, table) ?? '';
  const others = Object.entries(mapping).filter(
    ([key]) => key !== name && !table.hasOneKey && row?.without?.includes(key) !== true,
  );
  if (isLast)
    return { ...Object.fromEntries(others), ...(change === 'left-out' ? {} : { ...row?.with, [name]: change.value }) };
  const inside = changed(mapping[name] ?? row?.example, path, depth + 1, table, change);
  return { ...Object.fromEntries(others), [name]: inside };
}
