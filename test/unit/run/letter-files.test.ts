import { describe, expect, test } from 'vitest';
import { coverLetter, letterFileNames, readLetterFileName, recordedFilesIn } from '../../../src/run/letter-files.ts';
import type { FileRecord } from '../../../src/run/manifest.ts';

describe('the name of a file', () => {
  test.each([
    ['a.en.md', { id: 'a', language: 'en', format: 'md' }],
    ['a.en.2.svg', { id: 'a', language: 'en', page: 2, format: 'svg' }],
    ['x.en.1.en.1.svg', { id: 'x.en.1', language: 'en', page: 1, format: 'svg' }],
    ['x.en.1.pt-BR.12.svg', { id: 'x.en.1', language: 'pt-BR', page: 12, format: 'svg' }],
    ['x.1.svg.en.pdf', { id: 'x.1.svg', language: 'en', format: 'pdf' }],
  ])('%s says what it is of', (name, expected) => {
    expect(readLetterFileName(name)).toEqual({ name, page: undefined, ...expected });
  });

  test.each(['a.en.svg', 'a.en.0.svg', 'a.en.01.svg', 'a.en.2.md', 'a.en.x.svg', 'a.2.svg', '.en.1.svg', 'a.en.1.png'])(
    '%s is that of no letter',
    (name) => {
      expect(readLetterFileName(name)).toBeUndefined();
    },
  );

  test('has one reading, for ids with full stops and numbers too', () => {
    const ids = ['a', 'a.en', 'a.en.1', 'a.1', 'a.en.1.en', '1'];
    const letters = ids.flatMap((id) => ['en', 'fr'].map((language) => ({ id, language })));
    const named = letters.flatMap((letter) =>
      (['md', 'pdf', 'svg'] as const).flatMap((format) =>
        letterFileNames(letter, format, 11).map((name) => ({ name, format, ...letter })),
      ),
    );
    expect(named.length).toBe(letters.length * 13);
    expect(new Set(named.map(({ name }) => name)).size).toBe(named.length);
    for (const { name, ...file } of named) expect(readLetterFileName(name)).toMatchObject(file);
  });
});

describe('the recorded files of a letter', () => {
  const fileRecord = (name: string, pages?: number): FileRecord => ({
    name,
    inputs: '',
    bytes: '',
    words: '',
    layout: null,
    trace: null,
    ...(pages === undefined ? {} : { pages }),
  });
  const recordOf = (...files: readonly FileRecord[]) => ({ id: 'a', language: 'en', wordings: [], files });

  test('in a format are by page', () => {
    const names = ['a.en.1.svg', 'a.en.10.svg', 'a.en.2.svg', 'a.en.md', 'a.fr.3.svg', 'b.en.3.svg'];
    const record = recordOf(...names.map((name) => fileRecord(name, 3)));
    expect(recordedFilesIn(record, 'svg').map(({ name }) => name)).toEqual(['a.en.1.svg', 'a.en.2.svg', 'a.en.10.svg']);
    expect(recordedFilesIn(record, 'md').map(({ name }) => name)).toEqual(['a.en.md']);
    expect(recordedFilesIn(record, 'pdf')).toEqual([]);
  });

  test.each([
    ['all pages', [fileRecord('a.en.1.svg', 2), fileRecord('a.en.2.svg', 2)], true],
    ['a page less', [fileRecord('a.en.1.svg', 2)], false],
    ['a page more', [fileRecord('a.en.1.svg', 1), fileRecord('a.en.2.svg', 2)], false],
    ['no page', [], false],
    ['a page that does not say of how many', [fileRecord('a.en.1.svg')], false],
  ])('cover the letter only if they are all pages: %s', (_, files, expected) => {
    expect(coverLetter(files, 'svg')).toBe(expected);
  });
});
