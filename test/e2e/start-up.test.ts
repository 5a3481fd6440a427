import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inProcess } from '../support/in-process.ts';
import { loadedBy } from '../support/loaded.ts';
import { ROOT, temporaryFolder } from '../support/run-demarche.ts';

const COMMANDS = readdirSync(join(ROOT, 'src/commands'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const CAMPAIGN = 'test/golden/good-campaign';

/** All that is said: nothing by an engine that does not know a flag, either. */
const WRITTEN = '3 letters: 3 files written, 0 unchanged; 0 recipients skipped, 0 failed\n';

/** What reading and merging takes, families of small packages under one name. */
const LETTERS = ['commander', 'handlebars', 'mdast', 'micromark', 'unist', 'valibot', 'yaml'];
const PAGES = ['@noble/ciphers', '@noble/hashes', 'bidi-js', 'harfbuzzjs', 'hyphen', 'linebreak', 'pdfkit', 'png-js'];

/** These come with others: a dozen lines each, or tables. */
const SMALL: ReadonlySet<string> = new Set(
  (
    '@commander-js/extra-typings base64-js character-entities decode-named-character-reference ' +
    'longest-streak tiny-inflate unicode-trie zwitch'
  ).split(' '),
);

function familiesOf(packages: readonly string[]): readonly string[] {
  const large = packages.filter((name) => !SMALL.has(name));
  return [...new Set(large.map((name) => /^(?:mdast|micromark|unist)(?=-)/.exec(name)?.[0] ?? name))];
}

function partsOf(modules: readonly string[], part: RegExp): readonly string[] {
  return modules.filter((name) => part.test(name));
}

describe('what is loaded', () => {
  test.each([
    ['--help', []],
    ['list --help', ['list']],
  ])(
    'by %s: commander, the kit and the definitions of all commands, but the run, work and text of none',
    async (_, command) => {
      const { code, err, modules, packages, builtins } = await loadedBy([...command, '--help']);
      expect([code, err]).toEqual([0, '']);
      expect(packages).toEqual(['@commander-js/extra-typings', 'commander']);
      expect(COMMANDS.length).toBeGreaterThan(12);
      expect(partsOf(modules, /^commands\//)).toEqual(
        ['commands/commands', ...COMMANDS.map((name) => `commands/${name}/command`)].toSorted(),
      );
      expect(partsOf(modules, /^(?!commands\/)/).join(' ')).toBe(
        'cli/define-command cli/main cli/options cli/package cli/process-shell cli/program cli/shell cli/system-error ' +
          'main model/artifact model/date report/neutralise',
      );
      expect(builtins).not.toContain('node:crypto');
      expect(builtins).not.toContain('node:v8');
    },
  );

  test('by a run with nothing to do: no library but that of the command line', async () => {
    const args = ['generate', '-C', CAMPAIGN, '-o', temporaryFolder(), '--to', 'md'];
    await inProcess(ROOT, args);
    const run = await loadedBy(args);
    expect([run.code, run.err]).toEqual([0, expect.stringContaining('0 files written, 3 unchanged')]);
    expect(run.packages).toEqual(['@commander-js/extra-typings', 'commander']);
  });

  test('by letters in Markdown: no fonts, no WebAssembly, nothing that sets or writes pages', async () => {
    const run = await loadedBy(['generate', '-C', CAMPAIGN, '-o', temporaryFolder(), '--to', 'md']);
    expect([run.code, run.err]).toEqual([0, WRITTEN]);
    expect(familiesOf(run.packages)).toEqual(LETTERS);
    expect(partsOf(run.modules, /^(?:fonts|layout)\//)).toEqual(['fonts/lazy-fonts', 'layout/typesetters']);
    expect(partsOf(run.modules, /^formats\//)).toEqual([
      'formats/format',
      'formats/formats',
      'formats/markdown/write-markdown',
    ]);
    expect(run.builtins).not.toContain('node:zlib');
    expect(run.files.length).toBeLessThan(45);
  });

  test('by letters in PDF: besides these what sets pages, and one language’s patterns', async () => {
    const run = await loadedBy(['generate', '-C', CAMPAIGN, '-o', temporaryFolder(), '--to', 'pdf']);
    expect([run.code, run.err]).toEqual([0, WRITTEN]);
    expect(familiesOf(run.packages)).toEqual([...LETTERS, ...PAGES].toSorted());
    expect(run.files.filter((file) => file.includes('en-gb'))).toHaveLength(1);
    expect(run.files.filter((file) => /\/(?:fr|es|de-1996)-/.test(file))).toEqual([]);
    expect(run.files.length).toBeLessThan(60);
  });
});
