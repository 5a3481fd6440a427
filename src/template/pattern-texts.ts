import type { PatternInline } from './pattern.ts';

/** Texts side by side become one; where something between them was dropped, one space is enough. */
export function joinTexts(nodes: readonly PatternInline[]): readonly PatternInline[] {
  const joined: PatternInline[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type !== 'text' || last?.type !== 'text') joined.push(node);
    else joined[joined.length - 1] = { type: 'text', value: bridged(last.value, node.value) };
  }
  return joined;
}

function bridged(left: string, right: string): string {
  return left.endsWith(' ') && right.startsWith(' ') ? left + right.slice(1) : left + right;
}

/** A dropped comment may leave spaces at the edges of a paragraph, where Markdown itself never leaves any. */
export function trimmed(nodes: readonly PatternInline[]): readonly PatternInline[] {
  return nodes.flatMap((node, index): readonly PatternInline[] => {
    if (node.type !== 'text') return [node];
    const fromStart = index === 0 ? node.value.replace(/^ +/, '') : node.value;
    const value = index === nodes.length - 1 ? fromStart.replace(/ +$/, '') : fromStart;
    return value === '' ? [] : [{ ...node, value }];
  });
}
