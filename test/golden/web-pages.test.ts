import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createHtmlWriter } from '../../src/formats/html/write-html.ts';
import { createTextWriter } from '../../src/formats/text/write-text.ts';
import { NO_LOCALES } from '../../src/model/locale-data.ts';
import { EVERY_PART, MAP } from '../support/every-part-letter.ts';
import { preparedPictures } from '../support/pictures.ts';

const goldenFile = (extension: string): string => join(import.meta.dirname, 'web-pages', `every-part.${extension}`);

test('a letter with a table, pictures and every other part has the recorded web page', async () => {
  const html = createHtmlWriter(NO_LOCALES, preparedPictures(MAP))(EVERY_PART);
  // How pixels are compressed depends on the version of zlib.
  const page = html.replaceAll(/(?<=;base64,)[\w+/=]+/g, '…');
  expect(page.match(/;base64,…/g)?.length).toBe(4);
  await expect(page).toMatchFileSnapshot(goldenFile('html'));
});

test('and the recorded plain text', async () => {
  await expect(createTextWriter(NO_LOCALES)(EVERY_PART)).toMatchFileSnapshot(goldenFile('txt'));
});
