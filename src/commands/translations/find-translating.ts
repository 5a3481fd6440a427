import { loadTranslating } from '../../load/load-translating.ts';
import { type Outcome, andThen } from '../../model/outcome.ts';
import type { Translating } from '../../model/translating.ts';
import { validateTranslating } from '../../validate/validate-translating.ts';
import type { World } from '../../world.ts';

/** What a letter's folder records of its translations: its terms, and the originals that translations were made from. */
export async function findTranslating(world: World, letter: string): Promise<Outcome<Translating>> {
  return andThen(await loadTranslating(world, letter), validateTranslating);
}
