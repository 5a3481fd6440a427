import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { JsonSchema } from '@valibot/to-json-schema';
import { format } from 'prettier';
import { stringify } from 'yaml';
import {
  CHOSEN,
  type FileKey,
  type FileKeys,
  type KeyRow,
  exampleOf,
  isSchema,
  isTextByLanguage,
  readFileKeys,
  rowOf,
  singleOf,
} from './file-keys.ts';
import { PARTS, fileKeysOf } from './described-schemas.ts';

const TEMPLATE = resolve(import.meta.dirname, '../../build/keys/files.md');
const OPTIONS = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
  readonly prettier: Readonly<Record<string, unknown>>;
};

/** The kinds of files in the order of the document, each at the comment `<!-- kind -->` of `build/keys/files.md`. */
export function documentedKinds(): readonly string[] {
  return [...readFileSync(TEMPLATE, 'utf8').matchAll(/^<!-- (\w+) -->$/gm)].map(([, name = '']) => name);
}

/** Returns the text of `docs/files.md`: the template, with the section of each kind of file in its place. */
export function filesDocument(): Promise<string> {
  const text = readFileSync(TEMPLATE, 'utf8').replaceAll(/^<!-- (\w+) -->$/gm, (_, name: string) => sectionOf(name));
  return format(text, { ...OPTIONS.prettier, parser: 'markdown', proseWrap: 'always' });
}

function sectionOf(name: string): string {
  const table = readFileKeys(name);
  const isFile = table.file.endsWith('.yaml');
  const title = isFile ? `\`${table.file}\`` : table.file;
  const where = table.path.includes('`') ? table.path : `\`${table.path}\``;
  const place = `It is ${where}, and ${table.mustExist ? 'must be there' : 'may be left out'}.`;
  const entries = fileKeysOf(name).map((key) => {
    const heading = `### ${nameIn(table, key)} in ${isFile ? title : title.toLowerCase()}`;
    return [
      heading,
      meaningOf(table, key),
      `${key.isRequired ? 'Required. ' : ''}${detailsOf(table, key)}`,
      listOf(table, key.children, ''),
    ].join('\n\n');
  });
  const head = [
    `## ${title}`,
    table.purpose,
    Object.hasOwn(PARTS, name) ? `They are ${table.path}.` : place,
    `\`\`\`yaml\n${table.example}\`\`\``,
  ];
  return [...head, ...entries].join('\n\n');
}

/** Returns keys as a nested list. Keys that share a row are one item; keys whose rows are listed above are not repeated. */
function listOf(table: FileKeys, keys: readonly FileKey[], indent: string): string {
  const items = new Map(keys.map((key) => [rowIn(table, key).path, key] as const).toReversed());
  const listed = new Set<string>();
  return [...items.values()]
    .toReversed()
    .map((key) => {
      const inside = key.children.map((child) => rowIn(table, child).path).join(' ');
      const isAbove = inside !== '' && listed.has(inside);
      listed.add(inside);
      const words = `${meaningOf(table, key)} ${detailsOf(table, key, isAbove ? 'above' : 'below')}`;
      const mark = key.isRequired ? ' (required)' : '';
      const children = isAbove ? '' : listOf(table, key.children, `${indent}  `);
      return `${indent}- ${nameIn(table, key)}${mark}: ${words}\n${children}`;
    })
    .join('');
}

/** The row of a key. A table without it has no document: `files-document.test.ts` names all missing rows. */
function rowIn(table: FileKeys, { path }: FileKey): KeyRow & { readonly path: string } {
  const row = rowOf(table, path);
  if (row === undefined) throw new Error(`the table of ${table.file} has no row for ${path.join('.')}`);
  return row;
}

function nameIn(table: FileKeys, key: FileKey): string {
  const step = rowIn(table, key).path.split('.')[key.path.length - 1] ?? '';
  return step
    .split('|')
    .map((name) => `\`${name}\``)
    .join(' or ');
}

function meaningOf(table: FileKeys, key: FileKey): string {
  return rowIn(table, key).means;
}

/** Returns the type of a key, what holds without it, and an example. `keysAre`: where the keys inside it are listed. */
function detailsOf(table: FileKeys, key: FileKey, keysAre: 'above' | 'below' = 'below'): string {
  const row = rowIn(table, key);
  const type = `${capitalised(row.type ?? typeWords(key.schema))}.`.replace('keys below', `keys ${keysAre}`);
  return [type, absenceOf(row, key), exampleWords(table, key, row)].filter((words) => words !== '').join(' ');
}

function absenceOf({ absent, default: ownDefault }: KeyRow, { schema, isRequired }: FileKey): string {
  if (isRequired || absent === undefined) return '';
  const value = ownDefault ?? schema.default;
  const isPlain = value !== undefined && (typeof value !== 'object' || Object.keys(value ?? {}).length > 0);
  return `If it is left out, ${absent}${isPlain ? `, the same as with ${inFlow(value)}` : ''}.`;
}

/** A key whose example has the keys inside it is seen in the example of the file. */
function exampleWords(table: FileKeys, key: FileKey, row: KeyRow): string {
  if (row.example === undefined && key.children.length > 0) return '';
  const example = exampleOf(table, key.path);
  const name = key.path.at(-1);
  const entry = name === CHOSEN || name === undefined ? example : { [name]: example };
  const isLong = key.children.length > 0 && inFlow(entry).length > LONGEST_EXAMPLE;
  return example === undefined || isLong ? '' : `Example: ${inFlow(entry)}`;
}

/** The greatest length of an example of a key with keys inside it, which have examples of their own. */
const LONGEST_EXAMPLE = 90;

/** Returns a value as YAML on one line, as code. A mapping of one key is written without its braces. */
function inFlow(value: unknown): string {
  const text = stringify(value, { collectionStyle: 'flow', lineWidth: 0, singleQuote: true })
    .trim()
    .replaceAll(/\[ (?=\S)/g, '[')
    .replaceAll(/(?<=\S) \]/g, ']');
  const isOneKey = isSchema(value) && Object.keys(value).length === 1;
  return `\`${isOneKey ? text.replace(/^\{ ?/, '').replace(/ ?\}$/, '') : text}\``;
}

function capitalised(words: string): string {
  return words.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

/** Types by the pattern of their JSON Schema, in the singular and in the plural. */
const PATTERN_WORDS: readonly (readonly [RegExp, one: string, many: string])[] = [
  [/^\^\(\?!\(\?:\[cC\]/, 'a [name](#names)', '[names](#names)'],
  [/^\^\[\^\\n\\r\\t\]\*\\S/, 'a line of text', 'lines of text'],
  [/^\^\\d\{4\}-\\d\{2\}-\\d\{2\}\$$/, 'a day', 'days'],
  [/^\^\[A-Z\]\{2\}\$$/, "a State's code of two capitals", "States' codes of two capitals"],
  [/^\^\[a-z\]\{2,3\}\(/, "a language's tag, as `en` or `pt-BR`", "languages' tags, as `en` or `pt-BR`"],
  [/^\^\(\\d\{1,4\}.*\(pt\|mm\|cm\|in\)/, 'a length with a unit', 'lengths with units'],
  [/^\^\[0-9a-f\]\{64\}\$$/, '64 hexadecimal digits', ''],
  [/^\^\[0-9a-f\]\{8\}\$$/, '8 hexadecimal digits', ''],
];

const TYPE_WORDS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  boolean: ['`true` or `false`', '`true` or `false`'],
  string: ['a name', 'names'],
};

/** Returns the type of a schema in words, as the beginning of a sentence. Throws an Error if it has none for it. */
function typeWords(schema: JsonSchema): string {
  const words = wordsFor(schema, 0);
  if (words === undefined)
    throw new Error(`a row needs type:, because there are no words for ${JSON.stringify(schema)}`);
  return words;
}

function wordsFor(schema: JsonSchema, number: 0 | 1): string | undefined {
  const { $ref, anyOf, type, pattern, minimum, maximum, items, minItems } = schema;
  if ($ref === '#/$defs/condition') return ['a [condition](#conditions)', '[conditions](#conditions)'][number];
  if ($ref === '#/$defs/pattern') return ['a [pattern](#patterns)', '[patterns](#patterns)'][number];
  if (schema.enum !== undefined) return choiceOf(schema.enum);
  if (schema.const !== undefined) return choiceOf([schema.const]);
  if (isTextByLanguage(schema)) return ['a text in each language', 'texts, each in each language'][number];
  if (anyOf !== undefined) return alternatives(anyOf.filter(isSchema), number);
  if (type === 'array' && isSchema(items)) {
    const isMapping = singleOf(items).type === 'object' && !isTextByLanguage(singleOf(items));
    const content = isMapping ? 'entries with the keys below' : wordsFor(items, 1);
    return content === undefined ? undefined : `a list of ${content}${minItems === 1 ? ', at least one' : ''}`;
  }
  if (type === 'object') return ['a mapping with the keys below', 'mappings'][number];
  if (Array.isArray(type) && pattern === undefined) return ['a text or a number', 'texts or numbers'][number];
  if (type === 'integer') return `a whole number from ${minimum} to ${maximum}`;
  if (type === 'number') return `a number from ${minimum} to ${maximum}`;
  const further = JSON.stringify(schema.allOf ?? []);
  if (further.includes('https')) return 'a web address';
  if (further.includes('@')) return 'an e-mail address';
  if (pattern !== undefined) return PATTERN_WORDS.find(([known]) => known.test(pattern))?.[number === 0 ? 1 : 2];
  return typeof type === 'string' ? TYPE_WORDS[type]?.[number] : undefined;
}

/** Returns the words of two types, of which the second is mostly a list of the first. */
function alternatives(options: readonly JsonSchema[], number: 0 | 1): string | undefined {
  const words = options.map((option) => wordsFor(option, number));
  return words.every((word) => word !== undefined) ? words.join(', or ') : undefined;
}

/** Empty texts and null are left out: they stand for an empty cell of a table. */
function choiceOf(values: readonly unknown[]): string {
  const codes = values.filter((value) => value !== '' && value !== null).map((value) => `\`${String(value)}\``);
  return codes.length < 2 ? codes.join('') : `${codes.slice(0, -1).join(', ')} or ${codes.at(-1) ?? ''}`;
}
