import { fromMarkdown } from 'mdast-util-from-markdown';
import { findRefusedCharacters, type RefusedCharacter } from '../model/character-policy.ts';

/** A refused character that is written as a character reference (`&#x200B;`). */
export interface RefusedReference {
  readonly refused: RefusedCharacter;
  /** The offset of the reference in the Markdown source, in UTF-16 code units. */
  readonly offset: number;
}

/**
 * Finds the refused characters that are written as character references (CommonMark 0.31.2, section 2.5). The file
 * itself has no others, because refused characters are already faults when it is read. `text` is the decoded text of a
 * node; `source` is the Markdown from which it was parsed.
 */
export function findRefusedReferences(text: string, source: string): readonly RefusedReference[] {
  // `refusedCharacters` allows a carriage return before a line feed. A reference to a carriage return is refused even
  // there, because the line feed is a soft line break, which is printed as a space.
  const refusedInText = findRefusedCharacters(text.replaceAll('\n', ' '));
  if (refusedInText.length === 0) return [];
  const references = [...source.matchAll(/(?<!\\)&#?\w{1,32};/g)].map(({ 0: reference, index }) => ({
    offset: index,
    character: decodeReference(reference),
  }));
  // Both lists are in the order of the text, so that one pass finds the reference of each refused character.
  let referenceIndex = -1;
  return refusedInText.map((refused) => {
    do referenceIndex += 1;
    while (referenceIndex < references.length && references[referenceIndex]?.character !== refused.character);
    return { refused, offset: references[referenceIndex]?.offset ?? 0 };
  });
}

/** Returns the character that a reference stands for; undefined if Markdown does not decode the reference. */
function decodeReference(reference: string): string | undefined {
  const [paragraph] = fromMarkdown(reference).children;
  const text = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  return text?.type === 'text' ? text.value : undefined;
}
