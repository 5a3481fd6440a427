import { type Block, type Inline, type ListItem, plainText } from '../model/tree.ts';

/**
 * Returns blocks as the text alternative of an e-mail. A paragraph is one line, as programs wrap lines themselves, and
 * an empty line is between two blocks. The address of a link follows its words.
 */
export function blocksAsText(blocks: readonly Block[]): string {
  return `${blocks.map(blockText).join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.children);
    case 'list':
      return block.children
        .map((item, index) => itemText(item, block.ordered ? `${block.start + index}. ` : '- '))
        .join('\n');
    case 'blockquote':
      return prefixLines(block.children.map(blockText).join('\n\n'), '> ', '> ');
    case 'table':
      return block.children
        .map(({ children: cells }) => cells.map(({ children }) => inlineText(children)).join(' | '))
        .join('\n');
    case 'thematicBreak':
      return '* * *';
    case 'picture':
      return block.figure.alternative ?? '';
  }
}

function itemText({ children }: ListItem, mark: string): string {
  return prefixLines(children.map(blockText).join('\n'), mark, ' '.repeat(mark.length));
}

function prefixLines(text: string, first: string, others: string): string {
  return text
    .split('\n')
    .map((line, index) => `${index === 0 ? first : others}${line}`.trimEnd())
    .join('\n');
}

function inlineText(content: readonly Inline[]): string {
  return content
    .map((node) => {
      switch (node.type) {
        case 'text':
          return node.value;
        case 'break':
          return '\n';
        case 'footnoteReference':
          return '';
        case 'link': {
          const words = plainText(node.children);
          return node.url === words || node.url === `mailto:${words}` ? words : `${words} <${node.url}>`;
        }
        default:
          return inlineText(node.children);
      }
    })
    .join('');
}
