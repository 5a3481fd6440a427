import type { BlockContent, FootnoteDefinition, List, ListItem, Paragraph, PhrasingContent } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { toMarkdown } from 'mdast-util-to-markdown';
import { conventionsOf } from '../../languages/languages.ts';
import { internText } from '../../model/intern-letter.ts';
import type { Letter, Note, SignatureLine } from '../../model/letter.ts';
import type { Block, Inline, List as LetterList } from '../../model/tree.ts';
import { openValues, type Values } from '../../model/values.ts';
import { fileName, type WriteLetter, type WritingTools } from '../format.ts';

/** Opens the format `md`: one file, in UTF-8. */
export function openMarkdown({ values }: WritingTools): WriteLetter {
  const write = openMarkdownWriter(values);
  const encoder = new TextEncoder();
  return ({ letter }) => [{ name: fileName(letter, 'md'), bytes: encoder.encode(write(letter)) }];
}

/** Writes a letter as Markdown. */
export type WriteMarkdown = (letter: Letter) => string;

/**
 * Opens the writing of a run: CommonMark with footnotes (`[^1]`), in reading order, the notes at the end. Whatever a text
 * holds is escaped where it would be read as markup: parsing the result gives the same tree.
 */
export function openMarkdownWriter(values: Values = openValues()): WriteMarkdown {
  const written = values.memo<string>();
  const ofValue = <T extends object>(value: T, node: (value: T) => MarkdownContent): string =>
    written(value, '', () => printMarkdown([node(value)]));
  const line = (text: string): string => written(internText(text, values), 'line', () => writeLines([text]));

  const writeChunk = (blocks: readonly Block[]): string => {
    const [only, ...others] = blocks;
    return only !== undefined && others.length === 0 ? ofValue(only, toBlock) : printMarkdown(blocks.map(toBlock));
  };

  return (letter) => {
    const { notice, letterhead, date, reference, insideAddress, subject, salutation, body, close, signatures } = letter;
    const { enclosures, copies, notes } = letter;
    const conventions = conventionsOf(letter.language);
    return [
      notice === undefined
        ? []
        : written(internText(notice, values), 'notice', () => printMarkdown([noticeNode(notice)])),
      letterhead.length === 0 ? [] : ofValue(letterhead, linesNode),
      line(date),
      reference === undefined ? [] : line(reference),
      insideAddress.length === 0 ? [] : writeLines(insideAddress),
      ofValue(subject, (content) => ({ type: 'heading', depth: 1, children: toInlines(content) })),
      line(salutation),
      withListsTogether(body).map(writeChunk),
      line(close),
      signatures.length === 0 ? [] : written(signatures, '', () => signatures.map(writeSignature).join('\n')),
      enclosures.length === 0 ? [] : line(conventions.enclosures(enclosures.length)),
      enclosures.length === 0 ? [] : ofValue(enclosures, (all) => bulleted(all.map(toInlines))),
      copies.length === 0 ? [] : line(conventions.copies),
      copies.length === 0 ? [] : ofValue(copies, (all) => bulleted(all.map(textNode))),
      notes.map((note) => ofValue(note, noteNode)),
    ]
      .flat()
      .join('\n');
  };
}

/** Blocks are written one by one; only lists depend on each other, as two that touch must be told apart. */
function withListsTogether(body: readonly Block[]): readonly (readonly Block[])[] {
  const chunks: Block[][] = [];
  for (const block of body) {
    const chunk = chunks.at(-1);
    if (block.type === 'list' && chunk?.at(-1)?.type === 'list') chunk.push(block);
    else chunks.push([block]);
  }
  return chunks;
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
      // Not CommonMark, but many readers strike out what stands between tildes.
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

/** Lines that belong together: one paragraph, its lines broken by a backslash. */
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

function bulleted(items: readonly PhrasingContent[][]): List {
  const children = items.map((item) => ({ type: 'listItem' as const, spread: false, children: [paragraphNode(item)] }));
  return { type: 'list', ordered: false, spread: false, children };
}

function textNode(text: string): PhrasingContent[] {
  return [{ type: 'text', value: text }];
}

function paragraphNode(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

/** A block of a letter as mdast's own node, which its writer may keep and change. */
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

/** The content of one line or paragraph as mdast's own nodes. */
function toInlines(nodes: readonly Inline[]): PhrasingContent[] {
  return nodes.map(toInline);
}

/** A list of short items stands close together; as soon as one has two paragraphs, all have an empty line between. */
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
