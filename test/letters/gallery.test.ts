import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/languages/languages.ts';
import { GALLERY_EDITIONS } from '../support/gallery.ts';
import { inProcess } from '../support/in-process.ts';
import { temporaryFolder } from '../support/run-demarche.ts';

// The letters of the specimen have tests of their own; it has warnings about its pages.
const EDITIONS = GALLERY_EDITIONS.filter(({ name }) => name !== 'open-letter');

describe('a campaign of the gallery, as init writes it, has no fault and no warning', () => {
  test.each(EDITIONS)('$name in $language', async ({ name, language }) => {
    const cwd = temporaryFolder();
    await inProcess(cwd, ['init', 'new', '--from', name, '--language', language]);
    const { code, out, err } = await inProcess(cwd, ['validate', '--strict', '-C', 'new']);
    expect([code, out + err]).toEqual([0, expect.stringContaining('0 faults, 0 warnings')]);
  });
});

test('the gallery has the plain letter in each language of the product', () => {
  const languages = GALLERY_EDITIONS.filter(({ name }) => name === 'letter').map(({ language }) => language);
  expect(languages.toSorted()).toEqual(LANGUAGES.toSorted());
});
