import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DOCUMENT_PICTURES, drawDocumentPicture } from '../support/document-pictures.ts';
import { ROOT } from '../support/run-demarche.ts';

const PAGES = join(ROOT, 'docs/pictures/pages');
const DOCUMENTS = ['README.md', 'docs/start.md', 'docs/typography.md', 'docs/office.md'];

/** The names of the pictures of pages that a document shows. */
function picturesIn(document: string): readonly string[] {
  const text = readFileSync(join(ROOT, document), 'utf8');
  return Array.from(text.matchAll(/pictures\/pages\/([\w-]+\.\w+)[)"]/g), ([, name]) => name ?? '');
}

describe('the pictures of pages in the documents', () => {
  test.each(DOCUMENT_PICTURES)('show the pages as they are now: docs/pictures/pages/$name', async (picture) => {
    const path = join(PAGES, picture.name);
    await expect(await drawDocumentPicture(picture)).toMatchFileSnapshot(path);
  });

  test('are those that documents show, and there are no others', () => {
    const shown = [...new Set(DOCUMENTS.flatMap(picturesIn))].toSorted();
    expect(shown).toEqual(DOCUMENT_PICTURES.map(({ name }) => name).toSorted());
    expect(readdirSync(PAGES).toSorted()).toEqual(shown);
  });
});
