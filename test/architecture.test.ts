import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Who may import whom. A part is a folder or a file directly under src/; `npm:` and `node:` name what is outside. */
// The names of mdast's nodes, for the two stages that hand its trees to its tools. Types only.
const MDAST_TYPES = 'npm:mdast';
// Its patterns belong to languages; the library that divides words by them, to setting.
const HYPHEN = 'npm:hyphen';
const STAGES = ['clearance', 'load', 'validate', 'select', 'template', 'merge', 'fonts', 'layout', 'formats'];
const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  languages: ['model', HYPHEN],
  world: ['model'],
  load: ['model', 'world', 'npm:yaml', 'npm:csv-parse'],
  validate: ['model', 'languages', 'npm:valibot'],
  clearance: ['model', 'node:crypto'],
  select: ['model'],
  template: ['model', 'languages', 'npm:handlebars', 'npm:mdast-util-from-markdown', MDAST_TYPES],
  merge: ['model', 'languages', 'template'],
  fonts: ['model', 'npm:harfbuzzjs'],
  layout: ['model', 'languages', 'fonts', 'npm:bidi-js', 'npm:linebreak', HYPHEN],
  formats: [
    'model',
    'languages',
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
    'languages',
    'world',
    'load',
    'validate',
    'clearance',
    'template',
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
    'npm:commander',
    'npm:@commander-js/extra-typings',
    'node:*',
  ],
  main: ['commands', 'cli'],
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

/** The files of src that a file imports, for their types too. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(posix.join('src', file), 'utf8');
  const own = specifiersOf(text).filter((specifier) => specifier.startsWith('.'));
  return own.map((specifier) => posix.join(posix.dirname(file), specifier)).filter((other) => files.includes(other));
}

/** The circles of a graph of imports, each as the files on the way from one back to itself. */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' -> '));
    if (way.includes(file) || done.has(file)) return;
    for (const other of graph.get(file) ?? []) visit(other, [...way, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return circles;
}

describe('the circles', () => {
  test('there is none, through types neither', () => {
    const graph = new Map(files.map((file) => [file, importsOf(file)]));
    expect([...graph.values()].flat().length).toBeGreaterThan(500);
    expect(circlesIn(graph)).toEqual([]);
  });

  test('would be found through any number of files', () => {
    const [a, b, c, d] = ['a.ts', 'b.ts', 'c.ts', 'd.ts'] as const;
    expect(
      circlesIn(
        new Map([
          [a, [b]],
          [b, [c]],
          [c, [d, b]],
          [d, []],
        ]),
      ),
    ).toEqual(['b.ts -> c.ts -> b.ts']);
    expect(
      circlesIn(
        new Map([
          [a, [b, c]],
          [b, [d]],
          [c, [d]],
          [d, []],
        ]),
      ),
    ).toEqual([]);
  });
});

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
    ['a stage that sees another stage', 'layout/x.ts', "import { merge } from '../merge/merge-letter.ts';"],
    ['a type of another stage', 'select/x.ts', "import type { View } from '../template/view.ts';"],
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

/** Rooms of a part, and the rooms of the same part that they may import; besides, what stands in the part itself. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  'layout/paragraph': [],
  'layout/blocks': ['layout/paragraph'],
  'layout/pages': ['layout/paragraph', 'layout/blocks'],
  'formats/markdown': [],
  'formats/pdf': ['formats/markdown'],
  'run/shards': [],
};

describe('rooms', () => {
  test('import no room of their part but those before them', () => {
    let looked = 0;
    for (const [room, others] of Object.entries(ROOMS)) {
      for (const file of files.filter((each) => each.startsWith(`${room}/`))) {
        looked += 1;
        const rooms = importsOf(file)
          .map((other) => posix.dirname(other))
          .filter((other) => other in ROOMS && other !== room);
        expect(rooms.filter((other) => partOf(other) === partOf(room) && !others.includes(other))).toEqual([]);
      }
    }
    expect(looked).toBeGreaterThan(30);
  });
});

describe('commands', () => {
  const EDGE = /^commands\/(?:commands|[\w-]+\/(?:command|run(?:-[\w-]+)?))\.ts$/;
  const inFolders = files.filter((file) => file.startsWith('commands/'));
  const folderOf = (file: string): string | undefined => /^commands\/([\w-]+)\//.exec(file)?.[1];

  test('work and text import nothing of cli/', () => {
    const work = inFolders.filter((file) => !EDGE.test(file));
    expect(work.length).toBeGreaterThan(20);
    expect(work.filter((file) => importsOf(file).some((source) => source.startsWith('cli/')))).toEqual([]);
  });

  test('a definition imports, besides its run, the kit and nouns alone', () => {
    const definitions = inFolders.filter((file) => file.endsWith('/command.ts'));
    expect(definitions.length).toBeGreaterThan(12);
    for (const file of definitions) {
      const others = importsOf(file).filter((other) => folderOf(other) !== folderOf(file) || !EDGE.test(other));
      expect(others.map(partOf)).toContain('cli');
      expect(others.filter((other) => !['cli', 'model'].includes(partOf(other)))).toEqual([]);
    }
  });

  test('no folder of a command leads back to itself', () => {
    const folders = new Set(inFolders.flatMap((file) => folderOf(file) ?? []));
    const beside = (folder: string): readonly string[] =>
      inFolders
        .filter((file) => folderOf(file) === folder)
        .flatMap(importsOf)
        .flatMap((other) => folderOf(other) ?? [])
        .filter((other) => other !== folder);
    const graph = new Map([...folders].map((folder) => [folder, beside(folder)]));
    expect([...graph.values()].flat().length).toBeGreaterThan(5);
    expect(circlesIn(graph)).toEqual([]);
  });
});
