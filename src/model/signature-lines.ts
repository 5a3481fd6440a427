import type { SignatureLine } from './letter.ts';
import { createTextNode, type Text } from './tree.ts';

/**
 * Returns the lines of a signature in the order in which letters print them, the name of who signs first: person, title,
 * for whom the person signs, organisation. Without a person, the organisation signs.
 */
export function signatureLines({ person, title, onBehalfOf, organisation }: SignatureLine): readonly Text[] {
  const lines = person === undefined ? [organisation, title, onBehalfOf] : [person, title, onBehalfOf, organisation];
  return lines.flatMap((line) => (line === undefined ? [] : typeof line === 'string' ? createTextNode(line) : line));
}
