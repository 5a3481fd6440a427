import { joinTexts, type PatternBlock, type PatternInline } from '../template/pattern.ts';

/**
 * Inserts the published numbers of a demand in parentheses after its title, and moves a punctuation mark at the end of
 * the title behind the parentheses: "**Observe the trials** (open letter, demand 5). We ask …". Only punctuation that
 * was typed in the template is moved, never the last character of a value.
 */
export function withNumbers(blocks: readonly PatternBlock[], numberWords: string): readonly PatternBlock[] {
  const [firstBlock, ...otherBlocks] = blocks;
  if (firstBlock?.type !== 'paragraph') return blocks;
  const titleIndex = firstBlock.children.findIndex(({ type }) => type === 'strong');
  const title = firstBlock.children[titleIndex];
  if (title?.type !== 'strong') return blocks;
  const { children, punctuation } = splitFinalPunctuation(title.children);
  const numberedChildren = joinTexts([
    ...firstBlock.children.slice(0, titleIndex),
    { type: 'strong', children },
    { type: 'text', value: ` (${numberWords})${punctuation}` },
    ...firstBlock.children.slice(titleIndex + 1),
  ]);
  return [{ ...firstBlock, children: numberedChildren }, ...otherBlocks];
}

/**
 * Splits a punctuation mark off the end of a title. `punctuation` is empty if the title does not end with one or
 * consists of nothing else.
 */
function splitFinalPunctuation(children: readonly PatternInline[]): {
  readonly children: readonly PatternInline[];
  readonly punctuation: string;
} {
  const lastChild = children.at(-1);
  const punctuation = lastChild?.type === 'text' ? /[.:;,]$/.exec(lastChild.value)?.[0] : undefined;
  if (lastChild?.type !== 'text' || punctuation === undefined) return { children, punctuation: '' };
  const remainingValue = lastChild.value.slice(0, -punctuation.length);
  if (remainingValue !== '')
    return { children: [...children.slice(0, -1), { type: 'text', value: remainingValue }], punctuation };
  return children.length > 1 ? { children: children.slice(0, -1), punctuation } : { children, punctuation: '' };
}
