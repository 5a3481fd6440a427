import type { BlockContent, FootnoteDefinition, Paragraph, PhrasingContent, Root } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { toMarkdown } from 'mdast-util-to-markdown';
import { furnitureOf } from '../model/furniture.ts';
import type { Letter } from '../model/letter.ts';
import { toBlock, toInlines } from './markdown-nodes.ts';

/**
 * The letter as CommonMark with footnotes (`[^1]`), in reading order, the notes at the end. Whatever a text holds is
 * escaped where it would be read as markup: parsing the result gives the same tree.
 */
export function writeMarkdown(letter: Letter): string {
  return toMarkdown(toRoot(letter), {
    bullet: '-',
    bulletOther: '*',
    emphasis: '*',
    listItemIndent: 'one',
    incrementListMarker: true,
    // Not CommonMark, but many readers strike out what stands between tildes.
    unsafe: [
      { character: '~', inConstruct: 'phrasing', notInConstruct: ['autolink', 'destinationLiteral', 'destinationRaw'] },
    ],
    extensions: [gfmFootnoteToMarkdown()],
  });
}

function toRoot(letter: Letter): Root {
  const furniture = furnitureOf(letter.language);
  const notice: PhrasingContent[] =
    letter.notice === undefined ? [] : [{ type: 'strong', children: words(letter.notice) }];
  const blocks: readonly (BlockContent | FootnoteDefinition)[] = [
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
  return { type: 'root', children: [...blocks] };
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
