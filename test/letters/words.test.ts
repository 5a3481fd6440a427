import { expect, test } from 'vitest';
import { letterWords } from '../../src/languages/letter-words.ts';
import { composeLetter } from '../../src/pipeline.ts';
import { squeezed, wordsInReadingOrder, wordsOfPage } from '../support/paged-text.ts';
import { wordsOfPdf } from '../support/pdf-words.ts';
import { openShipped } from '../support/shipped-campaign.ts';
import { valueOf } from '../support/outcomes.ts';
import { wordsOfMarkdown } from '../support/read-markdown.ts';

test('Markdown and PDF hold the same words in the same order, in every shipped letter', async () => {
  const { plan, addressees } = await openShipped(['md', 'pdf']);
  let compared = 0;
  for (const found of addressees) {
    if (found.kind !== 'target' || found.target.kind !== 'letter') continue;
    const composed = valueOf(await composeLetter(plan, found.target.selection));
    const { letter, pages } = composed;
    if (pages === undefined) throw new Error('no pages');
    const [markdown, pdf] = await plan.write(composed);
    if (markdown === undefined || pdf === undefined) throw new Error('a format is missing');
    const words = squeezed(letterWords(letter));
    expect(words.length).toBeGreaterThan(2000);
    expect(squeezed(wordsOfMarkdown(new TextDecoder().decode(markdown.bytes))), letter.id).toBe(words);
    expect(squeezed(wordsInReadingOrder(pages)), letter.id).toBe(words);
    expect((await wordsOfPdf(pdf.bytes)).map(squeezed), letter.id).toEqual(pages.pages.map(wordsOfPage).map(squeezed));
    compared += 1;
  }
  expect(compared).toBe(47);
});
