import type { Block, ColumnAlignment, Inline, Text } from '../model/tree.ts';
import type { MailDraft } from './draft.ts';

/**
 * Returns what an e-mail says as its HTML alternative: a document without scripts, styles, pictures and anything that is
 * loaded from elsewhere.
 */
export function blocksAsHtml({ blocks, subject, language, direction }: Omit<MailDraft, 'attachments'>): string {
  const start = `<!doctype html>\n<html lang="${escapeHtml(language)}" dir="${direction}">`;
  const head = `<head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`;
  return `${start}\n${head}\n<body>\n${blocksHtml(blocks)}\n</body>\n</html>\n`;
}

function blocksHtml(blocks: readonly Block[]): string {
  return blocks.map(blockHtml).join('\n');
}

function blockHtml(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${inlineHtml(block.children)}</p>`;
    case 'heading':
      return `<h${block.depth}>${inlineHtml(block.children)}</h${block.depth}>`;
    case 'list': {
      const items = block.children.map(({ children }) => `<li>${itemHtml(children)}</li>`).join('\n');
      return block.ordered ? `<ol start="${block.start}">\n${items}\n</ol>` : `<ul>\n${items}\n</ul>`;
    }
    case 'blockquote':
      return `<blockquote>\n${blocksHtml(block.children)}\n</blockquote>`;
    case 'table': {
      const rows = block.children.map(({ children: cells }, row) => {
        const tag = row === 0 ? 'th' : 'td';
        const written = cells.map(
          ({ children }, column) => `<${tag}${alignmentOf(block.align[column])}>${inlineHtml(children)}</${tag}>`,
        );
        return `<tr>${written.join('')}</tr>`;
      });
      return `<table>\n${rows.join('\n')}\n</table>`;
    }
    case 'thematicBreak':
      return '<hr>';
    case 'picture':
      return '';
  }
}

/** An item of one paragraph has no paragraph of its own, which would be set apart from the others. */
function itemHtml(children: readonly Block[]): string {
  const [first, ...others] = children;
  return first?.type === 'paragraph' && others.length === 0 ? inlineHtml(first.children) : blocksHtml(children);
}

/** The attribute of a cell. `left` is the side on which lines start. */
function alignmentOf(alignment: ColumnAlignment | undefined): string {
  if (alignment === 'center') return ' style="text-align:center"';
  return alignment === 'right' ? ' style="text-align:end"' : ' style="text-align:start"';
}

function inlineHtml(content: readonly Inline[]): string {
  return content
    .map((node) => {
      switch (node.type) {
        case 'text':
          return textHtml(node);
        case 'break':
          return '<br>';
        case 'footnoteReference':
          return '';
        case 'emphasis':
          return `<em>${inlineHtml(node.children)}</em>`;
        case 'strong':
          return `<strong>${inlineHtml(node.children)}</strong>`;
        case 'link':
          return `<a href="${escapeHtml(node.url)}">${inlineHtml(node.children)}</a>`;
      }
    })
    .join('');
}

/** Writes a text. Values that may have another direction are isolated (`bdi`), as on pages. */
function textHtml({ value, isolates = [], language }: Text): string {
  const written: string[] = [];
  let end = 0;
  for (const isolate of isolates) {
    const words = escapeHtml(value.slice(isolate.start, isolate.end));
    written.push(escapeHtml(value.slice(end, isolate.start)), `<bdi>${words}</bdi>`);
    end = isolate.end;
  }
  written.push(escapeHtml(value.slice(end)));
  const html = written.join('');
  return language === undefined ? html : `<span lang="${escapeHtml(language)}">${html}</span>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}
