import type { Letter, SignatureLine } from '../model/letter.ts';
import { plainText, textWords, type Block, type ListItem } from '../model/tree.ts';
import { areListed, groupSignatures, listedSignatureLines, signatureLines } from '../model/signature-lines.ts';
import type { Conventions } from './conventions.ts';
import { referenceLine } from './reference-line.ts';
import { notesOnOnePage, type PrintedNote } from './note-forms.ts';

/**
 * Returns the text of a letter in reading order, one block or cell of a table on each line, with the same words in all
 * output formats. The numbers of list items and of footnotes are included, and the alternatives of pictures. Bullets
 * are not, nor are the footnote marks in running text. `conventions` are those of its language. `notes` are the notes
 * as printed: those of a letter without pages, unless others are given.
 */
export function letterWords(
  letter: Letter,
  conventions: Conventions,
  notes: readonly PrintedNote[] = notesOnOnePage(letter, conventions),
): string {
  const { enclosures, copies, signatures } = letter;
  const lines = [
    letter.notice ?? '',
    letter.logo?.figure.alternative ?? '',
    ...letter.letterhead.map(textWords),
    ...letter.senderLines.map(plainText),
    letter.dateLine?.value ?? '',
    ...letter.references.map((reference) => plainText(referenceLine(reference, conventions))),
    letter.marking ?? '',
    letter.delivery ?? '',
    ...letter.insideAddress.map(({ value }) => value),
    plainText(letter.subject),
    letter.salutation.value,
    ...letter.body.flatMap(blockLines),
    letter.close.value,
    ...signatureTexts(signatures),
    ...letter.postScriptum.flatMap(blockLines),
    ...(enclosures.length === 0 ? [] : [conventions.enclosures(enclosures.length), ...enclosures.map(plainText)]),
    ...(copies.length === 0 ? [] : [conventions.copies, ...copies]),
    ...notes.map(({ number, content }) => `${number} ${plainText(content)}`),
  ];
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => `${line}\n`)
    .join('');
}

/** Returns the text of blocks in reading order, as `letterWords` has it, one block or cell of a table on each line. */
export function wordsOfBlocks(blocks: readonly Block[]): string {
  return blocks.flatMap(blockLines).join('\n');
}

function signatureTexts(signatures: readonly SignatureLine[]): readonly string[] {
  if (!areListed(signatures)) {
    return signatures.flatMap((signature) => [
      signature.image?.alternative ?? '',
      ...signatureLines(signature).map(({ value }) => value),
    ]);
  }
  return groupSignatures(signatures).flatMap(({ heading, signatures: listed }) => [
    ...(heading === undefined ? [] : [heading]),
    ...listed.flatMap(listedSignatureLines).map(({ value }) => value),
  ]);
}

function blockLines(block: Block): readonly string[] {
  if (block.type === 'paragraph' || block.type === 'heading') return [plainText(block.children)];
  if (block.type === 'blockquote') return block.children.flatMap(blockLines);
  if (block.type === 'table')
    return block.children.flatMap((row) => row.children.map((cell) => plainText(cell.children)));
  if (block.type === 'thematicBreak') return [];
  if (block.type === 'picture') return [block.figure.alternative ?? ''];
  return block.children.flatMap((item, index) => listItemLines(item, block.ordered ? block.start + index : undefined));
}

function listItemLines({ children }: ListItem, number: number | undefined): readonly string[] {
  const [firstLine = '', ...otherLines] = children.flatMap(blockLines);
  return [number === undefined ? firstLine : `${number}. ${firstLine}`, ...otherLines];
}
