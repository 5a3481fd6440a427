import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXPLAINED_CODES } from '../src/report/explained-codes.ts';

/**
 * The paths in a document: code spans that look like a file or a folder of this repository, and links. The codes of
 * faults, which have a slash too, are none.
 */
function pathsIn(document: string, base: string): readonly string[] {
  const text = readFileSync(document, 'utf8');
  const named = [...text.matchAll(/`((?:[\w.-]+\/)+[\w.-]*|[\w-]+\.(?:ts|md|json))`/g)]
    .map(([, path]) => path ?? '')
    .filter((path) => !(path in EXPLAINED_CODES));
  const linked = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path]) => path ?? '');
  return [
    ...named.map((path) => join(existsSync(path) ? '.' : base, path)),
    ...linked.map((path) => posix.join(posix.dirname(document), path)),
  ];
}

describe('the paths in a document exist', () => {
  test.each([
    ['README.md', '.', 5],
    ['SECURITY.md', '.', 9],
    ['CONTRIBUTING.md', 'src', 7],
    ['src/README.md', 'src', 20],
    ['docs/typography.md', '.', 3],
    ['docs/decisions/007-equal-parts-are-one-value.md', 'src', 15],
  ])('%s', (document, base, atLeast) => {
    const paths = pathsIn(document, base);
    expect(paths.length).toBeGreaterThanOrEqual(atLeast);
    const builtFolders = ['out/', 'dist/', join('src', 'dist/')];
    expect(
      paths.filter((path) => !existsSync(path) && !builtFolders.some((folder) => path.startsWith(folder))),
    ).toEqual([]);
  });

  test('the table of src/README.md has every part of src', () => {
    const readme = readFileSync('src/README.md', 'utf8');
    const parts = readdirSync('src', { withFileTypes: true })
      .filter(({ name }) => name !== 'README.md')
      .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
    expect(parts.length).toBeGreaterThan(20);
    for (const part of parts) expect(readme).toContain(`| \`${part}\``);
  });
});

/** The documents of this repository, apart from those of tests. */
const DOCUMENTS = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  'src/README.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** The anchors of a document's headings, as forges make them (GitHub's rule: letters, digits, hyphens for spaces). */
function anchorsIn(document: string): ReadonlySet<string> {
  const prose = readFileSync(document, 'utf8').replaceAll(/^```.*?^```$/gmsu, '');
  const headings = prose.match(/^#{1,6} .*$/gm) ?? [];
  return new Set(
    headings.map((heading) =>
      heading
        .replace(/^#+ /, '')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{M}\p{N}_ -]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

describe('the links of a document lead to files of this repository, and to headings in them', () => {
  test.each(DOCUMENTS)('%s', (document) => {
    const text = readFileSync(document, 'utf8')
      .replaceAll(/^```.*?^```$/gmsu, '')
      .replaceAll(/`[^`\n]+`/g, '');
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, link = '']) => link)
      .filter((link) => !/^\w+:/.test(link));
    const broken = links.filter((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? document : posix.join(posix.dirname(document), path);
      return !existsSync(target) || (anchor !== undefined && !anchorsIn(target).has(anchor));
    });
    expect(broken).toEqual([]);
  });

  test('and there are more than fifty', () => {
    const all = DOCUMENTS.map((document) => readFileSync(document, 'utf8').match(/\]\([^):]+\)/g)?.length ?? 0);
    expect(all.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(50);
  });
});

test('docs/README.md lists every document and every folder in docs', () => {
  const listed = readFileSync('docs/README.md', 'utf8');
  const entries = readdirSync('docs', { withFileTypes: true }).filter(({ name }) => name !== 'README.md');
  expect(entries.length).toBeGreaterThan(10);
  const missing = entries
    .map((entry) => `\`${entry.name}${entry.isDirectory() ? '/' : ''}\``)
    .filter((name) => !listed.includes(name));
  expect(missing).toEqual([]);
});

test('no document contains the path of a machine or the host of a registry', () => {
  const others = ['README.md', 'SECURITY.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'NOTICE', 'Dockerfile', 'action.yml'];
  const settings = ['package.json', 'package-lock.json', '.ci/run', '.pre-commit-hooks.yaml'];
  const inFolders = ['docs', 'build', 'test/installs'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:md|ya?ml|json|sh|mjs|ts)$/.test(name))
      .map((name) => join(folder, name)),
  );
  expect(inFolders.length).toBeGreaterThan(30);
  for (const document of [...others, ...settings, ...inFolders]) {
    expect(readFileSync(document, 'utf8')).not.toMatch(/\/work\/|\/root\/|\/home\/|registry\.|"resolved"/);
  }
});
