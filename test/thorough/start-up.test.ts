import { describe, expect, test } from 'vitest';
import { listLoadedModules, modulesMatching } from '../support/loaded.ts';
import { temporaryFolder } from '../support/run-demarche.ts';

const CAMPAIGN = 'test/golden/good-campaign';

/** All of standard error, so that V8 does not warn of unknown flags either. */
const SUMMARY = '3 letters: 3 files written, 0 unchanged; 0 recipients skipped, 0 failed\n';

/** The packages that reading and merging need; families of small packages, as `mdast-…`, have one name. */
const LETTER_PACKAGES = ['commander', 'handlebars', 'mdast', 'micromark', 'unist', 'valibot', 'yaml'];
/** The packages that typesetting and writing PDF need. */
const PAGE_PACKAGES = [
  '@noble/ciphers',
  '@noble/hashes',
  'bidi-js',
  'harfbuzzjs',
  'hyphen',
  'linebreak',
  'pdfkit',
  'png-js',
];

/** Small dependencies of these packages, which the tests do not list: a dozen lines each, or tables. */
const SMALL_PACKAGES: ReadonlySet<string> = new Set(
  (
    '@commander-js/extra-typings base64-js character-entities decode-named-character-reference ' +
    'longest-streak tiny-inflate unicode-trie zwitch'
  ).split(' '),
);

function familiesOf(packages: readonly string[]): readonly string[] {
  const large = packages.filter((name) => !SMALL_PACKAGES.has(name));
  return [...new Set(large.map((name) => /^(?:mdast|micromark|unist)(?=-)/.exec(name)?.[0] ?? name))];
}

describe('the modules loaded', () => {
  test.each([
    ['letter', []],
    ['recipient', ['valibot', 'yaml']],
  ])('by completion of the names of a %s are those that read them', async (kind, packages) => {
    const run = await listLoadedModules(['complete', kind, '-C', CAMPAIGN]);
    expect([run.code, run.err, familiesOf(run.packages)]).toEqual([0, '', ['commander', ...packages]]);
  });

  test('by a run that writes Markdown include no fonts, no WebAssembly and no code for pages', async () => {
    const run = await listLoadedModules(['generate', '-C', CAMPAIGN, '-o', temporaryFolder(), '--to', 'md']);
    expect([run.code, run.err]).toEqual([0, SUMMARY]);
    expect(familiesOf(run.packages)).toEqual([...LETTER_PACKAGES, 'markdown-table'].toSorted());
    expect(modulesMatching(run.modules, /^(?:fonts|layout)\//)).toEqual([
      'fonts/damaged-font',
      'fonts/kept-fonts',
      'fonts/lazy-fonts',
      'layout/typesetters',
    ]);
    expect(modulesMatching(run.modules, /^formats\//)).toEqual([
      'formats/formats',
      'formats/markdown/markdown-nodes',
      'formats/markdown/print-markdown',
      'formats/markdown/unsafe-in-gfm',
      'formats/markdown/write-markdown',
    ]);
    expect(run.builtins).not.toContain('node:zlib');
    expect(run.files.length).toBeLessThan(65);
  });

  test('by a run that writes PDF also include the code for pages and the hyphenation patterns of one language', async () => {
    const run = await listLoadedModules(['generate', '-C', CAMPAIGN, '-o', temporaryFolder(), '--to', 'pdf']);
    expect([run.code, run.err]).toEqual([0, SUMMARY]);
    expect(familiesOf(run.packages)).toEqual([...LETTER_PACKAGES, ...PAGE_PACKAGES].toSorted());
    expect(run.files.filter((file) => file.includes('en-gb'))).toHaveLength(1);
    expect(run.files.filter((file) => /\/(?:fr|es|de-1996)-/.test(file))).toEqual([]);
    // What several formats share, and the preview with them, is in files of its own, of 700 to 7,000 bytes.
    expect(run.files.length).toBeLessThan(80);
  });
});
