import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Letter, Note } from '../../model/letter.ts';
import {
  enclosedInTag,
  withNumberedLeaves,
  withSpaceAbove,
  tag,
  type Row,
  type SetBlock,
  type SetNote,
  type Tag,
} from '../galley.ts';
import { fullWidth } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';
import { setBody } from './set-body.ts';
import { setClosing } from './set-closing.ts';
import { labelled, setLabel } from './set-label.ts';
import { setOpening } from './set-opening.ts';
import { setParagraph } from './set-text.ts';

/** A letter as one column that is not yet divided into pages, its notes apart, and the structure of both. */
export interface Galley {
  /** The faults of an address or a letterhead that does not fit the envelope's window. */
  readonly faults: readonly Diagnostic[];
  readonly rows: readonly Row[];
  readonly notes: readonly SetNote[];
  readonly structure: Tag;
}

/** Sets a letter as a galley. */
export function setGalley(letter: Letter, context: LayoutContext): Galley {
  const body = setSpacedBody(letter, context);
  const opening = setOpening(letter, context);
  const set = [...opening.blocks, ...body, ...setClosing(letter, context)];
  const all = withNumberedLeaves([...set, ...letter.notes.map((note) => setNote(note, context))]);
  const [blocks, noteBlocks] = [all.slice(0, set.length), all.slice(set.length)];
  const notes = noteBlocks.map((note, index): SetNote => ({ ...note, number: letter.notes[index]?.number ?? 0 }));
  const noteTags = notes.flatMap(({ tags }) => tags);
  const sections = notes.length === 0 ? [] : [tag('Sect', noteTags)];
  return {
    faults: opening.faults,
    rows: withUnmarkedNotes(
      blocks.flatMap(({ rows }) => rows),
      notes,
    ),
    notes,
    structure: tag('Document', [...blocks.flatMap(({ tags }) => tags), ...sections]),
  };
}

/**
 * Sets the body. Its last row stays on the page of the close, if possible the row above too, so that no page has
 * signatures but no text of the letter.
 */
function setSpacedBody(letter: Letter, context: LayoutContext): readonly SetBlock[] {
  const [first, ...others] = setBody(letter.body, context);
  if (first === undefined) return [];
  const blocks = [{ ...first, rows: withSpaceAbove(first.rows, context.stylesheet.space.paragraphs) }, ...others];
  let rowsAfter = blocks.reduce((sum, block) => sum + block.rows.length, 0);
  return blocks.map((block) => {
    rowsAfter -= block.rows.length;
    return rowsAfter > 1 ? block : { ...block, rows: keptWithClose(block.rows, rowsAfter) };
  });
}

/**
 * Keeps the end of the body with the close: forbids a page break after its last row and avoids one after the row above
 * that. `rowsAfter` is the number of rows of the body after the given ones.
 */
function keptWithClose(rows: readonly Row[], rowsAfter: number): readonly Row[] {
  return rows.map((row, index) => {
    const after = rows.length - 1 - index + rowsAfter;
    if (after === 0) return { ...row, breakAfter: 'never' };
    return after === 1 && row.breakAfter === 'free' ? { ...row, breakAfter: 'avoid' } : row;
  });
}

/** Sets a note: its number as a label, with its text beside it. */
function setNote(note: Note, context: LayoutContext): SetBlock {
  return context.blockMemo(note, '', () => {
    const { measure, indent, space } = context.stylesheet;
    const format = fullWidth('note', context);
    const label = setLabel(String(note.number), format, context, 'Lbl');
    const column = Math.max(indent.note, label.width);
    const text = setParagraph(note.content, 'P', { ...format, x: column, width: measure - column }, context);
    // PDF/UA-1, 7.9: every note has a unique id.
    const set = enclosedInTag(labelled(text, label), 'Note', { id: `note-${String(note.number).padStart(4, '0')}` });
    return { ...set, rows: withSpaceAbove(set.rows, space.notes) };
  });
}

/** Assigns each note without a mark in the text to the last row, so that it is printed on the last page. */
function withUnmarkedNotes(rows: readonly Row[], notes: readonly SetNote[]): readonly Row[] {
  if (notes.length === 0) return rows;
  const marked = new Set(rows.flatMap((row) => row.noteNumbers));
  const unmarked = notes.map(({ number }) => number).filter((number) => !marked.has(number));
  const last = rows.at(-1);
  if (unmarked.length === 0 || last === undefined) return rows;
  return [...rows.slice(0, -1), { ...last, noteNumbers: [...last.noteNumbers, ...unmarked] }];
}
