import type { SignatureLine } from './letter.ts';

/**
 * Returns the lines of a signature in the order in which letters print them, the name of who signs first: person, title,
 * for whom the person signs, organisation. Without a person, the organisation signs.
 */
export function signatureLines({ person, title, onBehalfOf, organisation }: SignatureLine): readonly string[] {
  const office = [title, onBehalfOf].filter((line) => line !== undefined);
  return person === undefined ? [organisation, ...office] : [person, ...office, organisation];
}
