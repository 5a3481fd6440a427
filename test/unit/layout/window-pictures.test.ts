import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { windowPictures } from '../../support/window-pictures.ts';

const DOCUMENT = readFileSync('docs/typography.md', 'utf8').replaceAll(/\s+/g, ' ');

test.each(windowPictures().map((picture) => [picture.name, picture] as const))(
  'docs/pictures/%s is drawn from the stylesheet, and docs/typography.md shows it with its words',
  async (name, { svg, words }) => {
    await expect(svg).toMatchFileSnapshot(`../../../docs/pictures/${name}`);
    expect(DOCUMENT).toContain(`![${words}](pictures/${name})`);
  },
);
