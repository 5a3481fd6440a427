import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { memoryWorld } from '../../support/memory-world.ts';
import { describedSchemaOf } from '../../support/described-schemas.ts';
import { KINDS } from '../../support/json-schemas.ts';
import { applyEdit } from '../../support/one-edit.ts';
import { runInMemory } from '../../support/run-in-memory.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const GOOD = join(ROOT, 'test/golden/good-campaign');
const FAULTS = join(ROOT, 'test/golden/faults');

const ajv = new Ajv({ allowUnionTypes: true, strictTypes: false });

/** The YAML files below a folder that have a schema, by path. */
function filesIn(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ['templates', 'recipients', 'examples'].flatMap((part) => {
      const entries = listFilesBelow(join(folder, part)).map((name) => join(part, name));
      return entries
        .filter((path) => kindOf(path) !== undefined)
        .map((path) => [path, readFileSync(join(folder, path), 'utf8')]);
    }),
  );
}

function listFilesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
}

function kindOf(path: string): string | undefined {
  return KINDS.find(({ files }) => files.test(path))?.name;
}

/** The errors that an editor shows for a file, or null. The file is read as YAML 1.2, as editors do. */
function schemaErrors(path: string, text: string): string | null {
  const name = kindOf(path);
  if (name === undefined) throw new Error(`${path} is of no kind`);
  if (ajv.getSchema(name) === undefined) {
    ajv.addSchema(JSON.parse(readFileSync(join(ROOT, `schema/${name}.json`), 'utf8')), name);
  }
  return ajv.validate(name, parse(text)) === true ? null : ajv.errorsText();
}

const shippedFiles = filesIn(ROOT);
const goodFiles = filesIn(GOOD);

describe('the JSON Schema for editors', () => {
  test.each(KINDS.map(({ name }) => name))(
    'of %s is generated from the schema that validates and from the table of its keys',
    async (name) => {
      await expect(`${JSON.stringify(describedSchemaOf(name), null, 2)}\n`).toMatchFileSnapshot(
        join(ROOT, `schema/${name}.json`),
      );
    },
  );

  test('exists for every kind of file and for nothing else', () => {
    expect(readdirSync(join(ROOT, 'schema')).sort()).toEqual(KINDS.map(({ name }) => `${name}.json`).sort());
  });

  test.each([
    'data-unknown-key',
    'data-missing-key',
    'data-wrong-type',
    'data-wrong-type-no-value',
    'data-wrong-value',
    'data-wrong-value-no',
    'data-wrong-value-number',
    'data-wrong-value-one-of',
    'condition-malformed',
    'condition-malformed-operator',
  ])('refuses a file that the tool refuses: %s', (folder) => {
    const { files } = applyEdit(goodFiles, readFileSync(join(FAULTS, folder, 'edit.txt'), 'utf8'));
    const edited = Object.entries(files).filter(([path, text]) => text !== goodFiles[path]);
    expect(edited).toHaveLength(1);
    for (const [path, text] of edited)
      expect(typeof text === 'string' && schemaErrors(path, text)).toEqual(expect.any(String));
  });

  test('accepts a number where text is expected, as the tool does', () => {
    expect(
      schemaErrors('templates/x/sources.yaml', 'a: { title: { en: 12 }, note: { en: 1.10 }, source: true }'),
    ).toBeNull();
  });

  test('is named in the first line of every shipped file that users write', () => {
    const writtenByUsers = Object.entries(shippedFiles).filter(
      ([path]) => !/(?:translations|approvals)\.yaml$/.test(path),
    );
    for (const [path, text] of writtenByUsers) {
      const [, schemaPath] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? [];
      expect([path, resolve(ROOT, path, '..', schemaPath ?? '')]).toEqual([
        path,
        join(ROOT, `schema/${kindOf(path)}.json`),
      ]);
    }
  });
});

describe('demarche schema', () => {
  const { world } = memoryWorld({});

  test('prints a schema', async () => {
    const result = await runInMemory(['schema', 'letter'], world);
    expect([result.code, result.err]).toEqual([0, '']);
    expect(JSON.parse(result.out)).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'object',
    });
  });

  test('lists all schemas, and refuses an unknown name', async () => {
    expect((await runInMemory(['schema'], world)).out.split('\n')).toContain('profiles');
    const result = await runInMemory(['schema', 'profil'], world);
    expect([result.code, result.out]).toEqual([2, '']);
    expect(result.err).toContain('profiles');
  });
});
