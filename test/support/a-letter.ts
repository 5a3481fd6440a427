import type { Letter } from '../../src/model/letter.ts';
import { plainNode, type Block, type Inline, type ListItem, type Paragraph, type Text } from '../../src/model/tree.ts';

/** What a test changes in a letter; plain words stand for a text node. */
export interface LetterChanges extends Partial<Omit<Letter, 'insideAddress' | 'salutation' | 'close'>> {
  readonly insideAddress?: readonly (string | Text)[];
  readonly salutation?: string | Text;
  readonly close?: string | Text;
}

/** A sound letter of a few words; a test names only what it is about. */
export function aLetter({ insideAddress, salutation, close, ...changes }: LetterChanges = {}): Letter {
  const node = (words: string | Text): Text => (typeof words === 'string' ? plainNode(words) : words);
  return {
    id: 'minister-ab',
    language: 'en',
    notice: 'Specimen: not to be sent.',
    letterhead: ['One Organisation'],
    reference: undefined,
    date: '1 December 2025',
    day: '2025-12-01',
    insideAddress: (insideAddress ?? ['Minister of Foreign Affairs', '1 Square', 'ABLAND']).map(node),
    subject: [text('Subject')],
    salutation: node(salutation ?? 'Your Excellency,'),
    body: [paragraph('Words.')],
    close: node(close ?? 'Yours faithfully,'),
    signatures: [{ organisation: 'One Organisation' }],
    enclosures: [],
    copies: [],
    notes: [],
    title: 'Subject',
    author: 'Specimen',
    span: { file: 'recipients/ministers.yaml', line: 1, column: 3 },
    ...changes,
  };
}

export function text(value: string): Inline {
  return { type: 'text', value };
}

export function strong(value: string): Inline {
  return { type: 'strong', children: [text(value)] };
}

/** Words, or finished nodes. */
export function paragraph(...content: readonly (string | Inline)[]): Paragraph {
  return { type: 'paragraph', children: content.map((part) => (typeof part === 'string' ? text(part) : part)) };
}

export function item(...children: readonly Block[]): ListItem {
  return { type: 'listItem', children };
}

/** Numbered from 1. */
export function numbered(...children: readonly ListItem[]): Block {
  return { type: 'list', ordered: true, start: 1, children };
}

export function bulleted(...children: readonly ListItem[]): Block {
  return { type: 'list', ordered: false, start: 1, children };
}
