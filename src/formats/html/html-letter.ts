import type { Conventions } from '../../languages/conventions.ts';
import { notesOnOnePage, type PrintedNote } from '../../languages/note-forms.ts';
import { referenceLine } from '../../languages/reference-line.ts';
import type { Letter, SignatureLine } from '../../model/letter.ts';
import { areListed, groupSignatures, listedSignatureContent, signatureLines } from '../../model/signature-lines.ts';
import { createTextNode, type Inline, type Text } from '../../model/tree.ts';
import { blockNodes, pictureNode, lineElement, lineInside } from './html-blocks.ts';
import { markId, noteId, type HtmlContext } from './html-inlines.ts';
import { createElement, type BlockElement, type HtmlElement, type HtmlNode } from './html-tree.ts';
import { createNoteMarks } from './note-marks.ts';
import type { PictureAddress } from '../picture-address.ts';

/** Returns the body of the document of a letter, in reading order. `conventions` are those of its language. */
export function letterBody(letter: Letter, conventions: Conventions, pictureAddress: PictureAddress): HtmlElement {
  const context: HtmlContext = {
    direction: conventions.writingDirection,
    demandsLabel: conventions.demandsHeading,
    marks: createNoteMarks(),
    pictureAddress,
  };
  const header = headerNodes(letter, context);
  return createElement(
    'body',
    {},
    ...(header.length === 0 ? [] : [createElement('header', {}, ...header)]),
    // The notes are last: which of them have marks is known when all else is written.
    createElement('main', {}, ...mainNodes(letter, conventions, context), ...notesNodes(letter, conventions, context)),
  );
}

/** A text as a line of its own. */
function wordsLine(name: BlockElement, words: string | Text, context: HtmlContext, className?: string): HtmlElement {
  return lineElement(name, { class: className }, [typeof words === 'string' ? createTextNode(words) : words], context);
}

/** Returns what is at the head of the page: the notice, and the letterhead. */
function headerNodes({ notice, logo, letterhead, senderLines }: Letter, context: HtmlContext): readonly HtmlElement[] {
  return [
    ...(notice === undefined ? [] : [wordsLine('p', notice, context, 'notice')]),
    ...(logo === undefined
      ? []
      : [createElement('p', { class: `logo ${logo.align}` }, pictureNode(logo.figure, context))]),
    ...letterhead.map((name) => wordsLine('p', name, context, 'sender')),
    ...(senderLines.length === 0
      ? []
      : [createElement('address', {}, ...senderLines.map((line) => lineElement('div', {}, line, context)))]),
  ];
}

function mainNodes(letter: Letter, conventions: Conventions, context: HtmlContext): readonly HtmlNode[] {
  const { dateLine, day, references, marking, delivery, insideAddress, subject, salutation, body, close } = letter;
  const { signatures, postScriptum, enclosures, copies } = letter;
  const copyLines = copies.map((copy) => [createTextNode(copy)]);
  return [
    dateLine === undefined ? [] : dateNode(dateLine, day, context),
    references.map((reference) => lineElement('p', {}, referenceLine(reference, conventions), context)),
    [marking, delivery].flatMap((words) => (words === undefined ? [] : [wordsLine('p', words, context, 'treatment')])),
    insideAddress.length === 0
      ? []
      : createElement('div', { class: 'recipient' }, ...insideAddress.map((line) => wordsLine('div', line, context))),
    lineElement('h1', {}, subject, context),
    wordsLine('p', salutation, context),
    blockNodes(body, context),
    wordsLine('p', close, context, 'close'),
    areListed(signatures) ? listedSignatures(signatures, context) : signatureBlocks(signatures, context),
    blockNodes(postScriptum, context),
    labelledList(
      'enclosures',
      conventions.enclosures(enclosures.length),
      enclosures.map(({ title }) => title),
      context,
    ),
    labelledList('copies', conventions.copies, copyLines, context),
  ];
}

function dateNode(dateLine: Text, day: string, context: HtmlContext): HtmlElement {
  const { attributes, children } = lineElement('p', { class: 'date' }, [dateLine], context);
  return createElement('p', attributes, createElement('time', { datetime: day }, ...children));
}

/** Returns each signature as a block, with its picture above its lines. */
function signatureBlocks(signatures: readonly SignatureLine[], context: HtmlContext): readonly HtmlElement[] {
  if (signatures.length === 0) return [];
  const blocks = signatures.map((signature) =>
    createElement(
      'div',
      { class: signature.image === undefined ? 'signature' : 'signature signed' },
      ...(signature.image === undefined ? [] : [createElement('div', {}, pictureNode(signature.image, context))]),
      ...signatureLines(signature).map((line) => wordsLine('div', line, context)),
    ),
  );
  return [createElement('div', { class: 'signatures' }, ...blocks)];
}

/** Returns many signatures as lists, below the headings that they have. */
function listedSignatures(signatures: readonly SignatureLine[], context: HtmlContext): readonly HtmlElement[] {
  return groupSignatures(signatures).flatMap(({ heading, signatures: listed }, index) => {
    const id = `signatures-${index + 1}`;
    const items = listed.map((signature) =>
      createElement(
        'li',
        {},
        ...listedSignatureContent(signature).map((line) => lineElement('div', {}, line, context)),
      ),
    );
    return heading === undefined
      ? [createElement('ul', { class: 'signatories' }, ...items)]
      : [
          lineElement('p', { id, class: 'label' }, [createTextNode(heading)], context),
          createElement('ul', { class: 'signatories', 'aria-labelledby': id }, ...items),
        ];
  });
}

/** Returns a list at the end of the letter below its label, which is its accessible name too; none without an item. */
function labelledList(
  id: string,
  label: string,
  items: readonly (readonly Inline[])[],
  context: HtmlContext,
): readonly HtmlElement[] {
  if (items.length === 0) return [];
  return [
    lineElement('p', { id, class: 'label' }, [createTextNode(label)], context),
    createElement(
      'ul',
      { class: 'closing', 'aria-labelledby': id },
      ...items.map((item) => createElement('li', {}, lineInside(item, context))),
    ),
  ];
}

/** Returns the notes as a list, whose numbers are those of the notes. */
function notesNodes(letter: Letter, conventions: Conventions, context: HtmlContext): readonly HtmlElement[] {
  const notes = notesOnOnePage(letter, conventions);
  if (notes.length === 0) return [];
  const items = notes.map((note) => noteItem(note, conventions, context));
  return [createElement('section', { class: 'notes', role: 'doc-endnotes' }, createElement('ol', {}, ...items))];
}

/** Returns a note and, if it has a mark, the link that leads back to it. Its arrow is a character, not an emoji. */
function noteItem({ number, content }: PrintedNote, conventions: Conventions, context: HtmlContext): HtmlElement {
  const identifier = String(number);
  const { attributes, children } = lineElement('p', {}, content, context);
  const backLink = createElement(
    'a',
    { href: `#${markId(identifier)}`, role: 'doc-backlink', 'aria-label': conventions.markDescription(number) },
    '\u21A9\uFE0E',
  );
  return createElement(
    'li',
    { id: noteId(identifier), value: number },
    createElement('p', attributes, ...children, ...(context.marks.has(identifier) ? [' ', backLink] : [])),
  );
}
