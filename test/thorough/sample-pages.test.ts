import { expect, test } from 'vitest';
import { composeLetter } from '../../src/pipeline.ts';
import { openShipped } from '../support/shipped-campaign.ts';
import { letterWords } from '../support/product-languages.ts';
import { valueOf } from '../support/outcomes.ts';

/** Words with which the letters once cited the organisations' own letter as an authority. */
const OWN_LETTER_AS_SOURCE =
  /according to the open letter|the open letter (?:says|records)|selon la lettre ouverte|según la carta abierta|بحسب ما ورد في الرسالة المفتوحة/iu;

test('the letters of the sample have two pages, the President’s three, in every language and without a warning', async () => {
  const { plan, addressees } = await openShipped(['md', 'pdf'], { editions: 'all' });
  const counts = new Map<string, number>();
  const long: string[] = [];
  for (const each of addressees) {
    if (each.kind !== 'target' || each.target.kind !== 'letter') continue;
    const { letter, pages } = valueOf(await composeLetter(plan, each.target.selection));
    counts.set(letter.language, (counts.get(letter.language) ?? 0) + 1);
    expect(letterWords(letter)).not.toMatch(OWN_LETTER_AS_SOURCE);
    const limit = letter.id === 'asp-president' ? 3 : 2;
    if ((pages?.pages.length ?? Infinity) > limit) long.push(`${letter.id}.${letter.language}`);
  }
  expect(Object.fromEntries(counts)).toEqual({ en: 47, fr: 47, es: 47, ar: 47 });
  expect(long).toEqual([]);
});
