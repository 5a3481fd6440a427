import type { BlockContent, FootnoteDefinition, Text, Nodes } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { type Unsafe, toMarkdown, type Handle } from 'mdast-util-to-markdown';
import { UNSAFE_IN_GFM } from './unsafe-in-gfm.ts';

/** Two colons at the start of a line are a workflow command of GitHub Actions where a letter is printed. */
const WORKFLOW_COMMAND: Unsafe = { atBreak: true, character: ':', after: ':' };

/** A node at the top level of the Markdown tree. */
export type MarkdownContent = BlockContent | FootnoteDefinition;

/** The marker of the items of a bullet list. */
export type Bullet = '-' | '*';

/** Prints mdast nodes as Markdown. `bullet`: the marker of the first of two adjacent lists. */
export function printMarkdown(children: MarkdownContent[], bullet: Bullet = '-'): string {
  return toMarkdown(
    { type: 'root', children },
    {
      bullet,
      bulletOther: bullet === '-' ? '*' : '-',
      rule: '-',
      emphasis: '*',
      listItemIndent: 'one',
      incrementListMarker: true,
      unsafe: [...UNSAFE_IN_GFM, WORKFLOW_COMMAND],
      handlers: { text: printText },
      extensions: [gfmFootnoteToMarkdown(), ...(children.some(hasTable) ? [TABLES] : [])],
    },
  );
}

/**
 * Tables whose cells all count as wide as the hyphens below the head, of which some programs require three: no cell is
 * padded, so that a long one does not widen the other rows.
 */
const TABLES = gfmTableToMarkdown({ stringLength: () => 3 });

/** Whether a block is or has a table. The writer of tables escapes more than other text needs, so it is only for them. */
function hasTable(node: MarkdownContent): boolean {
  if (node.type !== 'list') return node.type === 'table';
  return node.children.some((item) => item.children.some((child) => child.type === 'table'));
}

/**
 * Prints a text node. A colon after the mark of a note (`[^1]`) at the start of a line is escaped, because the line would
 * be the definition of a note.
 */
const printText: Handle = (node: Text, parent, state, info) => {
  const printed = state.safe(node.value, info);
  const siblings: readonly Nodes[] = parent?.children ?? [];
  const [mark, nodeBefore] = siblings.slice(0, siblings.indexOf(node)).toReversed();
  const isAtLineStart = nodeBefore === undefined || nodeBefore.type === 'break';
  return printed.startsWith(':') && mark?.type === 'footnoteReference' && isAtLineStart ? `\\${printed}` : printed;
};
