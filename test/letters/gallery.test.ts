import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/languages/languages.ts';
import { GALLERY_EDITIONS } from '../support/gallery.ts';
import { inProcess } from '../support/in-process.ts';
import { temporaryFolder } from '../support/run-demarche.ts';

// The letters of the specimen have tests of their own; it has warnings about its pages. The plain letter in the other
// languages is validated in test/thorough/gallery.test.ts.
const EDITIONS = GALLERY_EDITIONS.filter(
  ({ name, language }) => name !== 'open-letter' && (name !== 'letter' || ['en', 'ar', 'el', 'pl'].includes(language)),
);

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

test('the lines that comments of the plain letter offer can be used without their #', async () => {
  const cwd = temporaryFolder();
  await inProcess(cwd, ['init']);
  for (const path of ['letter/templates/letter/letter.yaml', 'letter/recipients/recipients.yaml']) {
    const text = readFileSync(join(cwd, path), 'utf8');
    const used = text.replace(/^( *)# (status|source|verified): /gmu, '$1$2: ');
    expect(used).not.toBe(text);
    writeFileSync(join(cwd, path), used);
  }
  const { code, out, err } = await inProcess(cwd, ['validate', '--strict', '-C', 'letter']);
  expect([code, out + err]).toEqual([0, expect.stringContaining('0 faults, 0 warnings')]);
  await inProcess(cwd, ['generate', '--to', 'md', '-C', 'letter']);
  const letter = readFileSync(join(cwd, 'letter/out/letter/mayor.en.md'), 'utf8');
  expect(letter).toContain('Dear Ms Fairweather,');
  expect(letter).not.toContain('Draft');
});
