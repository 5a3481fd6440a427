import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Who may import whom. A part is a folder or a file directly under src/; `npm:` and `node:` name what is outside. */
// The names of mdast's nodes, for the two stages that hand its trees to its tools. Types only.
const MDAST_TYPES = 'npm:mdast';
const STAGES = ['clearance', 'load', 'validate', 'select', 'merge', 'fonts', 'typeset', 'write'];
const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  world: ['model'],
  load: ['model', 'world', 'npm:yaml', 'npm:csv-parse'],
  validate: ['model', 'npm:valibot'],
  clearance: ['model', 'node:crypto'],
  select: ['model'],
  merge: ['model', 'npm:handlebars', 'npm:mdast-util-from-markdown', MDAST_TYPES],
  fonts: ['model', 'npm:harfbuzzjs'],
  typeset: ['model', 'fonts', 'npm:bidi-js', 'npm:linebreak', 'npm:hyphen'],
  write: [
    'model',
    'fonts',
    MDAST_TYPES,
    'npm:mdast-util-to-markdown',
    'npm:mdast-util-gfm-footnote',
    'npm:pdfkit',
    'node:zlib',
    'node:crypto',
  ],
  pipeline: ['model', 'world', ...STAGES],
  run: ['model', 'world', 'validate', 'pipeline', 'node:crypto'],
  report: ['model'],
  commands: [
    'model',
    'world',
    'load',
    'validate',
    'clearance',
    'merge',
    'pipeline',
    'run',
    'report',
    'cli',
    'node:path',
  ],
  index: ['model', 'world', 'load', 'pipeline', 'run', 'commands'],
  cli: [
    'model',
    'world',
    'load',
    'validate',
    'pipeline',
    'run',
    'report',
    'commands',
    'npm:commander',
    'npm:@commander-js/extra-typings',
    'node:*',
  ],
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));

function partOf(file: string): string {
  return (file.split('/')[0] ?? '').replace(/\.ts$/, '');
}

/** Every specifier: static, type-only, for its effect, late, in a type, re-exported. The formatter guarantees the quotes. */
function specifiersOf(text: string): readonly string[] {
  const fixed = text.matchAll(/^(?:import|export)\b[^;]*?\bfrom '([^']+)'/gm);
  const bare = text.matchAll(/^import '([^']+)'/gm);
  const late = text.matchAll(/\bimport\(\s*'([^']+)'/g);
  return [...fixed, ...bare, ...late].map((match) => match[1] ?? '');
}

function target(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return partOf(posix.join(posix.dirname(from), specifier));
  if (specifier.startsWith('node:')) return specifier;
  const [scope, name] = specifier.split('/');
  return `npm:${scope?.startsWith('@') ? `${scope}/${name}` : scope}`;
}

function forbidden(file: string, text: string): readonly string[] {
  const allowed = [partOf(file), ...(MAY_IMPORT[partOf(file)] ?? [])];
  return specifiersOf(text)
    .map((specifier) => target(file, specifier))
    .filter((part) => !allowed.includes(part) && !(part.startsWith('node:') && allowed.includes('node:*')));
}

/** The files of `src` that a file imports. */
function sourcesOf(file: string): readonly string[] {
  return specifiersOf(readFileSync(posix.join('src', file), 'utf8'))
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => posix.join(posix.dirname(file), specifier));
}

/** A circle among the nodes that can be reached from one of them, as far as there is one. */
function circleFrom(
  node: string,
  next: (node: string) => readonly string[],
  path: readonly string[] = [],
  done = new Set<string>(),
): readonly string[] | undefined {
  if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
  if (done.has(node)) return undefined;
  done.add(node);
  for (const target of next(node)) {
    const circle = circleFrom(target, next, [...path, node], done);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

describe('the arrows', () => {
  test('every part of src is on the map, and every part of the map is in src', () => {
    expect(new Set(files.map(partOf))).toEqual(new Set(Object.keys(MAY_IMPORT)));
  });

  test('the map was followed in more than a handful of files', () => {
    expect(files.length).toBeGreaterThan(60);
    expect(files.flatMap((file) => specifiersOf(readFileSync(posix.join('src', file), 'utf8'))).length).toBeGreaterThan(
      200,
    );
  });

  test.each(files)('%s imports only what its part may', (file) => {
    expect(forbidden(file, readFileSync(posix.join('src', file), 'utf8'))).toEqual([]);
  });

  test.each([
    ['a stage that sees another stage', 'typeset/x.ts', "import { merge } from '../merge/merge-letter.ts';"],
    ['a type of another stage', 'select/x.ts', "import type { View } from '../merge/view.ts';"],
    ['a library outside its home', 'load/x.ts', "import Handlebars from 'handlebars';"],
    ['the disk in the core', 'run/x.ts', "import { readFile } from 'node:fs/promises';"],
    ['a late import of the shell', 'pipeline.ts', "await import('./cli/main.ts');"],
    ['an import for its effect', 'model/x.ts', "import 'yaml';"],
    ['a re-export', 'index.ts', "export { merge } from './merge/merge-letter.ts';"],
    ['an import over several lines', 'select/x.ts', "import {\n  a,\n  b,\n} from '../run/x.ts';"],
  ])('would catch %s', (_, file, text) => {
    expect(forbidden(file, text)).toHaveLength(1);
  });
});

describe('commands', () => {
  const EDGE = /^commands\/(?:commands|[\w-]+\/(?:command|run(?:-[\w-]+)?))\.ts$/;
  const inFolders = files.filter((file) => file.startsWith('commands/'));
  const folderOf = (file: string): string | undefined => /^commands\/([\w-]+)\//.exec(file)?.[1];

  test('work and text import nothing of cli/', () => {
    const work = inFolders.filter((file) => !EDGE.test(file));
    expect(work.length).toBeGreaterThan(20);
    expect(work.filter((file) => sourcesOf(file).some((source) => source.startsWith('cli/')))).toEqual([]);
  });

  test('a definition imports, besides its run, the kit alone', () => {
    const definitions = inFolders.filter((file) => file.endsWith('/command.ts'));
    expect(definitions.length).toBeGreaterThan(12);
    for (const file of definitions) {
      const others = sourcesOf(file).filter((source) => folderOf(source) !== folderOf(file) || !EDGE.test(source));
      expect(new Set(others.map(partOf))).toEqual(new Set(['cli']));
    }
  });

  test('the kit knows commands by their table alone', () => {
    const known = files.filter((file) => file.startsWith('cli/')).flatMap(sourcesOf);
    expect(new Set(known.filter((source) => source.startsWith('commands/')))).toEqual(
      new Set(['commands/commands.ts']),
    );
  });

  test('no file of the command line, and no folder of a command, leads back to itself', () => {
    const ours = [...inFolders, ...files.filter((file) => file.startsWith('cli/'))];
    const among = (file: string): readonly string[] => sourcesOf(file).filter((source) => ours.includes(source));
    expect(ours.flatMap((file) => circleFrom(file, among) ?? [])).toEqual([]);
    const folders = new Set(inFolders.flatMap((file) => folderOf(file) ?? []));
    const beside = (folder: string): readonly string[] =>
      inFolders
        .filter((file) => folderOf(file) === folder)
        .flatMap(sourcesOf)
        .flatMap((source) => folderOf(source) ?? [])
        .filter((other) => other !== folder);
    expect([...folders].flatMap((folder) => circleFrom(folder, beside) ?? [])).toEqual([]);
  });
});
