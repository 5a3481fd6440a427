import type { BlockContent, FootnoteDefinition, List, ListItem, Paragraph, PhrasingContent } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { toMarkdown } from 'mdast-util-to-markdown';
import { conventionsOf } from '../../languages/languages.ts';
import { internText } from '../../model/intern-letter.ts';
import type { Letter, Note, SignatureLine } from '../../model/letter.ts';
import type { Block, Inline, List as LetterList } from '../../model/tree.ts';
import { openValues, type Values } from '../../model/values.ts';
import { fileName, type WriteLetter, type WritingTools } from '../format.ts';

/** Opens the format `md`: one Markdown file in UTF-8. */
export function openMarkdown({ values }: WritingTools): WriteLetter {
  const write = openMarkdownWriter(values);
  const encoder = new TextEncoder();
  return ({ letter }) => [{ name: fileName(letter, 'md'), bytes: encoder.encode(write(letter)) }];
}

/** Returns a letter as Markdown. */
export type WriteMarkdown = (letter: Letter) => string;

/**
 * Opens the Markdown writer of a run. It writes CommonMark with footnotes (`[^1]`) in reading order, with the
 * definitions of footnotes at the end. Text is escaped where it would be read as markup, so that parsing the result
 * gives the same tree. The Markdown of each interned part is cached.
 */
export function openMarkdownWriter(values: Values = openValues()): WriteMarkdown {
  const memo = values.memo<string>();
  const printPart = <T extends object>(value: T, node: (value: T) => MarkdownContent): string =>
    memo(value, '', () => printMarkdown([node(value)]));
  const writeLine = (text: string): string => memo(internText(text, values), 'line', () => writeLines([text]));

  const writeGroup = (blocks: readonly Block[]): string => {
    const [only, ...others] = blocks;
    return only !== undefined && others.length === 0 ? printPart(only, toBlock) : printMarkdown(blocks.map(toBlock));
  };

  return (letter) => {
    const { notice, letterhead, date, reference, insideAddress, subject, salutation, body, close, signatures } = letter;
    const { enclosures, copies, notes } = letter;
    const conventions = conventionsOf(letter.language);
    return [
      notice === undefined ? [] : memo(internText(notice, values), 'notice', () => printMarkdown([noticeNode(notice)])),
      letterhead.length === 0 ? [] : printPart(letterhead, linesNode),
      writeLine(date),
      reference === undefined ? [] : writeLine(reference),
      insideAddress.length === 0 ? [] : writeLines(insideAddress.map(({ value }) => value)),
      printPart(subject, (content) => ({ type: 'heading', depth: 1, children: toInlines(content) })),
      writeLine(salutation.value),
      groupAdjacentLists(body).map(writeGroup),
      writeLine(close.value),
      signatures.length === 0 ? [] : memo(signatures, '', () => signatures.map(writeSignature).join('\n')),
      enclosures.length === 0 ? [] : writeLine(conventions.enclosures(enclosures.length)),
      enclosures.length === 0 ? [] : printPart(enclosures, (all) => bulletList(all.map(toInlines))),
      copies.length === 0 ? [] : writeLine(conventions.copies),
      copies.length === 0 ? [] : printPart(copies, (all) => bulletList(all.map(textNode))),
      notes.map((note) => printPart(note, noteNode)),
    ]
      .flat()
      .join('\n');
  };
}

/**
 * Groups blocks that are printed together. Only adjacent lists depend on each other: the second needs another marker,
 * or it would continue the first.
 */
function groupAdjacentLists(body: readonly Block[]): readonly (readonly Block[])[] {
  const groups: Block[][] = [];
  for (const block of body) {
    const group = groups.at(-1);
    if (block.type === 'list' && group?.at(-1)?.type === 'list') group.push(block);
    else groups.push([block]);
  }
  return groups;
}

type MarkdownContent = BlockContent | FootnoteDefinition;

function printMarkdown(children: MarkdownContent[]): string {
  return toMarkdown(
    { type: 'root', children },
    {
      bullet: '-',
      bulletOther: '*',
      emphasis: '*',
      listItemIndent: 'one',
      incrementListMarker: true,
      // Not in CommonMark, but GFM and many other dialects read tildes as strikethrough.
      unsafe: [
        {
          character: '~',
          inConstruct: 'phrasing',
          notInConstruct: ['autolink', 'destinationLiteral', 'destinationRaw'],
        },
      ],
      extensions: [gfmFootnoteToMarkdown()],
    },
  );
}

/** Prints lines as one paragraph with hard line breaks (a backslash at the end of each line but the last). */
function writeLines(texts: readonly string[]): string {
  return printMarkdown([linesNode(texts)]);
}

function writeSignature({ organisation, person, title }: SignatureLine): string {
  return writeLines([organisation, person, title].filter((text) => text !== undefined));
}

function linesNode(texts: readonly string[]): Paragraph {
  return paragraphNode(
    texts.flatMap((text, index): PhrasingContent[] =>
      index === 0 ? textNode(text) : [{ type: 'break' }, ...textNode(text)],
    ),
  );
}

function noticeNode(notice: string): Paragraph {
  return paragraphNode([{ type: 'strong', children: textNode(notice) }]);
}

function noteNode({ number, content }: Note): FootnoteDefinition {
  const identifier = String(number);
  return { type: 'footnoteDefinition', identifier, label: identifier, children: [paragraphNode(toInlines(content))] };
}

function bulletList(items: readonly PhrasingContent[][]): List {
  const children = items.map((item) => ({ type: 'listItem' as const, spread: false, children: [paragraphNode(item)] }));
  return { type: 'list', ordered: false, spread: false, children };
}

function textNode(text: string): PhrasingContent[] {
  return [{ type: 'text', value: text }];
}

function paragraphNode(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

/** Converts a block to an mdast node: a copy, as the nodes of a letter are immutable. */
function toBlock(block: Block): BlockContent {
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', children: toInlines(block.children) };
    case 'heading':
      return { type: 'heading', depth: block.depth, children: toInlines(block.children) };
    case 'blockquote':
      return { type: 'blockquote', children: block.children.map(toBlock) };
    case 'list':
      return toList(block);
  }
}

/** Converts inline content to mdast nodes. */
function toInlines(nodes: readonly Inline[]): PhrasingContent[] {
  return nodes.map(toInline);
}

/**
 * Converts a list. It is loose (an empty line between items) if it is ordered or an item has several blocks, else
 * tight.
 */
function toList(list: LetterList): List {
  const spread = list.ordered || list.children.some(({ children }) => children.length > 1);
  const children = list.children.map((item): ListItem => ({
    type: 'listItem',
    spread,
    children: item.children.map(toBlock),
  }));
  return { type: 'list', ordered: list.ordered, start: list.ordered ? list.start : null, spread, children };
}

function toInline(node: Inline): PhrasingContent {
  switch (node.type) {
    case 'text':
      return { type: 'text', value: node.value };
    case 'break':
      return { type: 'break' };
    case 'footnoteReference':
      return { type: 'footnoteReference', identifier: node.identifier, label: node.identifier };
    case 'link':
      return { type: 'link', url: node.url, children: toInlines(node.children) };
    case 'emphasis':
    case 'strong':
      return { type: node.type, children: toInlines(node.children) };
  }
}
