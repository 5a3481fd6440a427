import type { BlockContent, FootnoteDefinition, Paragraph, PhrasingContent } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { toMarkdown } from 'mdast-util-to-markdown';
import { boundedCache } from '../model/bounded-cache.ts';
import { furnitureOf } from '../model/furniture.ts';
import type { Letter } from '../model/letter.ts';
import { toBlock, toInlines } from './markdown-nodes.ts';

/** Writes a letter as Markdown. */
export type WriteMarkdown = (letter: Letter) => string;

/** Blocks kept per generation: those that a campaign says to many, and of the last letters. */
const REMEMBERED_BLOCKS = 400;

/**
 * Opens the writing of a run: CommonMark with footnotes (`[^1]`), in reading order, the notes at the end. Whatever a text
 * holds is escaped where it would be read as markup: parsing the result gives the same tree. What many letters say is
 * written once.
 */
export function openMarkdownWriter(): WriteMarkdown {
  const written = boundedCache<string>(REMEMBERED_BLOCKS);
  return (letter) =>
    inChunks(blocksOf(letter))
      .map((chunk) => written.recall(JSON.stringify(chunk), () => write(chunk)))
      .join('\n');
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

/** Blocks are written one by one; only lists depend on each other, as two that touch must be told apart. */
function inChunks(blocks: readonly Content[]): readonly Content[][] {
  const chunks: Content[][] = [];
  for (const block of blocks) {
    const chunk = chunks.at(-1);
    if (chunk?.at(-1)?.type === 'list' && block.type === 'list') chunk.push(block);
    else chunks.push([block]);
  }
  return chunks;
}

type Content = BlockContent | FootnoteDefinition;

function blocksOf(letter: Letter): readonly Content[] {
  const furniture = furnitureOf(letter.language);
  const notice: PhrasingContent[] =
    letter.notice === undefined ? [] : [{ type: 'strong', children: words(letter.notice) }];
  return [
    ...paragraph(notice),
    ...lines(letter.letterhead),
    ...lines([letter.date]),
    ...lines(letter.reference === undefined ? [] : [letter.reference]),
    ...lines(letter.insideAddress),
    { type: 'heading', depth: 1, children: toInlines(letter.subject) },
    ...lines([letter.salutation]),
    ...letter.body.map(toBlock),
    ...lines([letter.close]),
    ...letter.signatures.flatMap(({ organisation, person, title }) =>
      lines([organisation, ...(person === undefined ? [] : [person]), ...(title === undefined ? [] : [title])]),
    ),
    ...labelled(furniture.enclosures(letter.enclosures.length), letter.enclosures.map(toInlines)),
    ...labelled(furniture.copies, letter.copies.map(words)),
    ...letter.notes.map(({ number, content }): FootnoteDefinition => {
      const identifier = String(number);
      return { type: 'footnoteDefinition', identifier, label: identifier, children: paragraph(toInlines(content)) };
    }),
  ];
}

function words(text: string): PhrasingContent[] {
  return [{ type: 'text', value: text }];
}

function paragraph(children: PhrasingContent[]): Paragraph[] {
  return children.length === 0 ? [] : [{ type: 'paragraph', children }];
}

/** Lines that belong together: one paragraph, its lines broken by a backslash. */
function lines(texts: readonly string[]): readonly Paragraph[] {
  return paragraph(
    texts.flatMap((text, index): PhrasingContent[] =>
      index === 0 ? words(text) : [{ type: 'break' }, ...words(text)],
    ),
  );
}

function labelled(label: string, items: readonly PhrasingContent[][]): readonly BlockContent[] {
  if (items.length === 0) return [];
  const children = items.map((item) => ({ type: 'listItem' as const, spread: false, children: paragraph(item) }));
  return [...lines([label]), { type: 'list', ordered: false, spread: false, children }];
}
