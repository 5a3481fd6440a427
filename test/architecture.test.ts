import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';

// The types of mdast's nodes, for the two stages that pass its trees to its utilities.
const MDAST_TYPES = 'npm:mdast';
// languages/ loads its hyphenation patterns; layout/ calls its function that hyphenates words.
const HYPHEN = 'npm:hyphen';
const STAGES = [
  'clearance',
  'load',
  'validate',
  'select',
  'template',
  'merge',
  'pictures',
  'fonts',
  'layout',
  'formats',
];
/**
 * What each part of src/ may import. A part is a folder or a file directly in src/; `npm:` and `node:` are prefixes of
 * packages and of built-in modules of Node.
 */
const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  languages: ['model', HYPHEN],
  world: ['model'],
  load: ['model', 'world', 'npm:yaml', 'npm:csv-parse', 'npm:yauzl', 'npm:saxes', 'node:zlib'],
  validate: ['model', 'languages', 'npm:valibot'],
  clearance: ['model', 'languages', 'node:crypto'],
  select: ['model'],
  template: [
    'model',
    'languages',
    'npm:handlebars',
    'npm:mdast-util-from-markdown',
    'npm:micromark-extension-gfm-autolink-literal',
    'npm:micromark-extension-gfm-table',
    MDAST_TYPES,
  ],
  merge: ['model', 'languages', 'template'],
  pictures: ['model', 'node:zlib', 'node:crypto'],
  fonts: ['model', 'npm:harfbuzzjs'],
  layout: ['model', 'languages', 'fonts', 'npm:bidi-js', 'npm:linebreak', HYPHEN],
  formats: [
    'model',
    'languages',
    'fonts',
    MDAST_TYPES,
    'npm:mdast-util-to-markdown',
    'npm:mdast-util-gfm-footnote',
    'npm:mdast-util-gfm-table',
    'npm:pdfkit',
    'node:zlib',
    'node:crypto',
  ],
  mail: ['model', 'formats', 'npm:nodemailer', 'node:crypto'],
  plan: ['model', 'clearance', 'template', 'fonts', 'layout', 'formats'],
  pipeline: ['model', 'world', 'plan', ...STAGES],
  run: ['model', 'world', 'validate', 'plan', 'pipeline', 'node:crypto'],
  report: ['model'],
  commands: [
    'model',
    'languages',
    'world',
    'load',
    'validate',
    'clearance',
    'select',
    'template',
    'merge',
    'mail',
    'plan',
    'pipeline',
    'run',
    'report',
    'cli',
    'node:path',
  ],
  index: ['model', 'world', 'load', 'plan', 'pipeline', 'run', 'commands', 'cli'],
  cli: [
    'model',
    'world',
    'load',
    'validate',
    'plan',
    'pipeline',
    'run',
    'report',
    'npm:commander',
    'npm:@commander-js/extra-typings',
    'npm:@clack/prompts',
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

/**
 * The specifiers of all imports: static, type-only, for side effects, dynamic, in a type, and of re-exports. The
 * formatter guarantees single quotes.
 */
function specifiersOf(text: string): readonly string[] {
  const staticImports = text.matchAll(/^(?:import|export)\b[^;]*?\bfrom '([^']+)'/gm);
  const sideEffectImports = text.matchAll(/^import '([^']+)'/gm);
  const dynamicImports = text.matchAll(/\bimport\(\s*'([^']+)'/g);
  return [...staticImports, ...sideEffectImports, ...dynamicImports].map((match) => match[1] ?? '');
}

/** The part of src/, the package or the built-in module that a specifier refers to. */
function importedPart(importer: string, specifier: string): string {
  if (specifier.startsWith('.')) return partOf(posix.join(posix.dirname(importer), specifier));
  if (specifier.startsWith('node:')) return specifier;
  const [scope, name] = specifier.split('/');
  return `npm:${scope?.startsWith('@') ? `${scope}/${name}` : scope}`;
}

function forbiddenImports(file: string, text: string): readonly string[] {
  const allowed = [partOf(file), ...(MAY_IMPORT[partOf(file)] ?? [])];
  return specifiersOf(text)
    .map((specifier) => importedPart(file, specifier))
    .filter((part) => !allowed.includes(part) && !(part.startsWith('node:') && allowed.includes('node:*')));
}

/** The files of src/ that a file imports, type-only imports included. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(posix.join('src', file), 'utf8');
  const relativeSpecifiers = specifiersOf(text).filter((specifier) => specifier.startsWith('.'));
  return relativeSpecifiers
    .map((specifier) => posix.join(posix.dirname(file), specifier))
    .filter((other) => files.includes(other));
}

/** The cycles of an import graph, each as the path from a file back to itself. */
function cyclesIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
    if (path.includes(file) || done.has(file)) return;
    for (const other of graph.get(file) ?? []) visit(other, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return cycles;
}

describe('import cycles', () => {
  test('do not exist, not even through type-only imports', () => {
    const graph = new Map(files.map((file) => [file, importsOf(file)]));
    expect([...graph.values()].flat().length).toBeGreaterThan(500);
    expect(cyclesIn(graph)).toEqual([]);
  });

  test('are detected through any number of files', () => {
    const [a, b, c, d] = ['a.ts', 'b.ts', 'c.ts', 'd.ts'] as const;
    expect(
      cyclesIn(
        new Map([
          [a, [b]],
          [b, [c]],
          [c, [d, b]],
          [d, []],
        ]),
      ),
    ).toEqual(['b.ts -> c.ts -> b.ts']);
    expect(
      cyclesIn(
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

describe('imports between parts', () => {
  test('are declared for every part of src, and for no other', () => {
    expect(new Set(files.map(partOf))).toEqual(new Set(Object.keys(MAY_IMPORT)));
  });

  test('are checked in more than 60 files, with more than 200 imports', () => {
    expect(files.length).toBeGreaterThan(60);
    expect(files.flatMap((file) => specifiersOf(readFileSync(posix.join('src', file), 'utf8'))).length).toBeGreaterThan(
      200,
    );
  });

  test.each(files)('%s imports only what its part may import', (file) => {
    expect(forbiddenImports(file, readFileSync(posix.join('src', file), 'utf8'))).toEqual([]);
  });

  test.each([
    ['an import of another stage', 'layout/x.ts', "import { merge } from '../merge/merge-letter.ts';"],
    ['a type-only import of another stage', 'select/x.ts', "import type { View } from '../template/view.ts';"],
    ['a library in a part that may not import it', 'load/x.ts', "import Handlebars from 'handlebars';"],
    ['the file system in the core', 'run/x.ts', "import { readFile } from 'node:fs/promises';"],
    ['a dynamic import of cli/', 'pipeline.ts', "await import('./cli/main.ts');"],
    ['an import for side effects', 'model/x.ts', "import 'yaml';"],
    ['a re-export', 'index.ts', "export { merge } from './merge/merge-letter.ts';"],
    ['an import over several lines', 'select/x.ts', "import {\n  a,\n  b,\n} from '../run/x.ts';"],
  ])('would detect %s', (_, file, text) => {
    expect(forbiddenImports(file, text)).toHaveLength(1);
  });
});

/**
 * The subfolders ("rooms") of parts, each with the rooms of its part that it may import besides the files directly in
 * it.
 */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  'load/workbook': [],
  'layout/paragraph': [],
  'layout/blocks': ['layout/paragraph'],
  'layout/pages': ['layout/paragraph', 'layout/blocks'],
  'formats/html': [],
  'formats/markdown': [],
  'formats/pdf': ['formats/markdown'],
  'formats/svg': [],
  'formats/text': [],
  'run/shards': [],
};

describe('rooms', () => {
  test('import no room of their part except the declared ones', () => {
    let checkedFiles = 0;
    for (const [room, others] of Object.entries(ROOMS)) {
      for (const file of files.filter((each) => each.startsWith(`${room}/`))) {
        checkedFiles += 1;
        const rooms = importsOf(file)
          .map((other) => posix.dirname(other))
          .filter((other) => other in ROOMS && other !== room);
        expect(rooms.filter((other) => partOf(other) === partOf(room) && !others.includes(other))).toEqual([]);
      }
    }
    expect(checkedFiles).toBeGreaterThan(30);
  });
});

describe('commands', () => {
  /** The list of commands, and the definition and the run of each: the files that may import cli/. */
  const EDGE = /^commands\/(?:commands|[\w-]+\/(?:command|run(?:-[\w-]+)?))\.ts$/;
  const commandFiles = files.filter((file) => file.startsWith('commands/'));
  const commandOf = (file: string): string | undefined => /^commands\/([\w-]+)\//.exec(file)?.[1];

  test('import cli/ only in their definition and run', () => {
    const otherFiles = commandFiles.filter((file) => !EDGE.test(file));
    expect(otherFiles.length).toBeGreaterThan(20);
    expect(otherFiles.filter((file) => importsOf(file).some((source) => source.startsWith('cli/')))).toEqual([]);
  });

  test('have a definition that imports only its run, cli/ and model/', () => {
    const definitions = commandFiles.filter((file) => file.endsWith('/command.ts'));
    expect(definitions.length).toBeGreaterThan(12);
    for (const file of definitions) {
      const others = importsOf(file).filter((other) => commandOf(other) !== commandOf(file) || !EDGE.test(other));
      expect(others.map(partOf)).toContain('cli');
      expect(others.filter((other) => !['cli', 'model'].includes(partOf(other)))).toEqual([]);
    }
  });

  test('have no import cycles between their folders', () => {
    const folders = new Set(commandFiles.flatMap((file) => commandOf(file) ?? []));
    const importedCommands = (folder: string): readonly string[] =>
      commandFiles
        .filter((file) => commandOf(file) === folder)
        .flatMap(importsOf)
        .flatMap((other) => commandOf(other) ?? [])
        .filter((other) => other !== folder);
    const graph = new Map([...folders].map((folder) => [folder, importedCommands(folder)]));
    expect([...graph.values()].flat().length).toBeGreaterThan(5);
    expect(cyclesIn(graph)).toEqual([]);
  });
});
