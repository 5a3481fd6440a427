import type {
  BlockContent,
  FootnoteDefinition,
  Image,
  List,
  ListItem,
  Nodes,
  Paragraph,
  PhrasingContent,
  Table,
  TableRow,
  Text,
} from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown, type Handle, type Unsafe } from 'mdast-util-to-markdown';
import type { Conventions } from '../../languages/conventions.ts';
import { conventionsOf } from '../../languages/languages.ts';
import { findFullNotes, noteContent, type PrintedNote } from '../../languages/note-forms.ts';
import { referenceLine } from '../../languages/reference-line.ts';
import { internText } from '../../model/intern-letter.ts';
import type { LabelledReference, Letter, SignatureLine } from '../../model/letter.ts';
import type { Locales } from '../../model/locale-data.ts';
import { picturesOf } from '../../model/letter-pictures.ts';
import type { Figure } from '../../model/picture.ts';
import { areListed, groupSignatures, listedSignatureContent, signatureLines } from '../../model/signature-lines.ts';
import {
  createTextNode,
  type Block,
  type Inline,
  type List as ListBlock,
  type Table as TableBlock,
} from '../../model/tree.ts';
import { createValues, type Values } from '../../model/values.ts';
import { fileName, type WriteLetter, type WritingTools } from '../format.ts';
import { UNSAFE_IN_GFM } from './unsafe-in-gfm.ts';

/** Opens the format `md`: one Markdown file in UTF-8, and the pictures that it names beside it. */
export function openMarkdown({ locales, values }: WritingTools): WriteLetter {
  const write = createMarkdownWriter(locales, values);
  const encoder = new TextEncoder();
  return ({ letter }) => [
    { name: fileName(letter, 'md'), bytes: encoder.encode(write(letter)) },
    ...picturesOf(letter).map(({ file, bytes }) => ({ name: file, bytes, isPicture: true })),
  ];
}

/** Two colons at the start of a line are a workflow command of GitHub Actions where a letter is printed. */
const WORKFLOW_COMMAND: Unsafe = { atBreak: true, character: ':', after: ':' };

/** Returns a letter as Markdown. */
export type WriteMarkdown = (letter: Letter) => string;

/**
 * Opens the Markdown writer of a run. It writes CommonMark with footnotes (`[^1]`) in reading order, and the
 * definitions of footnotes at the end. Text that would be parsed as markup is escaped, so that parsing the Markdown as
 * CommonMark or as GitHub Flavored Markdown gives the tree of the letter. The Markdown of each interned part is cached.
 */
export function createMarkdownWriter(locales: Locales, values: Values = createValues()): WriteMarkdown {
  const memo = values.memo<string>();
  // The key of the memo is empty, because each kind of part but notes is printed in one way only.
  const printPart = <T extends object>(part: T, toNode: (part: T) => MarkdownContent): string =>
    memo(part, '', () => printMarkdown([toNode(part)]));
  const writeLine = (text: string): string => memo(internText(text, values), 'line', () => writeLines([text]));

  const writeGroup = (blocks: readonly Block[]): string => {
    const [block, ...furtherBlocks] = blocks;
    return block !== undefined && furtherBlocks.length === 0
      ? printPart(block, toBlockNode)
      : printMarkdown(blocks.map(toBlockNode));
  };

  /** A letter in Markdown is one page, so that only the first note of a source gives it in full. */
  const writeNotes = ({ notes, language }: Letter): readonly string[] => {
    const conventions = conventionsOf(language, locales);
    const fullNotes = findFullNotes(notes);
    return notes.map((note, index) => {
      const fullNote = fullNotes[index];
      return memo(note, `${language} ${fullNote}`, () => {
        return printMarkdown([noteNode({ number: note.number, content: noteContent(note, fullNote, conventions) })]);
      });
    });
  };

  return (letter) => {
    const { notice, letterhead, dateLine, references, insideAddress, subject, salutation, body, close, signatures } =
      letter;
    const { logo, senderLines, marking, delivery, postScriptum, enclosures, copies } = letter;
    const conventions = conventionsOf(letter.language, locales);
    return [
      notice === undefined ? [] : memo(internText(notice, values), 'notice', () => printMarkdown([strongNode(notice)])),
      logo === undefined ? [] : printPart(logo, ({ figure }) => paragraphNode([imageNode(figure)])),
      letterhead.length === 0 ? [] : printPart(letterhead, linesNode),
      senderLines.length === 0 ? [] : printPart(senderLines, contentLinesNode),
      dateLine === undefined ? [] : writeLine(dateLine.value),
      references.map((reference) => writeReference(reference, conventions)),
      [marking, delivery].flatMap((text) => (text === undefined ? [] : writeLine(text))),
      insideAddress.length === 0 ? [] : writeLines(insideAddress.map(({ value }) => value)),
      printPart(subject, (content) => ({ type: 'heading', depth: 1, children: toInlineNodes(content) })),
      writeLine(salutation.value),
      groupAdjacentLists(body).map(writeGroup),
      writeLine(close.value),
      signatures.length === 0
        ? []
        : memo(signatures, bulletBefore(postScriptum), () => writeSignatures(signatures, bulletBefore(postScriptum))),
      groupAdjacentLists(postScriptum).map(writeGroup),
      enclosures.length === 0 ? [] : writeLine(conventions.enclosures(enclosures.length)),
      enclosures.length === 0 ? [] : printPart(enclosures, (all) => bulletList(all.map(toInlineNodes))),
      copies.length === 0 ? [] : writeLine(conventions.copies),
      copies.length === 0 ? [] : printPart(copies, (all) => bulletList(all.map(textNode))),
      writeNotes(letter),
    ]
      .flat()
      .join('\n');
  };
}

/**
 * Groups the blocks that must be printed together. Adjacent lists form a group, because the second needs another list
 * marker, without which it would continue the first. Every other block is a group of its own.
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

/** A node at the top level of the Markdown tree. */
type MarkdownContent = BlockContent | FootnoteDefinition;

function printMarkdown(children: MarkdownContent[], bullet: Bullet = '-'): string {
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

/** Prints lines as a paragraph with hard line breaks (a backslash at the end of each line but the last). */
function writeLines(texts: readonly string[]): string {
  return printMarkdown([linesNode(texts)]);
}

/** The marker of the items of a bullet list. */
type Bullet = '-' | '*';

/** Returns the marker of a list above these blocks: another than theirs, so that a list among them does not continue it. */
function bulletBefore([block]: readonly Block[]): Bullet {
  return block?.type === 'list' ? '*' : '-';
}

/** Prints each signature as a paragraph; many as a list, below the heading that they have. */
function writeSignatures(signatures: readonly SignatureLine[], bullet: Bullet): string {
  if (!areListed(signatures)) {
    return signatures.map(writeSignature).join('\n');
  }
  const groups = groupSignatures(signatures).flatMap(({ heading, signatures: listed }) => [
    ...(heading === undefined ? [] : [strongNode(heading)]),
    bulletList(listed.map((each) => nodesOfLines(listedSignatureContent(each)))),
  ]);
  return printMarkdown(groups, bullet);
}

function writeSignature(signature: SignatureLine): string {
  const lines = writeLines(signatureLines(signature).map(({ value }) => value));
  const { image } = signature;
  return image === undefined ? lines : `${printMarkdown([paragraphNode([imageNode(image)])])}\n${lines}`;
}

function writeReference(reference: LabelledReference, conventions: Conventions): string {
  return printMarkdown([paragraphNode(toInlineNodes(referenceLine(reference, conventions)))]);
}

function linesNode(texts: readonly string[]): Paragraph {
  return contentLinesNode(texts.map((value) => [createTextNode(value)]));
}

function contentLinesNode(lines: readonly (readonly Inline[])[]): Paragraph {
  return paragraphNode(nodesOfLines(lines));
}

function nodesOfLines(lines: readonly (readonly Inline[])[]): PhrasingContent[] {
  return lines.flatMap((line, index): PhrasingContent[] =>
    index === 0 ? toInlineNodes(line) : [{ type: 'break' }, ...toInlineNodes(line)],
  );
}

function strongNode(text: string): Paragraph {
  return paragraphNode([{ type: 'strong', children: textNode(text) }]);
}

function noteNode({ number, content }: PrintedNote): FootnoteDefinition {
  const identifier = String(number);
  return {
    type: 'footnoteDefinition',
    identifier,
    label: identifier,
    children: [paragraphNode(toInlineNodes(content))],
  };
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

/** Converts a block of the letter to an mdast node, which is always a copy, because the letter is immutable. */
function toBlockNode(block: Block): BlockContent {
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', children: toInlineNodes(block.children) };
    case 'heading':
      return { type: 'heading', depth: block.depth, children: toInlineNodes(block.children) };
    case 'blockquote':
      return { type: 'blockquote', children: block.children.map(toBlockNode) };
    case 'list':
      return toListNode(block);
    case 'table':
      return toTableNode(block);
    case 'thematicBreak':
      return { type: 'thematicBreak' };
    case 'picture':
      return paragraphNode([imageNode(block.figure)]);
  }
}

/** Returns a picture, which has the same path beside the letters as in the folder of the letter's texts. */
function imageNode({ picture, alternative }: Figure): Image {
  return { type: 'image', url: picture.file, alt: alternative ?? '' };
}

function toTableNode({ align, children }: TableBlock): Table {
  const rows = children.map((row): TableRow => ({
    type: 'tableRow',
    children: row.children.map((cell) => ({ type: 'tableCell', children: toInlineNodes(cell.children) })),
  }));
  return { type: 'table', align: [...align], children: rows };
}

/**
 * Converts inline content of the letter to mdast nodes. Between the marks of two notes, which programs print as plain
 * superscripts, there is a narrow no-break space, so that 1 and 2 are not read as 12.
 */
function toInlineNodes(nodes: readonly Inline[]): PhrasingContent[] {
  return nodes.flatMap((node, index) => {
    const previousNode = nodes[index - 1];
    const isSecondMark = previousNode !== undefined && endsWithMark(previousNode) && startsWithMark(node);
    return isSecondMark ? [{ type: 'text', value: '\u202F' }, toInlineNode(node)] : [toInlineNode(node)];
  });
}

function startsWithMark(node: Inline): boolean {
  if (node.type === 'footnoteReference') return true;
  const firstChild = 'children' in node ? node.children[0] : undefined;
  return firstChild !== undefined && startsWithMark(firstChild);
}

function endsWithMark(node: Inline): boolean {
  if (node.type === 'footnoteReference') return true;
  const lastChild = 'children' in node ? node.children.at(-1) : undefined;
  return lastChild !== undefined && endsWithMark(lastChild);
}

/**
 * Converts a list of the letter. The mdast node is loose (an empty line between items) if the list is ordered or one of
 * its items has several blocks, and otherwise tight.
 */
function toListNode(list: ListBlock): List {
  const spread = list.ordered || list.children.some(({ children }) => children.length > 1);
  const children = list.children.map((item): ListItem => ({
    type: 'listItem',
    spread,
    children: item.children.map(toBlockNode),
  }));
  return { type: 'list', ordered: list.ordered, start: list.ordered ? list.start : null, spread, children };
}

function toInlineNode(node: Inline): PhrasingContent {
  switch (node.type) {
    case 'text':
      return { type: 'text', value: node.value };
    case 'break':
      return { type: 'break' };
    case 'footnoteReference':
      return { type: 'footnoteReference', identifier: node.identifier, label: node.identifier };
    case 'link':
      return { type: 'link', url: node.url, children: toInlineNodes(node.children) };
    case 'emphasis':
    case 'strong':
      return { type: node.type, children: toInlineNodes(node.children) };
  }
}
