import type { Figure } from '../../model/picture.ts';
import { terminalWidth } from '../../model/terminal-width.ts';
import { createTextNode, type Block, type Inline, type List, type Table } from '../../model/tree.ts';

/** The most characters of a row of a table whose columns are aligned by spaces. */
const MAX_ALIGNED_ROW = 76;
/** What is between two cells of a row. */
const CELL_SEPARATOR = ' | ';

/** Returns blocks as plain text, with an empty line between two. */
export function blocksText(blocks: readonly Block[]): string {
  return joinParts(blocks.map(blockText));
}

/** Joins parts of a text with an empty line between two. Empty parts, as a decorative picture is one, are left out. */
export function joinParts(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlinesText(block.children);
    case 'blockquote':
      return withPrefix(blocksText(block.children), '> ', '> ');
    case 'list':
      return listText(block);
    case 'table':
      return alignedTable(block);
    case 'thematicBreak':
      // Not hyphens, below which mail programs take the rest for the signature of the sender.
      return '* * *';
    case 'picture':
      return pictureText(block.figure);
  }
}

/** Returns what stands for a picture in plain text: its alternative in brackets; nothing if it is decorative. */
export function pictureText({ alternative }: Figure): string {
  return alternative === undefined ? '' : `[${alternative}]`;
}

/**
 * Returns inline content as plain text. A soft line break is a space, since a paragraph is one line. The mark of a note
 * is its number in brackets; a link has its address after its words, unless they are the address.
 */
export function inlinesText(content: readonly Inline[]): string {
  return content
    .map((node) => {
      switch (node.type) {
        case 'text':
          return node.value.replaceAll(/ *\n */g, ' ');
        case 'break':
          return '\n';
        case 'footnoteReference':
          return `[${node.identifier}]`;
        case 'link':
          return linkText(inlinesText(node.children), node.url);
        case 'emphasis':
        case 'strong':
          return inlinesText(node.children);
      }
    })
    .join('');
}

/** Returns a link: its words, and its address if they do not say it. */
function linkText(words: string, url: string): string {
  const address = url.replace(/^mailto:/iu, '');
  return bareAddress(words) === bareAddress(address) ? words : `${words} (${address})`;
}

/** Returns an address without what readers leave out of it. */
function bareAddress(address: string): string {
  return address.replace(/^https?:\/\//iu, '').replace(/\/$/u, '');
}

/** Returns a list. An item begins with its number or a hyphen, and its other lines are indented by as much. */
function listText({ ordered, start, children }: List): string {
  const items = children.map((item, index) => {
    const marker = ordered ? `${start + index}. ` : '- ';
    return withPrefix(blocksText(item.children), marker, ' '.repeat(marker.length));
  });
  const isLoose = ordered || children.some((item) => item.children.length > 1);
  return items.join(isLoose ? '\n\n' : '\n');
}

/** Returns a list of items of one line each. */
export function itemsText(items: readonly (readonly Inline[])[]): string {
  const children = items.map((content) => ({
    type: 'listItem' as const,
    children: [{ type: 'paragraph' as const, children: content }],
  }));
  return listText({ type: 'list', ordered: false, start: 1, children });
}

/** Puts a prefix before the first line of a text and another before its further lines. An empty line has no spaces. */
function withPrefix(text: string, first: string, further: string): string {
  return text
    .split('\n')
    .map((line, index) => `${index === 0 ? first : further}${line}`.trimEnd())
    .join('\n');
}

/**
 * Returns a table, each of its rows one line. The columns are aligned if all rows are short, for readers who see all
 * characters in one width; long cells are not padded, because a padded row would be broken anywhere.
 */
function alignedTable({ children, align }: Table): string {
  const rows = children.map((row) => row.children.map((cell) => inlinesText(cell.children)));
  const widths = align.map((_, column) => Math.max(...rows.map((cells) => terminalWidth(cells[column] ?? ''))));
  const rowWidth = widths.reduce((sum, width) => sum + width + CELL_SEPARATOR.length, -CELL_SEPARATOR.length);
  const padding = rowWidth <= MAX_ALIGNED_ROW ? widths : [];
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => cell + ' '.repeat(Math.max(0, (padding[column] ?? 0) - terminalWidth(cell))))
        .join(CELL_SEPARATOR)
        .trimEnd(),
    )
    .join('\n');
}

/** Returns texts, each a line of its own. */
export function linesText(lines: readonly (string | readonly Inline[])[]): string {
  return lines.map((line) => inlinesText(typeof line === 'string' ? [createTextNode(line)] : line)).join('\n');
}
