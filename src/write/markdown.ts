import type { BlockContent, FootnoteDefinition, List, Paragraph, PhrasingContent } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { toMarkdown } from 'mdast-util-to-markdown';
import { recurringCache } from '../model/bounded-cache.ts';
import { furnitureOf } from '../model/furniture.ts';
import type { Letter, Note, SignatureLine } from '../model/letter.ts';
import type { Block } from '../model/tree.ts';
import { toBlock, toInlines } from './markdown-nodes.ts';
import { plainParagraph } from './plain-lines.ts';

/** Writes a letter as Markdown. */
export type WriteMarkdown = (letter: Letter) => string;

/** Texts kept per generation: those that a campaign says to many. */
const REMEMBERED_TEXTS = 300;

/**
 * Opens the writing of a run: CommonMark with footnotes (`[^1]`), in reading order, the notes at the end. Whatever a text
 * holds is escaped where it would be read as markup: parsing the result gives the same tree. What letters share is
 * written once: that is, values that are the same one, and texts that are equal.
 */
export function openMarkdownWriter(): WriteMarkdown {
  const notices = recurringCache<string>(REMEMBERED_TEXTS);
  const lines = recurringCache<string>(REMEMBERED_TEXTS);
  const copyLists = recurringCache<string>(REMEMBERED_TEXTS);
  const writeCopies = (copies: readonly string[]): string =>
    copyLists.recall(JSON.stringify(copies), () => write([bulleted(copies.map(words))]));
  const line = (text: string): string => lines.recall(text, () => writeLines([text]));
  const writeLetterhead = remembering(writeLines);
  const writeSubject = remembering((content: Letter['subject']) =>
    write([{ type: 'heading', depth: 1, children: toInlines(content) }]),
  );
  const writeBlock = remembering((block: Block) => plainBlock(block) ?? write([toBlock(block)]));
  const writeSignature = remembering((signature: SignatureLine) => writeLines(linesOf(signature)));
  const writeEnclosures = remembering((all: Letter['enclosures']) => write([bulleted(all.map(toInlines))]));
  const writeNote = remembering((note: Note) => write([noteNode(note)]));

  const writeChunk = (blocks: readonly Block[]): string => {
    const [only, ...others] = blocks;
    return only !== undefined && others.length === 0 ? writeBlock(only) : write(blocks.map(toBlock));
  };

  return (letter) => {
    const { notice, letterhead, date, reference, insideAddress, subject, salutation, body, close, signatures } = letter;
    const { enclosures, copies, notes } = letter;
    const furniture = furnitureOf(letter.language);
    return [
      ...(notice === undefined ? [] : [notices.recall(notice, () => write([noticeNode(notice)]))]),
      ...(letterhead.length === 0 ? [] : [writeLetterhead(letterhead)]),
      line(date),
      ...(reference === undefined ? [] : [line(reference)]),
      ...(insideAddress.length === 0 ? [] : [writeLines(insideAddress)]),
      writeSubject(subject),
      line(salutation),
      ...withListsTogether(body).map(writeChunk),
      line(close),
      ...signatures.map(writeSignature),
      ...(enclosures.length === 0 ? [] : [line(furniture.enclosures(enclosures.length)), writeEnclosures(enclosures)]),
      ...(copies.length === 0 ? [] : [line(furniture.copies), writeCopies(copies)]),
      ...notes.map(writeNote),
    ].join('\n');
  };
}

/** Writes a value once; it is forgotten with the value. */
function remembering<T extends object>(writeAnew: (value: T) => string): (value: T) => string {
  const written = new WeakMap<T, string>();
  return (value) => {
    const known = written.get(value);
    if (known !== undefined) return known;
    const anew = writeAnew(value);
    written.set(value, anew);
    return anew;
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

type Content = BlockContent | FootnoteDefinition;

function write(children: Content[]): string {
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
  return plainParagraph(texts) ?? write([linesNode(texts)]);
}

/** A paragraph that says nothing but words. */
function plainBlock(block: Block): string | undefined {
  const [only, ...others] = block.type === 'paragraph' ? block.children : [];
  return only?.type === 'text' && others.length === 0 ? plainParagraph([only.value]) : undefined;
}

function linesOf({ organisation, person, title }: SignatureLine): readonly string[] {
  return [organisation, ...(person === undefined ? [] : [person]), ...(title === undefined ? [] : [title])];
}

function linesNode(texts: readonly string[]): Paragraph {
  return paragraph(
    texts.flatMap((text, index): PhrasingContent[] =>
      index === 0 ? words(text) : [{ type: 'break' }, ...words(text)],
    ),
  );
}

function noticeNode(notice: string): Paragraph {
  return paragraph([{ type: 'strong', children: words(notice) }]);
}

function noteNode({ number, content }: Note): FootnoteDefinition {
  const identifier = String(number);
  return { type: 'footnoteDefinition', identifier, label: identifier, children: [paragraph(toInlines(content))] };
}

function bulleted(items: readonly PhrasingContent[][]): List {
  const children = items.map((item) => ({ type: 'listItem' as const, spread: false, children: [paragraph(item)] }));
  return { type: 'list', ordered: false, spread: false, children };
}

function words(text: string): PhrasingContent[] {
  return [{ type: 'text', value: text }];
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}
