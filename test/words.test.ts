import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'rolldown/utils';
import { describe, expect, test } from 'vitest';

/** A word of the table "Given up" in docs/words.md, and where it is refused. */
interface GivenUp {
  readonly word: string;
  readonly inNames: boolean;
  readonly inProse: boolean;
}

/** A source file with the names in its code and in its path, and its comments. */
interface Source {
  readonly file: string;
  readonly names: readonly string[];
  readonly comments: readonly string[];
  /** Functions, types and classes that are declared at the top level. */
  readonly declared: readonly string[];
}

const GLOSSARY = readFileSync('docs/words.md', 'utf8');
const GIVEN_UP = givenUpIn(GLOSSARY);
const SOURCES = filesBelow('src', '.ts').map((file) => sourceOf(file, readFileSync(file, 'utf8')));
const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'bench/README.md',
  'src/README.md',
  ...filesBelow('docs', '.md').filter((file) => file !== join('docs', 'words.md')),
];

function filesBelow(folder: string, ending: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
    .toSorted();
}

function givenUpIn(glossary: string): readonly GivenUp[] {
  const rows = glossary.slice(glossary.indexOf('## Given up')).match(/^\|(?! Given up| -).*\|$/gm) ?? [];
  return rows.flatMap((row) => {
    const [words = '', where = ''] = row
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    if (!['names', 'prose', 'both'].includes(where)) throw new Error(`docs/words.md: no such column: ${row}`);
    return words.split(', ').map((word) => ({ word, inNames: where !== 'prose', inProse: where !== 'names' }));
  });
}

function sourceOf(file: string, text: string): Source {
  const { program, comments, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} could not be parsed`);
  const names = new Set<string>([file]);
  const collect = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('type' in node && node.type === 'Identifier' && 'name' in node) names.add(String(node.name));
    for (const child of Object.values(node)) collect(child);
  };
  collect(program);
  const declared = program.body.flatMap((statement) => {
    const { type } = statement;
    const declaration = type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    return declaration !== null && 'id' in declaration && declaration.id !== null && 'name' in declaration.id
      ? [String(declaration.id.name)]
      : [];
  });
  return { file, names: [...names], comments: comments.map(({ value }) => value), declared };
}

/** Splits a name into lower-case words: `lineStart`, `LINE_START` and `line-start` are two each. */
function wordsOfName(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/);
}

function refusedNames(names: readonly string[]): readonly string[] {
  const refused = new Set(GIVEN_UP.filter(({ inNames }) => inNames).map(({ word }) => word));
  return names.filter((name) => wordsOfName(name).some((word) => refused.has(word)));
}

/** The given-up words that prose contains. Text that is set as code is not prose. */
function refusedProse(prose: string): readonly string[] {
  const plain = prose.replaceAll(/```[^]*?```|`[^`]*`/g, '').replaceAll(/\s+(?:\*\s+)?/g, ' ');
  return GIVEN_UP.filter(({ word, inProse }) => inProse && new RegExp(`\\b${word}\\b`, 'i').test(plain)).map(
    ({ word }) => word,
  );
}

/** Whether a comment contains a question. */
function containsQuestion(comment: string): boolean {
  return /\w\?(?:\s|$)/.test(comment.replaceAll(/`[^`]*`|"[^"]*"/g, ''));
}

test('the glossary lists words that were given up', () => {
  expect(GIVEN_UP.length).toBeGreaterThan(20);
  expect(GIVEN_UP.filter(({ inNames }) => inNames).length).toBeGreaterThan(5);
  expect(GIVEN_UP.filter(({ inProse }) => inProse).length).toBeGreaterThan(15);
});

test('the names, comments and declarations of sources are found', () => {
  expect(SOURCES.length).toBeGreaterThan(250);
  expect(SOURCES.flatMap(({ comments }) => comments).length).toBeGreaterThan(2000);
  expect(
    sourceOf(
      'a-file.ts',
      '/** What it is. */ export function oneName(): number { const twoNames = 1; return twoNames; }',
    ),
  ).toEqual({
    file: 'a-file.ts',
    names: ['a-file.ts', 'oneName', 'twoNames'],
    comments: ['* What it is. '],
    declared: ['oneName'],
  });
});

describe('contains no word that was given up', () => {
  test.each(SOURCES)('$file', ({ names, comments }) => {
    expect(refusedNames(names)).toEqual([]);
    expect(comments.flatMap(refusedProse)).toEqual([]);
  });

  test.each(DOCUMENTS)('%s', (document) => {
    const prose = readFileSync(document, 'utf8');
    expect(prose.length).toBeGreaterThan(200);
    expect(refusedProse(prose)).toEqual([]);
  });

  test('which would be detected in a name and across a line break, but not in code', () => {
    expect(refusedNames(['lastPiece', 'pieceworker', 'PIECE_SIZE', 'src/run/ledger.ts'])).toEqual([
      'lastPiece',
      'PIECE_SIZE',
      'src/run/ledger.ts',
    ]);
    expect(refusedProse('* Made of what was put\n * together by `somebody`.')).toEqual(['put together']);
  });
});

describe('top-level names', () => {
  test('are unique among functions, types and classes', () => {
    // Every command has a `run`, which its definition imports.
    const all = SOURCES.flatMap(({ file, declared }) => [...new Set(declared)].map((name) => ({ file, name })));
    const declarations = all.filter(({ file, name }) => !(name === 'run' && /^src.commands./.test(file)));
    const files = new Map<string, string[]>();
    for (const { file, name } of declarations) files.set(name, [...(files.get(name) ?? []), file]);
    expect(files.size).toBeGreaterThan(1000);
    expect([...files].filter(([, places]) => places.length > 1)).toEqual([]);
  });
});

test('no comment is a question', () => {
  const questions = SOURCES.flatMap(({ file, comments }) =>
    comments.filter(containsQuestion).map((comment) => `${file}: ${comment.trim()}`),
  );
  expect(questions).toEqual([]);
  expect(containsQuestion('* Is it one line? ')).toBe(true);
  expect(containsQuestion('* The pattern `a?` is optional. ')).toBe(false);
});
