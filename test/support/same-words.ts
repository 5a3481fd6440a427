import { expect } from 'vitest';
import { composeLetter } from '../../src/pipeline.ts';
import type { Plan } from '../../src/plan.ts';
import { valueDespiteWarnings } from './outcomes.ts';
import { squeezed, wordsInReadingOrder, wordsOfPage } from './paged-text.ts';
import { wordsOfPdf } from './pdf-words.ts';
import { wordsOfHtml } from './read-html.ts';
import { wordsOfMarkdown } from './read-markdown.ts';
import { wordsOfSvg } from './read-svg.ts';
import { expectedTextWords, wordsOfText } from './words-of-text.ts';
import { notesOnPages } from './printed-notes.ts';
import { openShipped } from './shipped-campaign.ts';
import { letterWords } from './product-languages.ts';

const decoder = new TextDecoder();
const FORMATS = ['md', 'html', 'txt', 'pdf', 'svg'] as const;

/**
 * Expects each format of each `step`th shipped letter, and its pages, to contain its words in order. Only notes
 * may differ: on the pages, as `notesOnPages` requires. With `oneSource`, all citations cite one source, so that most
 * notes are short; with all `editions`, each letter is compared in every language. Returns how many were compared.
 */
export async function expectSameWords(
  step: number,
  { oneSource, editions }: { readonly oneSource: boolean; readonly editions?: 'all' },
): Promise<number> {
  const { plan: shippedPlan, addressees } = await openShipped(FORMATS, editions === undefined ? {} : { editions });
  const plan = oneSource ? withOneSource(shippedPlan) : shippedPlan;
  const selections = addressees.flatMap((found) =>
    found.kind === 'target' && found.target.kind === 'letter' ? [found.target.selection] : [],
  );
  const sample = selections.filter((_, index) => index % step === 0);
  for (const selection of sample) {
    const composed = valueDespiteWarnings(await composeLetter(plan, selection));
    const { letter, pages } = composed;
    if (pages === undefined) throw new Error('no pages');
    const artifacts = await plan.write(composed);
    const [markdown, html, text, pdf] = FORMATS.map(
      (format) => artifacts.find((each) => each.format === format)?.bytes,
    );
    if (pdf === undefined) throw new Error('a format is missing');
    const words = squeezed(letterWords(letter));
    expect(words.length).toBeGreaterThan(2000);
    expect(squeezed(wordsOfMarkdown(decoder.decode(markdown))), letter.id).toBe(words);
    expect(squeezed(wordsOfHtml(decoder.decode(html))), letter.id).toBe(words);
    const textWords = squeezed(wordsOfText(decoder.decode(text), letter));
    expect(textWords, letter.id).toBe(squeezed(expectedTextWords(letter)));
    const notes = notesOnPages(letter, pages);
    expect(notes.length).toBeGreaterThan(3);
    expect(notes.some(({ fullNote }) => fullNote !== undefined)).toBe(oneSource);
    expect(squeezed(wordsInReadingOrder(pages)), letter.id).toBe(squeezed(letterWords(letter, notes)));
    const wordsOfPages = pages.pages.map(wordsOfPage).map(squeezed);
    expect((await wordsOfPdf(pdf)).map(squeezed), letter.id).toEqual(wordsOfPages);
    const drawnPages = artifacts.filter(({ format }) => format === 'svg').map(({ bytes }) => decoder.decode(bytes));
    expect(drawnPages.map(wordsOfSvg).map(squeezed), letter.id).toEqual(wordsOfPages);
  }
  return sample.length;
}

/** Replaces every source of a campaign by the Rome Statute. */
function withOneSource(plan: Plan): Plan {
  const { sources } = plan.campaign;
  const statute = sources.get('rome-statute');
  if (statute === undefined) throw new Error('there is no Rome Statute');
  const sameSources = new Map([...sources.keys()].map((key) => [key, statute]));
  return { ...plan, campaign: { ...plan.campaign, sources: sameSources } };
}
