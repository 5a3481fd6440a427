import type { Conventions } from '../../languages/conventions.ts';
import { conventionsOf } from '../../languages/languages.ts';
import { findFullNotes, noteContent } from '../../languages/note-forms.ts';
import { referenceLine } from '../../languages/reference-line.ts';
import { letterFileName } from '../../model/letter-file-name.ts';
import { internText } from '../../model/intern-letter.ts';
import type { LabelledReference, Letter, SignatureLine } from '../../model/letter.ts';
import type { Locales } from '../../model/locale-data.ts';
import { picturesOf } from '../../model/letter-pictures.ts';
import { areListed, groupSignatures, listedSignatureContent, signatureLines } from '../../model/signature-lines.ts';
import { textWords, type Block } from '../../model/tree.ts';
import { createValues, type Values } from '../../model/values.ts';
import { type WriteLetter, type WritingTools } from '../format.ts';
import {
  toBlockNode,
  noteNode,
  strongNode,
  paragraphNode,
  imageNode,
  linesNode,
  contentLinesNode,
  toInlineNodes,
  bulletList,
  textNode,
  nodesOfLines,
} from './markdown-nodes.ts';
import { type MarkdownContent, printMarkdown, type Bullet } from './print-markdown.ts';

/** Opens the format `md`: one Markdown file in UTF-8, and the pictures that it names beside it. */
export function openMarkdown({ locales, values }: WritingTools): WriteLetter {
  const write = createMarkdownWriter(locales, values);
  const encoder = new TextEncoder();
  return ({ letter }) => [
    { name: letterFileName(letter, 'md'), bytes: encoder.encode(write(letter)) },
    ...picturesOf(letter).map(({ file, bytes }) => ({ name: file, bytes, shared: 'picture' as const })),
  ];
}

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
      letterhead.length === 0 ? [] : printPart(letterhead, (names) => linesNode(names.map(textWords))),
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
      enclosures.length === 0
        ? []
        : printPart(enclosures, (all) => bulletList(all.map(({ title }) => toInlineNodes(title)))),
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

/** Prints lines as a paragraph with hard line breaks (a backslash at the end of each line but the last). */
function writeLines(texts: readonly string[]): string {
  return printMarkdown([linesNode(texts)]);
}

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
