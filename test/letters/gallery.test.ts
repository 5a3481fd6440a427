import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/languages/languages.ts';
import { GALLERY_EDITIONS } from '../support/gallery.ts';
import { inProcess } from '../support/in-process.ts';
import { temporaryFolder } from '../support/run-demarche.ts';

// The letters of the specimen have tests of their own; it has warnings about its pages.
const EDITIONS = GALLERY_EDITIONS.filter(({ name }) => name !== 'open-letter');

describe('a campaign of the gallery, as init writes it, has no fault and no warning, and its letters are made', () => {
  test.each(EDITIONS)('$name in $language', async ({ name, language }) => {
    const cwd = temporaryFolder();
    const begun = await inProcess(cwd, ['init', 'new', '--from', name, '--language', language]);
    for (const options of [[], ['--strict']]) {
      const validated = await inProcess(cwd, ['validate', '-C', 'new', ...options]);
      expect([validated.code, validated.out + validated.err]).toEqual([
        0,
        expect.stringContaining('0 faults, 0 warnings'),
      ]);
    }
    const generated = await inProcess(cwd, ['generate', '-C', 'new']);
    expect([generated.code, generated.err]).toEqual([
      0,
      expect.stringMatching(/^\d letters: \d files written[^\n]*\n$/u),
    ]);
    const [, page = ''] = /^page {2}(.+)$/mu.exec(begun.out) ?? [];
    expect(existsSync(join(cwd, page))).toBe(true);
  });
});

test('the gallery has the plain letter in each language of the product', () => {
  const languages = GALLERY_EDITIONS.filter(({ name }) => name === 'letter').map(({ language }) => language);
  expect(languages.toSorted()).toEqual(LANGUAGES.toSorted());
});
