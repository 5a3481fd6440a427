import { expect } from 'vitest';
import { composeLetter } from '../../src/pipeline.ts';
import type { Plan } from '../../src/plan.ts';
import { valueDespiteWarnings } from './outcomes.ts';
import { squeezed, wordsInReadingOrder, wordsOfPage } from './paged-text.ts';
import { wordsOfPdf } from './pdf-words.ts';
import { wordsOfMarkdown } from './read-markdown.ts';
import { notesOnPages } from './printed-notes.ts';
import { openShipped } from './shipped-campaign.ts';
import { letterWords } from './product-languages.ts';

/**
 * Expects the Markdown, the pages and the PDF of each `step`th shipped letter to contain its words in order. Only notes
 * may differ: on the pages, as `notesOnPages` requires. With `oneSource`, all citations cite one source, so that most
 * notes are short. Returns the number of letters that were compared.
 */
export async function expectSameWords(step: number, { oneSource }: { readonly oneSource: boolean }): Promise<number> {
  const { plan: shippedPlan, addressees } = await openShipped(['md', 'pdf']);
  const plan = oneSource ? withOneSource(shippedPlan) : shippedPlan;
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
    const notes = notesOnPages(letter, pages);
    expect(notes.length).toBeGreaterThan(3);
    expect(notes.some(({ fullNote }) => fullNote !== undefined)).toBe(oneSource);
    expect(squeezed(wordsInReadingOrder(pages)), letter.id).toBe(squeezed(letterWords(letter, notes)));
    expect((await wordsOfPdf(pdf.bytes)).map(squeezed), letter.id).toEqual(pages.pages.map(wordsOfPage).map(squeezed));
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
