import { fromMarkdown } from 'mdast-util-from-markdown';
import { refusedCharacters, type RefusedCharacter } from '../model/character-policy.ts';

/** A character that a letter may not have, and the offset of the reference (`&#x200B;`) that stands for it. */
export interface RefusedReference {
  readonly refused: RefusedCharacter;
  readonly offset: number;
}

/**
 * The characters that came into a text by reference and would have been refused in the file itself. `typed` is what
 * Markdown read the text from.
 */
export function refusedReferences(text: string, typed: string): readonly RefusedReference[] {
  // Where a line ends, a space is printed, so that no carriage return belongs to its end.
  const found = refusedCharacters(text.replaceAll('\n', ' '));
  if (found.length === 0) return [];
  const references = [...typed.matchAll(/(?<!\\)&#?\w{1,32};/g)].map(({ 0: reference, index }) => ({
    offset: index,
    character: decodeUri(reference),
  }));
  // Both are in the order of the text.
  let at = -1;
  return found.map((refused) => {
    do at += 1;
    while (at < references.length && references[at]?.character !== refused.character);
    return { refused, offset: references[at]?.offset ?? 0 };
  });
}

function decodeUri(reference: string): string | undefined {
  const [paragraph] = fromMarkdown(reference).children;
  const text = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  return text?.type === 'text' ? text.value : undefined;
}
