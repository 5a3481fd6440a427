import { expect } from 'vitest';
import { letterWords } from '../../src/languages/letter-words.ts';
import { composeLetter } from '../../src/pipeline.ts';
import { valueDespiteWarnings } from './outcomes.ts';
import { squeezed, wordsInReadingOrder, wordsOfPage } from './paged-text.ts';
import { wordsOfPdf } from './pdf-words.ts';
import { wordsOfMarkdown } from './read-markdown.ts';
import { openShipped } from './shipped-campaign.ts';

/**
 * Expects the Markdown, the pages and the PDF of each `step`th shipped letter to contain its words in order. Returns
 * the number of letters that were compared.
 */
export async function expectSameWords(step = 1): Promise<number> {
  const { plan, addressees } = await openShipped(['md', 'pdf']);
  const selections = addressees.flatMap((found) =>
    found.kind === 'target' && found.target.kind === 'letter' ? [found.target.selection] : [],
  );
  const sample = selections.filter((_, index) => index % step === 0);
  for (const selection of sample) {
    const composed = valueDespiteWarnings(await composeLetter(plan, selection));
    const { letter, pages } = composed;
    if (pages === undefined) throw new Error('no pages');
    const [markdown, pdf] = await plan.write(composed);
    if (markdown === undefined || pdf === undefined) throw new Error('a format is missing');
    const words = squeezed(letterWords(letter));
    expect(words.length).toBeGreaterThan(2000);
    expect(squeezed(wordsOfMarkdown(new TextDecoder().decode(markdown.bytes))), letter.id).toBe(words);
    expect(squeezed(wordsInReadingOrder(pages)), letter.id).toBe(words);
    expect((await wordsOfPdf(pdf.bytes)).map(squeezed), letter.id).toEqual(pages.pages.map(wordsOfPage).map(squeezed));
  }
  return sample.length;
}
