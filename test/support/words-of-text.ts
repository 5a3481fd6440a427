import type { Letter, SignatureLine } from '../../src/model/letter.ts';
import type { Figure } from '../../src/model/picture.ts';
import type { Block, Inline } from '../../src/model/tree.ts';
import { letterWords } from './product-languages.ts';

/**
 * The words that the plain text of a letter has: those of the letter, and what stands in plain text for a mark, a link
 * and a picture. Each is put into the letter as text.
 */
export function expectedTextWords(letter: Letter): string {
  const logo = letter.logo && { ...letter.logo, figure: inBrackets(letter.logo.figure) };
  return withoutMarkers(
    letterWords({
      ...letter,
      logo,
      senderLines: letter.senderLines.map(inlinesAsText),
      subject: inlinesAsText(letter.subject),
      body: letter.body.map(blockAsText),
      signatures: letter.signatures.map(signatureAsText),
      postScriptum: letter.postScriptum.map(blockAsText),
      enclosures: letter.enclosures.map(inlinesAsText),
      notes: letter.notes.map((note) => ({ ...note, content: inlinesAsText(note.content) })),
    }),
  );
}

/** The words of a letter in plain text, with the numbers of its notes as `expectedTextWords` has them. */
export function wordsOfText(text: string, { notes }: Letter): string {
  const lines = text.trimEnd().split('\n');
  const firstNote =
    notes.length === 0 ? lines.length : lines.lastIndexOf(lines.findLast((line) => line.startsWith('[1] ')) ?? '');
  const words = lines.map((line, index) => (index >= firstNote ? line.replace(/^\[(\d+)\] /, '$1 ') : line));
  return withoutMarkers(words.join('\n'));
}

/** Removes what structures plain text: the markers of bullets and quotations, rules, and what is between cells. */
function withoutMarkers(words: string): string {
  return words
    .split('\n')
    .map((line) =>
      line.trim() === '* * *'
        ? ''
        : line
            .replace(/^(?:\s|> ?|-(?: |$)|\d+\.(?: |$))+/, (markers) => markers.replaceAll(/[>\s-]/g, ''))
            .replaceAll('|', ''),
    )
    .join('\n');
}

function blockAsText(block: Block): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, children: inlinesAsText(block.children) };
    case 'blockquote':
      return { ...block, children: block.children.map(blockAsText) };
    case 'list':
      return {
        ...block,
        children: block.children.map((item) => ({ ...item, children: item.children.map(blockAsText) })),
      };
    case 'table':
      return {
        ...block,
        children: block.children.map((row) => ({
          ...row,
          children: row.children.map((cell) => ({ ...cell, children: inlinesAsText(cell.children) })),
        })),
      };
    case 'thematicBreak':
      return block;
    case 'picture':
      return { ...block, figure: inBrackets(block.figure) };
  }
}

function inlinesAsText(content: readonly Inline[]): readonly Inline[] {
  return content.flatMap((node): readonly Inline[] => {
    if (node.type === 'footnoteReference') return [{ type: 'text', value: `[${node.identifier}]` }];
    if (!('children' in node)) return [node];
    const children = inlinesAsText(node.children);
    if (node.type !== 'link') return children;
    const words = children.map((child) => ('value' in child ? child.value : '')).join('');
    const address = node.url.replace('mailto:', '');
    return words === address ? children : [...children, { type: 'text', value: ` (${address})` }];
  });
}

function inBrackets(figure: Figure): Figure {
  return figure.alternative === undefined ? figure : { ...figure, alternative: `[${figure.alternative}]` };
}

function signatureAsText(signature: SignatureLine): SignatureLine {
  return signature.image === undefined ? signature : { ...signature, image: inBrackets(signature.image) };
}
