/** What is asked about translations, with the means of the stages. No letter is made with it. */
import { loadTranslating } from './load/load-translating.ts';
import { type Outcome, andThen } from './model/outcome.ts';
import type { Translating } from './model/translating.ts';
import { validateTranslating } from './validate/validate-translating.ts';
import type { World } from './world.ts';

/** What a letter's folder says of its translations, besides the texts: the words of the trade, and what they were made from. */
export async function findTranslating(world: World, letter: string): Promise<Outcome<Translating>> {
  return andThen(await loadTranslating(world, letter), validateTranslating);
}

export { outlineOf } from './merge/text-outline.ts';
