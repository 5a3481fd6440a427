import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Everything in a document that is set as code and looks like a file or a folder of this repository. */
function pathsIn(document: string, base: string): readonly string[] {
  const text = readFileSync(document, 'utf8');
  const named = [...text.matchAll(/`((?:[\w.-]+\/)+[\w.-]*|[\w-]+\.(?:ts|md|json))`/g)].map(([, path]) => path ?? '');
  const linked = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path]) => path ?? '');
  return [
    ...named.map((path) => join(existsSync(path) ? '.' : base, path)),
    ...linked.map((path) => posix.join(posix.dirname(document), path)),
  ];
}

describe('what a document names is there', () => {
  test.each([
    ['README.md', '.', 5],
    ['SECURITY.md', '.', 9],
    ['CONTRIBUTING.md', 'src', 7],
    ['src/README.md', 'src', 20],
    ['docs/typography.md', '.', 3],
  ])('%s', (document, base, atLeast) => {
    const paths = pathsIn(document, base);
    expect(paths.length).toBeGreaterThanOrEqual(atLeast);
    const elsewhere = ['out/', 'dist/', join('src', 'dist/')];
    expect(paths.filter((path) => !existsSync(path) && !elsewhere.some((folder) => path.startsWith(folder)))).toEqual(
      [],
    );
  });

  test('the map of the source has every part of it', () => {
    const map = readFileSync('src/README.md', 'utf8');
    for (const part of [
      'model/',
      'languages/',
      'world.ts',
      'load/',
      'validate/',
      'select/',
      'template/',
      'merge/',
      'fonts/',
      'layout/',
      'formats/',
      'run/',
      'commands/',
      'report/',
      'cli/',
      'index.ts',
    ]) {
      expect(map).toContain(`| \`${part}\``);
    }
  });
});

test('no document or source names a machine’s paths, a registry’s host or a workplace', () => {
  const { files } = JSON.parse(readFileSync('package.json', 'utf8')) as { files: string[] };
  expect(files).toContain('dist');
  for (const document of [
    'README.md',
    'SECURITY.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'docs/campaign.md',
    'docs/view.md',
    'NOTICE',
    'package.json',
    'package-lock.json',
    '.ci/run',
  ]) {
    expect(readFileSync(document, 'utf8')).not.toMatch(/\/work\/|\/root\/|\/home\/|registry\.|"resolved"/);
  }
});
