import type { Letter, Note } from '../../src/model/letter.ts';
import { fileStart } from '../../src/model/span.ts';
import {
  createTextNode,
  type Block,
  type Inline,
  type ListItem,
  type Paragraph,
  type RowOfTable,
  type Table,
  type Text,
} from '../../src/model/tree.ts';

/**
 * The fields of a letter that a test sets. A string becomes a text node; `reference` is one of the sender.
 */
export interface LetterChanges extends Partial<Omit<Letter, 'insideAddress' | 'salutation' | 'close' | 'dateLine'>> {
  readonly dateLine?: string | Text;
  readonly insideAddress?: readonly (string | Text)[];
  readonly salutation?: string | Text;
  readonly close?: string | Text;
  readonly reference?: string | undefined;
}

/** Returns a short valid letter; a test sets only the fields that it is about. */
export function aLetter({
  insideAddress,
  salutation,
  close,
  date = '1 December 2025',
  dateLine = date,
  reference,
  ...changes
}: LetterChanges = {}): Letter {
  const toNode = (words: string | Text): Text => (typeof words === 'string' ? createTextNode(words) : words);
  const address = (insideAddress ?? ['Minister of Foreign Affairs', '1 Square', 'ABLAND']).map(toNode);
  return {
    id: 'minister-ab',
    language: 'en',
    notice: 'Specimen: not to be sent.',
    logo: undefined,
    letterhead: ['One Organisation'],
    senderLines: [],
    references: [],
    date,
    dateLine: toNode(dateLine),
    day: '2025-12-01',
    marking: undefined,
    delivery: undefined,
    insideAddress: address,
    runningHeadForms: address.slice(0, 1),
    subject: [text('Subject')],
    subjectOrigin: { text: 'body/a', span: fileStart('a.md') },
    salutation: toNode(salutation ?? 'Your Excellency,'),
    body: [paragraph('Words.')],
    close: toNode(close ?? 'Yours faithfully,'),
    signatures: [{ organisation: 'One Organisation' }],
    postScriptum: [],
    enclosures: [],
    copies: [],
    notes: [],
    title: 'Subject',
    author: 'Specimen',
    span: { file: 'recipients/ministers.yaml', line: 1, column: 3 },
    ...(reference === undefined ? {} : { references: [{ label: 'Our reference', value: createTextNode(reference) }] }),
    ...changes,
  };
}

export function text(value: string): Inline {
  return { type: 'text', value };
}

export function strong(value: string): Inline {
  return { type: 'strong', children: [text(value)] };
}

/** Returns a paragraph of inline nodes; a string becomes a text node. */
export function paragraph(...content: readonly (string | Inline)[]): Paragraph {
  return { type: 'paragraph', children: content.map((part) => (typeof part === 'string' ? text(part) : part)) };
}

/** Returns a note with a source of its own; a string becomes a text node. */
export function aNote(number: number, ...content: readonly (string | Inline)[]): Note {
  return { number, source: `source-${number}`, content: paragraph(...content).children };
}

export function item(...children: readonly Block[]): ListItem {
  return { type: 'listItem', children };
}

/** Returns an ordered list that starts at 1. */
export function numbered(...children: readonly ListItem[]): Block {
  return { type: 'list', ordered: true, start: 1, children };
}

export function bulleted(...children: readonly ListItem[]): Block {
  return { type: 'list', ordered: false, start: 1, children };
}

/** A table of rows of cells, each with the content of a paragraph. The first row is the head. */
export function table(align: Table['align'], ...rows: readonly (readonly (string | readonly Inline[])[])[]): Table {
  const children = rows.map((cells): RowOfTable => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: typeof cell === 'string' ? [text(cell)] : cell })),
  }));
  return { type: 'table', align, children };
}
