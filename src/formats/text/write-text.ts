import type { Conventions } from '../../languages/conventions.ts';
import { conventionsOf } from '../../languages/languages.ts';
import { notesOnOnePage } from '../../languages/note-forms.ts';
import { referenceLine } from '../../languages/reference-line.ts';
import type { Letter, SignatureLine } from '../../model/letter.ts';
import type { Locales } from '../../model/locale-data.ts';
import { areListed, groupSignatures, listedSignatureContent, signatureLines } from '../../model/signature-lines.ts';
import { createTextNode, textWords } from '../../model/tree.ts';
import { letterFileName } from '../../model/letter-file-name.ts';
import type { WriteLetter, WritingTools } from '../format.ts';
import { blocksText, inlinesText, itemsText, joinParts, linesText, pictureText } from './text-blocks.ts';

/** Opens the format `txt`: one file of plain text in UTF-8. */
export function openText({ locales }: WritingTools): WriteLetter {
  const write = createTextWriter(locales);
  const encoder = new TextEncoder();
  return ({ letter }) => [{ name: letterFileName(letter, 'txt'), bytes: encoder.encode(write(letter)) }];
}

/**
 * Opens the plain text writer of a run, for the body of an e-mail and for forms on the web. A paragraph is one line:
 * programs break it where they need to, and a form keeps each line end that it is given. Values have no direction marks
 * that are not theirs. The notes are at the end, by the numbers that their marks have in brackets.
 */
export function createTextWriter(locales: Locales): (letter: Letter) => string {
  return (letter) => `${joinParts(textParts(letter, conventionsOf(letter.language, locales)))}\n`;
}

/** Returns the parts of a letter in reading order. A part that the letter does not have is empty. */
function textParts(letter: Letter, conventions: Conventions): readonly string[] {
  const { enclosures, copies, signatures } = letter;
  return [
    letter.notice ?? '',
    letter.logo === undefined ? '' : pictureText(letter.logo.figure),
    linesText(letter.letterhead.map(textWords)),
    linesText(letter.senderLines),
    letter.dateLine?.value ?? '',
    ...letter.references.map((reference) => inlinesText(referenceLine(reference, conventions))),
    letter.marking ?? '',
    letter.delivery ?? '',
    linesText(letter.insideAddress.map(({ value }) => value)),
    inlinesText(letter.subject),
    letter.salutation.value,
    blocksText(letter.body),
    letter.close.value,
    ...(areListed(signatures) ? listedSignatureTexts(signatures) : signatures.map(signatureText)),
    blocksText(letter.postScriptum),
    ...(enclosures.length === 0
      ? []
      : [conventions.enclosures(enclosures.length), itemsText(enclosures.map(({ title }) => title))]),
    ...(copies.length === 0 ? [] : [conventions.copies, itemsText(copies.map((copy) => [createTextNode(copy)]))]),
    ...notesOnOnePage(letter, conventions).map(({ number, content }) => `[${number}] ${inlinesText(content)}`),
  ];
}

function signatureText(signature: SignatureLine): string {
  const picture = signature.image === undefined ? '' : pictureText(signature.image);
  return linesText([...(picture === '' ? [] : [picture]), ...signatureLines(signature).map(({ value }) => value)]);
}

/** Returns many signatures as lists, below the headings that they have. */
function listedSignatureTexts(signatures: readonly SignatureLine[]): readonly string[] {
  return groupSignatures(signatures).flatMap(({ heading, signatures: listed }) => [
    heading ?? '',
    itemsText(
      listed.map((signature) =>
        listedSignatureContent(signature).flatMap((line, index) =>
          index === 0 ? line : [{ type: 'break' as const }, ...line],
        ),
      ),
    ),
  ]);
}
