import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv, type AnySchemaObject } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { readYaml } from '../../../src/load/read-yaml.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import { decode } from '../../../src/validate/decode.ts';
import { profileSchema } from '../../../src/validate/profile-schema.ts';
import {
  CHOSEN,
  type FileKey,
  exampleOf,
  exampleWith,
  flattenKeys,
  readFileKeys,
  rowOf,
} from '../../support/file-keys.ts';
import { documentedKinds, filesDocument } from '../../support/files-document.ts';
import { PARTS, describedSchemaOf, fileKeysOf } from '../../support/described-schemas.ts';
import { KINDS } from '../../support/json-schemas.ts';
import { valueOf } from '../../support/outcomes.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const NAMES = [...KINDS.map(({ name }) => name), ...Object.keys(PARTS)];

const keys = NAMES.flatMap((kind) =>
  flattenKeys(fileKeysOf(kind)).map((key) => ({ kind, path: key.path.join('.'), key, table: readFileKeys(kind) })),
);

function schemaNameOf(kind: string): string {
  const part = PARTS[kind];
  return part === undefined ? kind : `${part.file}#/$defs/${part.definition}`;
}

/** The errors that an editor shows for a file, or null. */
const editorErrors = (() => {
  const ajv = new Ajv({ allowUnionTypes: true, strictTypes: false });
  for (const { name } of KINDS) ajv.addSchema(describedSchemaOf(name) as AnySchemaObject, name);
  return (kind: string, content: unknown): string | null =>
    ajv.validate(schemaNameOf(kind), content) === true ? null : ajv.errorsText();
})();

/** The faults of the schema that validates a kind of file. Parts of files have none: the test of whole campaigns reads them. */
function schemaFaults(kind: string, content: unknown): readonly Diagnostic[] {
  const schema = KINDS.find(({ name }) => name === kind)?.schema;
  const items = kind === 'profiles' && Array.isArray(content) ? content : [content];
  return items.flatMap((item) => {
    const data = valueOf(readYaml('example.yaml', stringify(item)));
    return schema === undefined ? [] : decode(kind === 'profiles' ? profileSchema : schema, data).faults;
  });
}

/** Whether a key is one that has to be there with others of which only one is allowed, or one that a campaign chooses. */
const isExempt = (kind: string, { path }: FileKey): boolean =>
  (readFileKeys(kind).hasOneKey && path.length === 1) || path.at(-1) === CHOSEN;

describe('docs/files.md', () => {
  test('is generated from the schemas and the tables of their keys', async () => {
    await expect(await filesDocument()).toMatchFileSnapshot(join(ROOT, 'docs/files.md'));
  });

  test('has a section for every kind of file', () => {
    expect(documentedKinds().toSorted()).toEqual(NAMES.toSorted());
  });

  test('has headings that differ from each other in their anchors', () => {
    const headings = readFileSync(join(ROOT, 'docs/files.md'), 'utf8').match(/^#+ .*$/gm) ?? [];
    expect(headings.length).toBeGreaterThan(60);
    const anchors = headings.map((heading) => heading.toLowerCase().replaceAll(/[^\p{L}\p{N} -]/gu, ''));
    expect(new Set(anchors).size).toBe(anchors.length);
  });
});

describe('the table of the keys of', () => {
  test.each(NAMES)('%s has a row for every key, and no other row', (kind) => {
    const { rows } = readFileKeys(kind);
    const paths = flattenKeys(fileKeysOf(kind)).map(({ path }) => path.join('.'));
    expect([...rows.keys()].toSorted()).toEqual(paths.toSorted());
  });

  test.each(NAMES)('%s says what holds without a key exactly if the key may be left out', (kind) => {
    const wrong = flattenKeys(fileKeysOf(kind)).filter((key) => {
      const isSaid = rowOf(readFileKeys(kind), key.path)?.absent !== undefined;
      return isSaid !== (!key.isRequired && !isExempt(kind, key));
    });
    expect(wrong.map(({ path }) => path.join('.'))).toEqual([]);
  });

  test.each(NAMES)('%s has an example for every key, and no default that the schema has', (kind) => {
    const table = readFileKeys(kind);
    const all = flattenKeys(fileKeysOf(kind));
    expect(all.filter((key) => exampleOf(table, key.path) === undefined).map(({ path }) => path.join('.'))).toEqual([]);
    expect(
      all.filter(({ path, schema }) => rowOf(table, path)?.default !== undefined && schema.default !== undefined),
    ).toEqual([]);
  });
});

describe('the example of a file is accepted', () => {
  test.each(NAMES)('by editors: %s', (kind) => {
    expect(editorErrors(kind, parse(readFileKeys(kind).example))).toBeNull();
  });
});

describe('the example of a key is accepted', () => {
  test.each(keys)('$kind: $path', ({ kind, key, table }) => {
    const content = exampleWith(table, key.path, { value: exampleOf(table, key.path) });
    expect(editorErrors(kind, content)).toBeNull();
    expect(schemaFaults(kind, content)).toEqual([]);
  });
});
