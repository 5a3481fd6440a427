import { neutralise } from '../report/neutralise.ts';
import { listLetters } from '../run/list-letters.ts';
import type { World } from '../world.ts';
import { UsageError, noSuch } from './shell.ts';

/** The letters that are meant: all if none is named. Usage errors: none there, one that is not there. */
export async function chooseLetters(world: World, wanted: readonly string[]): Promise<readonly string[]> {
  const letters = await listLetters(world);
  if (letters.length === 0) {
    throw new UsageError('the campaign has no letter: no folder under templates/ has a letter.yaml');
  }
  const unknown = wanted.filter((letter) => !letters.includes(letter));
  if (unknown.length > 0) {
    throw noSuch('letter', unknown, letters.map(neutralise));
  }
  return wanted.length === 0 ? letters : letters.filter((letter) => wanted.includes(letter));
}
