import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { KINDS } from '../support/json-schemas.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const GOOD = join(ROOT, 'test/golden/good-campaign');

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
  test('accepts every shipped file and every file of the good campaign', () => {
    expect(Object.keys(shippedFiles).length).toBeGreaterThan(8);
    expect(Object.keys(goodFiles)).toHaveLength(10);
    for (const files of [shippedFiles, goodFiles]) {
      for (const [path, text] of Object.entries(files)) expect([path, schemaErrors(path, text)]).toEqual([path, null]);
    }
  });
});
