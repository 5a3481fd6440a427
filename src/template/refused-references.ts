import { fromMarkdown } from 'mdast-util-from-markdown';
import { refusedCharacters, type RefusedCharacter } from '../model/character-policy.ts';

/** A forbidden character, and the character reference (`&#x200B;`) that it was decoded from. */
export interface RefusedReference {
  readonly refused: RefusedCharacter;
  /** Offset of the reference in the Markdown source, in UTF-16 code units. */
  readonly offset: number;
}

/**
 * Returns the forbidden characters that a text contains by way of character references (CommonMark 0.31.2, section
 * 2.5). `text` is the decoded text of a node, `source` the Markdown that it was parsed from.
 */
export function refusedReferences(text: string, source: string): readonly RefusedReference[] {
  // `refusedCharacters` allows a carriage return before a line feed. A reference to one is refused even there, because
  // the soft line break is printed as a space.
  const found = refusedCharacters(text.replaceAll('\n', ' '));
  if (found.length === 0) return [];
  const references = [...source.matchAll(/(?<!\\)&#?\w{1,32};/g)].map(({ 0: reference, index }) => ({
    offset: index,
    character: decodeReference(reference),
  }));
  // Both lists are in the order of the text, so one pass matches them.
  let position = -1;
  return found.map((refused) => {
    do position += 1;
    while (position < references.length && references[position]?.character !== refused.character);
    return { refused, offset: references[position]?.offset ?? 0 };
  });
}

/** Returns the character of a reference, or undefined if Markdown does not decode it. */
function decodeReference(reference: string): string | undefined {
  const [paragraph] = fromMarkdown(reference).children;
  const text = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  return text?.type === 'text' ? text.value : undefined;
}
