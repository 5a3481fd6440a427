import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Letter, Note } from '../../model/letter.ts';
import {
  encloseInTag,
  withNumberedLeaves,
  withSpaceAbove,
  createTag,
  type Row,
  type SetBlock,
  type SetNote,
  type Tag,
} from '../galley.ts';
import { fullWidthFormat } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';
import { setBody } from './set-body.ts';
import { setClosing } from './set-closing.ts';
import { addLabel, setLabel } from './set-label.ts';
import { setOpening } from './set-opening.ts';
import { setParagraph } from './set-text.ts';

/** A letter as one column that is not yet divided into pages, the notes separate from it, and the structure of both. */
export interface Galley {
  /** The faults of an address or a letterhead that does not fit the envelope's window. */
  readonly faults: readonly Diagnostic[];
  readonly rows: readonly Row[];
  /** In the order of their numbers. */
  readonly notes: readonly SetNote[];
  readonly structure: Tag;
}

/** Sets a letter as a galley. The notes are the last section of the structure. */
export function setGalley(letter: Letter, context: LayoutContext): Galley {
  const body = setSpacedBody(letter, context);
  const opening = setOpening(letter, context);
  const letterBlocks = [...opening.blocks, ...body, ...setClosing(letter, context)];
  const numberedBlocks = withNumberedLeaves([...letterBlocks, ...letter.notes.map((note) => setNote(note, context))]);
  const [blocks, noteBlocks] = [
    numberedBlocks.slice(0, letterBlocks.length),
    numberedBlocks.slice(letterBlocks.length),
  ];
  const notes = noteBlocks.map((note, index): SetNote => ({ ...note, number: letter.notes[index]?.number ?? 0 }));
  const noteTags = notes.flatMap(({ tags }) => tags);
  const noteSections = notes.length === 0 ? [] : [createTag('Sect', noteTags)];
  return {
    faults: opening.faults,
    rows: assignUnmarkedNotes(
      blocks.flatMap(({ rows }) => rows),
      notes,
    ),
    notes,
    structure: createTag('Document', [...blocks.flatMap(({ tags }) => tags), ...noteSections]),
  };
}

/**
 * Sets the body. No page break may follow its last row, and a break above that row is avoided, so that the page with
 * the close and the signatures has text of the body too.
 */
function setSpacedBody(letter: Letter, context: LayoutContext): readonly SetBlock[] {
  const [firstBlock, ...otherBlocks] = setBody(letter.body, context);
  if (firstBlock === undefined) return [];
  const blocks = [
    { ...firstBlock, rows: withSpaceAbove(firstBlock.rows, context.stylesheet.space.paragraphs) },
    ...otherBlocks,
  ];
  let rowsBelow = blocks.reduce((sum, block) => sum + block.rows.length, 0);
  return blocks.map((block) => {
    rowsBelow -= block.rows.length;
    return rowsBelow > 1 ? block : { ...block, rows: keepWithClose(block.rows, rowsBelow) };
  });
}

/**
 * Keeps the end of the body on the page of the close: forbids a page break after the last row of the body and avoids
 * one after the row above it. `rowsBelowBlock` is the number of rows of the body below the given ones.
 */
function keepWithClose(rows: readonly Row[], rowsBelowBlock: number): readonly Row[] {
  return rows.map((row, index) => {
    const rowsBelow = rows.length - 1 - index + rowsBelowBlock;
    if (rowsBelow === 0) return { ...row, breakAfter: 'never' };
    return rowsBelow === 1 && row.breakAfter === 'free' ? { ...row, breakAfter: 'avoid' } : row;
  });
}

/** Sets a note: its number as a label, with its text beside it. */
function setNote(note: Note, context: LayoutContext): SetBlock {
  return context.blockMemo(note, '', () => {
    const { measure, indent, space } = context.stylesheet;
    const format = fullWidthFormat('note', context);
    const label = setLabel(String(note.number), format, context, 'Lbl');
    const textStart = Math.max(indent.note, label.width);
    const text = setParagraph(note.content, 'P', { ...format, x: textStart, width: measure - textStart }, context);
    // PDF/UA-1, 7.9: every note has a unique id.
    const noteBlock = encloseInTag(addLabel(text, label), 'Note', {
      id: `note-${String(note.number).padStart(4, '0')}`,
    });
    return { ...noteBlock, rows: withSpaceAbove(noteBlock.rows, space.notes) };
  });
}

/** Assigns the notes without a mark in the text to the last row, so that they are printed on the last page. */
function assignUnmarkedNotes(rows: readonly Row[], notes: readonly SetNote[]): readonly Row[] {
  if (notes.length === 0) return rows;
  const markedNumbers = new Set(rows.flatMap((row) => row.noteNumbers));
  const unmarkedNumbers = notes.map(({ number }) => number).filter((number) => !markedNumbers.has(number));
  const lastRow = rows.at(-1);
  if (unmarkedNumbers.length === 0 || lastRow === undefined) return rows;
  return [...rows.slice(0, -1), { ...lastRow, noteNumbers: [...lastRow.noteNumbers, ...unmarkedNumbers] }];
}
