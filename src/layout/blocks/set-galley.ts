import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Letter } from '../../model/letter.ts';
import type { GalleyNote, Row, SetBlock, SetNote, Tag } from '../galley.ts';
import { withSpaceAbove } from '../rows.ts';
import { joinBlocks } from '../join-blocks.ts';
import { createTag } from '../tags.ts';
import type { LayoutContext } from '../layout-context.ts';
import { setBody } from './set-body.ts';
import { setClosing } from './set-closing.ts';
import { prepareNotes } from './set-notes.ts';
import { setOpening } from './set-opening.ts';

/**
 * A letter as one column that is not yet divided into pages. Its notes are separate from it, as their forms depend on
 * their pages.
 */
export interface Galley extends SetBlock {
  /** The faults of an address or a letterhead that does not fit the envelope's window. */
  readonly faults: readonly Diagnostic[];
  /** In the order of their numbers. */
  readonly notes: readonly GalleyNote[];
}

/** Sets a letter as a galley. */
export function setGalley(letter: Letter, context: LayoutContext): Galley {
  const body = setSpacedBody(letter, context);
  const opening = setOpening(letter, context);
  const letterBlock = joinBlocks([...opening.blocks, ...body, ...setClosing(letter, context)]);
  const notes = prepareNotes(letter, letterBlock.rows, context);
  return { ...letterBlock, rows: assignUnmarkedNotes(letterBlock.rows, notes), faults: opening.faults, notes };
}

/** Returns the structure of a letter. The notes, set in the forms that their pages require, are its last section. */
export function createStructure({ tags }: Galley, notes: readonly SetNote[]): Tag {
  const noteTags = notes.flatMap((note) => note.tags);
  const noteSections = notes.length === 0 ? [] : [createTag('Sect', noteTags)];
  return createTag('Document', [...tags, ...noteSections]);
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

/** Assigns the notes without a mark in the text to the last row, so that they are printed on the last page. */
function assignUnmarkedNotes(rows: readonly Row[], notes: readonly GalleyNote[]): readonly Row[] {
  if (notes.length === 0) return rows;
  const markedNumbers = new Set(rows.flatMap((row) => row.noteNumbers));
  const unmarkedNumbers = notes.map(({ number }) => number).filter((number) => !markedNumbers.has(number));
  const lastRow = rows.at(-1);
  if (unmarkedNumbers.length === 0 || lastRow === undefined) return rows;
  return [...rows.slice(0, -1), { ...lastRow, noteNumbers: [...lastRow.noteNumbers, ...unmarkedNumbers] }];
}
