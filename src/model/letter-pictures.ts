import type { Letter } from './letter.ts';
import type { Figure, Picture } from './picture.ts';
import type { Block } from './tree.ts';

/** Returns the figures of a letter in reading order. */
export function figuresOf({ logo, body, signatures, postScriptum }: Letter): readonly Figure[] {
  return [
    ...(logo === undefined ? [] : [logo.figure]),
    ...figuresIn(body),
    ...signatures.flatMap(({ image }) => image ?? []),
    ...figuresIn(postScriptum),
  ];
}

/** Returns the pictures of a letter in reading order, each once. */
export function picturesOf(letter: Letter): readonly Picture[] {
  return [...new Set(figuresOf(letter).map(({ picture }) => picture))];
}

function figuresIn(blocks: readonly Block[]): readonly Figure[] {
  return blocks.flatMap((block) => {
    if (block.type === 'picture') return [block.figure];
    if (block.type === 'blockquote') return figuresIn(block.children);
    return block.type === 'list' ? block.children.flatMap(({ children }) => figuresIn(children)) : [];
  });
}
