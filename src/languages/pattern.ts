/** A pattern of a language, such as "Page {page} of {pages}", as a function of the values for its places. */
export type FillPattern<Place extends string> = (values: Readonly<Record<Place, string | number>>) => string;

/** A place in a pattern. */
const PLACE = /\{(\w+)\}/u;

/** Splits a pattern into parts that alternate: words, which may be empty, and then the name of a place. */
export function splitPattern(pattern: string): readonly string[] {
  return pattern.split(PLACE);
}

/**
 * Compiles a pattern, so that it is split once and not for each letter. Every place has to be in it, or a value would
 * be lost in letters. Throws an error if one is not, or if the pattern has another place.
 */
export function compilePattern<Place extends string>(pattern: string, places: readonly Place[]): FillPattern<Place> {
  const parts = splitPattern(pattern).map((part, index) => {
    if (index % 2 === 0) return { words: part };
    const place = places.find((candidate) => candidate === part);
    if (place === undefined) throw new Error(`the pattern "${pattern}" has a place {${part}} without a value`);
    return { place };
  });
  const missing = places.find((place) => !parts.some((part) => part.place === place));
  if (missing !== undefined) throw new Error(`the pattern "${pattern}" lacks the place {${missing}}`);
  return (values) => parts.map(({ words, place }) => (place === undefined ? words : values[place])).join('');
}
