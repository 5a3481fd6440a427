import { readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GALLERY_EDITIONS } from '../../../support/gallery.ts';
import { inProcess } from '../../../support/in-process.ts';
import { ROOT, temporaryFolder } from '../../../support/run-demarche.ts';

/** The YAML files below folders of a campaign, which are not written by demarche, with their texts. */
function yamlFilesIn(campaign: string, folders: readonly string[]): readonly (readonly [string, string])[] {
  return folders.flatMap((folder) =>
    readdirSync(join(campaign, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml') && !name.endsWith('translations.yaml'))
      .map((name) => posix.join(folder, name))
      .map((path) => [path, readFileSync(join(campaign, path), 'utf8')] as const),
  );
}

/** The path, from the campaign's folder, to which the schema line of a file leads; undefined if it has none. */
function schemaOf([path, text]: readonly [string, string]): string | undefined {
  const [, target] = /^# yaml-language-server: \$schema=(\S+)\n/u.exec(text) ?? [];
  return target === undefined ? undefined : posix.join(posix.dirname(path), target);
}

describe('the first line of every file leads editors to its schema', () => {
  test('in the package', () => {
    const files = yamlFilesIn(ROOT, ['templates', 'recipients', 'examples']);
    expect(files.length).toBeGreaterThan(45);
    const schemas = readdirSync(join(ROOT, 'schema')).map((name) => `schema/${name}`);
    expect(files.filter((file) => !schemas.includes(schemaOf(file) ?? '')).map(([path]) => path)).toEqual([]);
  });

  test.each(GALLERY_EDITIONS)('in $name in $language, as init writes it', async ({ name, language }) => {
    const cwd = temporaryFolder();
    await inProcess(cwd, ['init', 'new', '--from', name, '--language', language]);
    const campaign = join(cwd, 'new');
    const files = yamlFilesIn(campaign, ['templates', 'recipients']);
    expect(files.length).toBeGreaterThanOrEqual(2);
    const schemas = readdirSync(join(campaign, 'schema')).map((schema) => `schema/${schema}`);
    expect(files.filter((file) => !schemas.includes(schemaOf(file) ?? '')).map(([path]) => path)).toEqual([]);
    // No schema that no file is of, and each as the package has it.
    expect(schemas).toEqual([...new Set(files.map((file) => schemaOf(file) ?? ''))].toSorted());
    for (const schema of schemas) {
      expect(readFileSync(join(campaign, schema), 'utf8')).toBe(readFileSync(join(ROOT, schema), 'utf8'));
    }
  });
});

test('but for that line, init writes the files of the package as they are', async () => {
  const cwd = temporaryFolder();
  await inProcess(cwd, ['init', '--from', 'council', '--language', 'fr']);
  const source = join(ROOT, 'examples/council/fr');
  const withoutFirstLine = (path: string): string => readFileSync(path, 'utf8').replace(/^# yaml-language.*\n/u, '');
  const files = readdirSync(source, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(5);
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name);
    expect(withoutFirstLine(path.replace(source, join(cwd, 'council')))).toBe(withoutFirstLine(path));
  }
});
