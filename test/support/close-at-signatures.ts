import { expect } from 'vitest';
import { aLetter, paragraph } from './a-letter.ts';
import { fixedShaper, fixedStylesheet } from './fixed-shaper.ts';
import { manySignatures } from './many-signatories.ts';
import { valueDespiteWarnings } from './outcomes.ts';
import { elementsOf, linesIn } from './read-pages.ts';
import { pagesOf } from './signature-places.ts';
import { typesetWith } from './typeset-with.ts';

/**
 * Sets bodies of up to 120 sentences before a list of signatures, of which each is `step` sentences longer than the one
 * before. Expects the close and two lines of the body on the page of the first signature.
 */
export function expectCloseAtSignatures({ step }: { readonly step: number }): void {
  for (let sentences = 1; sentences < 120; sentences += step) {
    const letter = aLetter({
      body: [paragraph('Some more words of the body. '.repeat(sentences))],
      signatures: manySignatures(40, 'en', 3),
    });
    const { pages, structure } = valueDespiteWarnings(typesetWith(letter, fixedStylesheet, fixedShaper));
    const [first] = elementsOf(structure, 'LI');
    const pageOfFirst = first === undefined ? 0 : (pagesOf(first)[0] ?? 0);
    expect(linesIn(pages[pageOfFirst], 'close')).toEqual(['Yours faithfully,']);
    const bodyLines = linesIn(pages[pageOfFirst], 'body');
    if (pageOfFirst !== 0) expect(bodyLines.length).toBeGreaterThanOrEqual(Math.min(2, sentences));
  }
}
