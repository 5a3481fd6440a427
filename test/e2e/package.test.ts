import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../support/run-demarche.ts';

/** What npm would pack. */
interface PackedPackage {
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

/** The text of a document without its code, in which brackets are no links. */
function withoutCode(document: string): string {
  return readFileSync(posix.join(ROOT, document), 'utf8').replace(/^```.*?^```$|`(?!\[)[^`\n]*`/gmsu, '');
}

describe('the package', () => {
  let packed: PackedPackage = { size: 0, files: [] };
  let paths: ReadonlySet<string> = new Set();
  beforeAll(() => {
    const out = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    const [first] = JSON.parse(out) as PackedPackage[];
    packed = first ?? packed;
    paths = new Set(packed.files.map(({ path }) => path));
    // Starting npm takes long on a busy machine.
  }, 60_000);

  test('has every file and folder that a link in its documents leads to', () => {
    const documents = [...paths].filter((path) => /^(?:[^/]+|(?:docs|src)\/.*)\.md$/.test(path));
    expect(documents).toEqual(expect.arrayContaining(['README.md', 'docs/start.md', 'docs/decisions/README.md']));
    const links = documents.flatMap((document) =>
      [...withoutCode(document).matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)].map(([, link = '']) => ({
        document,
        path: posix.join(posix.dirname(document), link),
      })),
    );
    expect(links.length).toBeGreaterThan(30);
    const isPacked = (path: string): boolean => [...paths].some((file) => file === path || file.startsWith(`${path}/`));
    // The pictures of pages are larger than all documents, and each has words that stand for it.
    const isLeftOut = (path: string): boolean => path.startsWith('docs/pictures/pages/');
    expect(links.filter(({ path }) => !isPacked(path) && !isLeftOut(path))).toEqual([]);
    expect([...paths].filter(isLeftOut)).toEqual([]);
  });

  test('has the program, its declarations, the sample and the schemas, but no source, test or build script', () => {
    for (const path of [
      'bin/demarche.js',
      'dist/program/main.cjs',
      'dist/program/LICENCES.txt',
      'dist/types/index.d.ts',
      'man/demarche.1',
      'schema/profiles.json',
      'templates/open-letter/letter.yaml',
      'recipients/states.yaml',
      'docs/many-letters/slurm.sh',
    ]) {
      expect(paths).toContain(path);
    }
    expect([...paths].filter((path) => /^(?:test|build|bench)\/|^src\/.*\.ts$/.test(path))).toEqual([]);
  });

  test('has the declarations that the public API needs, and no others', () => {
    const declarations = [...paths].filter((path) => path.endsWith('.d.ts'));
    const needed = declarations.flatMap((file) =>
      [...readFileSync(posix.join(ROOT, file), 'utf8').matchAll(/'(\.[^']+)\.ts'/gu)].map(([, path = '']) =>
        posix.join(posix.dirname(file), `${path}.d.ts`),
      ),
    );
    expect([...new Set([...needed, 'dist/types/index.d.ts'])].toSorted()).toEqual(declarations.toSorted());
    expect(declarations).toContain('dist/types/model/recipient.d.ts');
    expect(declarations).not.toContain('dist/types/validate/validate-campaign.d.ts');
  });

  // The program with its libraries takes 1.3 MB of it, its source maps 0.5 MB, and all that is to be read 0.1 MB.
  test('is smaller than 2.2 MB', () => {
    expect(packed.size).toBeGreaterThan(500_000);
    expect(packed.size).toBeLessThan(2_200_000);
  });
});
