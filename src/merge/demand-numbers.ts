import type { PatternBlock, PatternInline } from '../template/pattern.ts';

/**
 * Adds to a demand, right after its title, where it stands in the published letter. A stop that ends the title then ends
 * title and number together: "**Observe the trials** (open letter, demand 5). We ask …". Only a stop of the template's
 * own is moved, never the last character of a value.
 */
export function withNumbers(blocks: readonly PatternBlock[], numbers: string): readonly PatternBlock[] {
  const [first, ...rest] = blocks;
  if (first?.type !== 'paragraph') return blocks;
  const title = first.children.findIndex(({ type }) => type === 'strong');
  const strong = first.children[title];
  if (strong?.type !== 'strong') return blocks;
  const { children, stop } = withoutStop(strong.children);
  const numbered: readonly PatternInline[] = [
    ...first.children.slice(0, title),
    { type: 'strong', children },
    { type: 'text', value: ` (${numbers})${stop}` },
    ...first.children.slice(title + 1),
  ];
  return [{ type: 'paragraph', children: joinedAfter(numbered, title + 1) }, ...rest];
}

function withoutStop(children: readonly PatternInline[]): {
  readonly children: readonly PatternInline[];
  readonly stop: string;
} {
  const last = children.at(-1);
  const stop = last?.type === 'text' ? /[.:;,]$/.exec(last.value)?.[0] : undefined;
  if (last?.type !== 'text' || stop === undefined) return { children, stop: '' };
  const words = last.value.slice(0, -stop.length);
  if (words !== '') return { children: [...children.slice(0, -1), { type: 'text', value: words }], stop };
  return children.length > 1 ? { children: children.slice(0, -1), stop } : { children, stop: '' };
}

/** One text where the added words meet those that follow. */
function joinedAfter(nodes: readonly PatternInline[], index: number): readonly PatternInline[] {
  const added = nodes[index];
  const next = nodes[index + 1];
  if (added?.type !== 'text' || next?.type !== 'text') return nodes;
  return [...nodes.slice(0, index), { type: 'text', value: added.value + next.value }, ...nodes.slice(index + 2)];
}
