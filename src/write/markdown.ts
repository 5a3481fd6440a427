import type { BlockContent, FootnoteDefinition, Paragraph, PhrasingContent } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { toMarkdown } from 'mdast-util-to-markdown';
import { recurringCache } from '../model/bounded-cache.ts';
import { furnitureOf } from '../model/furniture.ts';
import type { Letter, Note } from '../model/letter.ts';
import type { Block } from '../model/tree.ts';
import { openNumbers, type NumberOf } from '../model/value-numbers.ts';
import { toBlock, toInlines } from './markdown-nodes.ts';
import { plainParagraph } from './plain-lines.ts';

/** Writes a letter as Markdown. */
export type WriteMarkdown = (letter: Letter) => string;

/** Blocks kept per generation: those that a campaign says to many. */
const REMEMBERED_BLOCKS = 1000;
/** A block that is said again is said again soon. */
const NUMBERED_BLOCKS = 300;

/**
 * Opens the writing of a run: CommonMark with footnotes (`[^1]`), in reading order, the notes at the end. Whatever a text
 * holds is escaped where it would be read as markup: parsing the result gives the same tree. What many letters say is
 * written once.
 */
export function openMarkdownWriter(): WriteMarkdown {
  const written = recurringCache<string>(REMEMBERED_BLOCKS);
  const partsOf = openParts(openNumbers(NUMBERED_BLOCKS));
  return (letter) =>
    inChunks(partsOf(letter))
      .map((chunk) => written.recall(chunk.map(({ key }) => key).join('\n'), () => writeChunk(chunk)))
      .join('\n');
}

function writeChunk(chunk: readonly Part[]): string {
  const [only] = chunk;
  const plain = chunk.length === 1 && only?.lines !== undefined ? plainParagraph(only.lines) : undefined;
  return plain ?? write(chunk.map(({ node }) => node()));
}

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

/** A block, by a key that is the same for equal ones alone. It is made only if it has to be written. */
interface Part {
  readonly key: string;
  readonly isList: boolean;
  readonly node: () => Content;
  /** Its lines, if it is a paragraph that says nothing but these. */
  readonly lines?: readonly string[];
}

type Content = BlockContent | FootnoteDefinition;

/** Blocks are written one by one; only lists depend on each other, as two that touch must be told apart. */
function inChunks(parts: readonly Part[]): readonly Part[][] {
  const chunks: Part[][] = [];
  for (const part of parts) {
    const chunk = chunks.at(-1);
    if (part.isList && chunk?.at(-1)?.isList === true) chunk.push(part);
    else chunks.push([part]);
  }
  return chunks;
}

/** Opens the division of letters into parts. */
function openParts(numberOf: NumberOf): (letter: Letter) => readonly Part[] {
  function blockKey(block: Block): string {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return `${block.type} ${numberOf(block)}`;
      case 'blockquote':
        return `quote (${block.children.map(blockKey).join()})`;
      case 'list':
        return `list ${block.ordered} ${block.start} (${block.children.map((item) => item.children.map(blockKey).join()).join(';')})`;
    }
  }

  const part = (key: string, node: () => Content): Part => ({ key, isList: false, node });
  const bodyPart = (block: Block): Part => {
    const part = { key: blockKey(block), isList: block.type === 'list', node: () => toBlock(block) };
    const [only, ...others] = block.type === 'paragraph' ? block.children : [];
    return only?.type === 'text' && others.length === 0 ? { ...part, lines: [only.value] } : part;
  };

  return (letter) => {
    const { notice, reference, enclosures, copies } = letter;
    const furniture = furnitureOf(letter.language);
    return [
      ...(notice === undefined ? [] : [part(`notice ${notice}`, () => noticeNode(notice))]),
      ...lines(letter.letterhead),
      ...lines([letter.date]),
      ...lines(reference === undefined ? [] : [reference]),
      ...lines(letter.insideAddress),
      part(`subject ${numberOf(letter.subject)}`, () => {
        return { type: 'heading', depth: 1, children: toInlines(letter.subject) };
      }),
      ...lines([letter.salutation]),
      ...letter.body.map(bodyPart),
      ...lines([letter.close]),
      ...letter.signatures.flatMap(({ organisation, person, title }) =>
        lines([organisation, ...(person === undefined ? [] : [person]), ...(title === undefined ? [] : [title])]),
      ),
      ...labelled(
        furniture.enclosures(enclosures.length),
        `enclosures ${enclosures.map(numberOf).join()}`,
        enclosures.map(toInlines),
      ),
      ...labelled(furniture.copies, `copies ${JSON.stringify(copies)}`, copies.map(words)),
      ...letter.notes.map((note) => part(`note ${numberOf(note)}`, () => noteNode(note))),
    ];
  };
}

function noticeNode(notice: string): Paragraph {
  return paragraph([{ type: 'strong', children: words(notice) }]);
}

function noteNode({ number, content }: Note): FootnoteDefinition {
  const identifier = String(number);
  return { type: 'footnoteDefinition', identifier, label: identifier, children: [paragraph(toInlines(content))] };
}

function words(text: string): PhrasingContent[] {
  return [{ type: 'text', value: text }];
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

/** Lines that belong together: one paragraph, its lines broken by a backslash; nothing if there are none. */
function lines(texts: readonly string[]): readonly Part[] {
  if (texts.length === 0) return [];
  return [{ key: `lines ${JSON.stringify(texts)}`, isList: false, node: () => linesNode(texts), lines: texts }];
}

function linesNode(texts: readonly string[]): Paragraph {
  return paragraph(
    texts.flatMap((text, index): PhrasingContent[] =>
      index === 0 ? words(text) : [{ type: 'break' }, ...words(text)],
    ),
  );
}

function labelled(label: string, key: string, items: readonly PhrasingContent[][]): readonly Part[] {
  if (items.length === 0) return [];
  const node = (): BlockContent => {
    const children = items.map((item) => ({
      type: 'listItem' as const,
      spread: false,
      children: [paragraph(item)],
    }));
    return { type: 'list', ordered: false, spread: false, children };
  };
  return [...lines([label]), { key, isList: true, node }];
}
