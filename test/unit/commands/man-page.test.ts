import { join } from 'node:path';
import { expect, test } from 'vitest';
import { manPage } from '../../support/man-page.ts';
import { ROOT } from '../../support/run-demarche.ts';

test('the manual page is that of the commands; --update writes it', async () => {
  await expect(manPage()).toMatchFileSnapshot(join(ROOT, 'man/demarche.1'));
});
