import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LOCALE_DATA } from '../../../src/languages/locales.ts';
import { languagesDocument } from '../../support/languages-document.ts';
import { ROOT } from '../../support/run-demarche.ts';

test('docs/languages.md has a row for each language of the product', async () => {
  const text = await languagesDocument();
  await expect(text).toMatchFileSnapshot(join(ROOT, 'docs/languages.md'));
  expect(text.match(/^\| .* \| `[\w-]+`/gmu)).toHaveLength(LOCALE_DATA.size);
});
