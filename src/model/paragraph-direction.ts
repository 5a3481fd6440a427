import { hasRightToLeftCharacter, type Direction, type TextRange } from './direction.ts';

/**
 * Returns the direction of a paragraph, as a higher-level protocol may define it (UAX #9, HL1): that of the letter,
 * unless the first alphabetic character has the opposite direction and so have at least two thirds of all. An address
 * in The Hague is thus left-to-right in an Arabic letter, and an Arabic name right-to-left in an English one. Isolates
 * count only if no alphabetic character is outside them (P2), so that the place before a date does not decide.
 */
export function paragraphDirection(
  text: string,
  letterDirection: Direction,
  isolates: readonly TextRange[] = [],
): Direction {
  if (letterDirection === 'ltr' && !hasRightToLeftCharacter(text)) return letterDirection;
  const alphabeticCharacters = withoutRanges(text, isolates).match(/\p{L}/gu) ?? text.match(/\p{L}/gu) ?? [];
  const isOpposite = (character: string): boolean => hasRightToLeftCharacter(character) === (letterDirection === 'ltr');
  const [firstCharacter] = alphabeticCharacters;
  const oppositeCount = alphabeticCharacters.filter(isOpposite).length;
  if (
    firstCharacter === undefined ||
    !isOpposite(firstCharacter) ||
    oppositeCount < 2 * (alphabeticCharacters.length - oppositeCount)
  )
    return letterDirection;
  return letterDirection === 'ltr' ? 'rtl' : 'ltr';
}

/** Returns a text without the given ranges, which must not overlap and must be in ascending order. */
function withoutRanges(text: string, ranges: readonly TextRange[]): string {
  return [0, ...ranges.map(({ end }) => end)].map((start, index) => text.slice(start, ranges[index]?.start)).join('');
}

/** Returns the direction of the first letter (UAX #9, P2 and P3), or `fallback` if there is no letter. */
export function directionOfFirstLetter(text: string, fallback: Direction): Direction {
  const letter = /\p{L}/u.exec(text)?.[0];
  if (letter === undefined) return fallback;
  return hasRightToLeftCharacter(letter) ? 'rtl' : 'ltr';
}
