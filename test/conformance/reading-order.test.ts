import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { difference, squeezed } from '../support/paged-text.ts';
import { wordsOfMarkdown } from '../support/read-markdown.ts';
import { structureText } from './extracted-text.ts';

const letters = inject('letters');

let characters = 0;

// poppler takes about a second for a letter and uses one core.
describe.concurrent('has every word of its Markdown, in order, in its structure tree', () => {
  test.each(letters)('$name', async ({ pdf, markdown }) => {
    const words = wordsOfMarkdown(readFileSync(markdown, 'utf8'));
    characters += squeezed(words).length;
    expect(squeezed(words).length).toBeGreaterThan(400);
    expect(difference(await structureText(pdf), words)).toBeUndefined();
  });
});

afterAll(() => {
  console.log(`compared ${characters} characters of ${letters.length} letters, in order`);
});
