import type { Letter, Note, SignatureLine } from './letter.ts';
import type { Figure } from './picture.ts';
import { templateOriginKey } from './template-origin.ts';
import { createTextNode, type Block, type Inline, type ListItem, type RowOfTable, type Text } from './tree.ts';
import type { Values } from './values.ts';

/**
 * Interns the parts of a letter, so that equal parts of all letters of a run (one execution of the command) are one
 * object.
 */
export function internLetter(letter: Letter, values: Values): Letter {
  const { logo, letterhead, senderLines, references, subject, body, signatures, postScriptum } = letter;
  const { enclosures, copies, notes } = letter;
  return {
    ...letter,
    logo: logo && values.intern(logo, `logo ${logo.align} ${figureKey(logo.figure)}`),
    letterhead: values.intern(letterhead, `letterhead ${JSON.stringify(letterhead)}`),
    senderLines: internLines(senderLines, 'sender', values),
    references: values.intern(references, `references ${JSON.stringify(references)}`),
    subject: internInlines(subject, values),
    body: body.map((block) => internBlock(block, values)),
    signatures: values.intern(signatures, `signatures ${signatures.map(signatureKey).join()}`),
    postScriptum: postScriptum.map((block) => internBlock(block, values)),
    enclosures: internLines(enclosures, 'enclosures', values),
    copies: values.intern(copies, `copies ${JSON.stringify(copies)}`),
    notes: notes.map((note) => internNote(note, values)),
  };
}

/** Returns a text as inline content, interned. */
export function internText(text: string | Text, values: Values): readonly Inline[] {
  return internInlines([typeof text === 'string' ? createTextNode(text) : text], values);
}

/** Interns lines of inline content, and the list of them. `name` is that of the list. */
function internLines(lines: Letter['enclosures'], name: string, values: Values): Letter['enclosures'] {
  const interned = lines.map((line) => internInlines(line, values));
  return values.intern(interned, `${name} ${JSON.stringify(lines)}`);
}

/** Returns inline content, interned. */
export function internInlines(content: readonly Inline[], values: Values): readonly Inline[] {
  return values.numberOf(content) === undefined ? values.intern(content, JSON.stringify(content)) : content;
}

function internNote({ content, ...otherFields }: Note, values: Values): Note {
  const interned = { ...otherFields, content: internInlines(content, values) };
  return internParent(interned, `note ${JSON.stringify(otherFields)}`, [interned.content], values);
}

function internBlock(block: Block, values: Values): Block {
  if (values.numberOf(block) !== undefined) return block;
  switch (block.type) {
    case 'paragraph':
    case 'heading': {
      const children = internInlines(block.children, values);
      const ownKey = block.type === 'heading' ? `heading ${block.depth}` : block.type;
      return internParent({ ...block, children }, `${ownKey} ${templateOriginKey(block.origin)}`, [children], values);
    }
    case 'blockquote': {
      const children = block.children.map((child) => internBlock(child, values));
      return internParent({ ...block, children }, block.type, children, values);
    }
    case 'list': {
      const children = block.children.map((item) => internItem(item, values));
      return internParent(
        { ...block, children },
        `list ${block.ordered} ${block.start} ${block.isDemands}`,
        children,
        values,
      );
    }
    case 'table': {
      const children = block.children.map((row) => internTableRow(row, values));
      return internParent({ ...block, children }, `table ${block.align.join()}`, children, values);
    }
    case 'thematicBreak':
      return values.intern(block, block.type);
    case 'picture':
      return values.intern(block, `picture ${templateOriginKey(block.origin)} ${figureKey(block.figure)}`);
  }
}

function signatureKey({ image, ...words }: SignatureLine): string {
  return `${JSON.stringify(words)}${image === undefined ? '' : figureKey(image)}`;
}

/** Returns a text that equal figures alone have. The path and the hash stand for the picture. */
function figureKey({ picture, alternative, width, height }: Figure): string {
  return JSON.stringify([picture.file, picture.hash, alternative, width, height]);
}

function internItem(item: ListItem, values: Values): ListItem {
  if (values.numberOf(item) !== undefined) return item;
  const children = item.children.map((child) => internBlock(child, values));
  return internParent({ ...item, children }, item.type, children, values);
}

function internTableRow(row: RowOfTable, values: Values): RowOfTable {
  if (values.numberOf(row) !== undefined) return row;
  const children = row.children.map((cell) => {
    const content = internInlines(cell.children, values);
    return internParent({ ...cell, children: content }, cell.type, [content], values);
  });
  return internParent({ ...row, children }, `${row.type} ${templateOriginKey(row.origin)}`, children, values);
}

/**
 * Interns a node. Its key consists of `ownKey`, which encodes the node's own properties, and the numbers of its
 * children. If a child is not interned, the node is returned as it is.
 */
function internParent<P extends object>(parent: P, ownKey: string, children: readonly object[], values: Values): P {
  const numbers = children.map(values.numberOf);
  return numbers.includes(undefined) ? parent : values.intern(parent, `${ownKey} ${numbers.join()}`);
}
