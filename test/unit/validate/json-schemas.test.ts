import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { memoryWorld } from '../../support/memory-world.ts';
import { KINDS, jsonSchemaOf } from '../../support/json-schemas.ts';
import { applyEdit } from '../../support/one-edit.ts';
import { runInMemory } from '../../support/run-in-memory.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const GOOD = join(ROOT, 'test/golden/good-campaign');
const FAULTS = join(ROOT, 'test/golden/faults');

const ajv = new Ajv({ allowUnionTypes: true, strictTypes: false });

/** YAML files below a folder that are of some kind, by their paths. */
function filesIn(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ['templates', 'recipients', 'examples'].flatMap((part) => {
      const entries = readOrNothing(join(folder, part)).map((name) => join(part, name));
      return entries
        .filter((path) => kindOf(path) !== undefined)
        .map((path) => [path, readFileSync(join(folder, path), 'utf8')]);
    }),
  );
}

function readOrNothing(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
}

function kindOf(path: string): string | undefined {
  return KINDS.find(({ files }) => files.test(path))?.name;
}

/** What an editor would complain of, which reads YAML 1.2 as everybody does. */
function complaints(path: string, text: string): string | null {
  const name = kindOf(path);
  if (name === undefined) throw new Error(`${path} is of no kind`);
  if (ajv.getSchema(name) === undefined) {
    ajv.addSchema(JSON.parse(readFileSync(join(ROOT, `schema/${name}.json`), 'utf8')), name);
  }
  return ajv.validate(name, parse(text)) === true ? null : ajv.errorsText();
}

const shipped = filesIn(ROOT);
const good = filesIn(GOOD);

describe('the schema that editors are given', () => {
  test.each(KINDS.map((kind) => [kind.name, kind] as const))('of %s is the one that validates', async (name, kind) => {
    await expect(`${JSON.stringify(jsonSchemaOf(kind), null, 2)}\n`).toMatchFileSnapshot(
      join(ROOT, `schema/${name}.json`),
    );
  });

  test('is there for every kind, and for nothing else', () => {
    expect(readdirSync(join(ROOT, 'schema')).sort()).toEqual(KINDS.map(({ name }) => `${name}.json`).sort());
  });

  test('accepts every file that ships and every file of the good campaign', () => {
    expect(Object.keys(shipped).length).toBeGreaterThan(8);
    expect(Object.keys(good)).toHaveLength(8);
    for (const files of [shipped, good]) {
      for (const [path, text] of Object.entries(files)) expect([path, complaints(path, text)]).toEqual([path, null]);
    }
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
  ])('refuses what the tool refuses: %s', (folder) => {
    const { files } = applyEdit(good, readFileSync(join(FAULTS, folder, 'edit.txt'), 'utf8'));
    const edited = Object.entries(files).filter(([path, text]) => text !== good[path]);
    expect(edited).toHaveLength(1);
    for (const [path, text] of edited)
      expect(typeof text === 'string' && complaints(path, text)).toEqual(expect.any(String));
  });

  test('takes a number for text, as the tool does', () => {
    expect(
      complaints('templates/x/sources.yaml', 'a: { title: { en: 12 }, note: { en: 1.10 }, source: true }'),
    ).toBeNull();
  });

  test('is named in the first line of every file that people write', () => {
    const byHand = Object.entries(shipped).filter(([path]) => !/(?:translations|approvals)\.yaml$/.test(path));
    for (const [path, text] of byHand) {
      const [, named] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? [];
      expect([path, resolve(ROOT, path, '..', named ?? '')]).toEqual([path, join(ROOT, `schema/${kindOf(path)}.json`)]);
    }
  });
});

describe('demarche schema', () => {
  const { world } = memoryWorld({});

  test('prints one', async () => {
    const said = await runInMemory(['schema', 'letter'], world);
    expect([said.code, said.err]).toEqual([0, '']);
    expect(JSON.parse(said.out)).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#', type: 'object' });
  });

  test('names all, and refuses a name that there is not', async () => {
    expect((await runInMemory(['schema'], world)).out.split('\n')).toContain('profiles');
    const said = await runInMemory(['schema', 'profil'], world);
    expect([said.code, said.out]).toEqual([2, '']);
    expect(said.err).toContain('profiles');
  });
});
