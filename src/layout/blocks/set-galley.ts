import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Letter, Note } from '../../model/letter.ts';
import { inTag, numbered, spaced, tag, type Row, type SetBlock, type SetNote, type Tag } from '../galley.ts';
import { fullWidth } from '../paragraph-format.ts';
import type { LayoutContext } from '../layout-context.ts';
import { setBody } from './set-body.ts';
import { setClosing } from './set-closing.ts';
import { labelled, setLabel } from './set-label.ts';
import { setOpening } from './set-opening.ts';
import { setParagraph } from './set-text.ts';

/** A letter as one long column, with its notes beside it and the structure of both. */
export interface Galley {
  /** What does not keep to the envelope's window. */
  readonly faults: readonly Diagnostic[];
  readonly rows: readonly Row[];
  readonly notes: readonly SetNote[];
  readonly structure: Tag;
}

/** Sets a letter as a galley: every word has its line, and no line its page. */
export function setGalley(letter: Letter, context: LayoutContext): Galley {
  const body = setSpacedBody(letter, context);
  const opening = setOpening(letter, context);
  const set = [...opening.blocks, ...body, ...setClosing(letter, context)];
  const all = numbered([...set, ...letter.notes.map((note) => setNote(note, context))]);
  const [blocks, ofNotes] = [all.slice(0, set.length), all.slice(set.length)];
  const notes = ofNotes.map((note, index): SetNote => ({ ...note, number: letter.notes[index]?.number ?? 0 }));
  const tagsOfNotes = notes.flatMap(({ tags }) => tags);
  const sections = notes.length === 0 ? [] : [tag('Sect', tagsOfNotes)];
  return {
    faults: opening.faults,
    rows: withEveryNote(
      blocks.flatMap(({ rows }) => rows),
      notes,
    ),
    notes,
    structure: tag('Document', [...blocks.flatMap(({ tags }) => tags), ...sections]),
  };
}

/** The body, its last two lines kept with the close: a signature never stands on a page without words of the letter. */
function setSpacedBody(letter: Letter, context: LayoutContext): readonly SetBlock[] {
  const [first, ...others] = setBody(letter.body, context);
  if (first === undefined) return [];
  const blocks = [{ ...first, rows: spaced(first.rows, context.stylesheet.space.paragraphs) }, ...others];
  let toCome = blocks.reduce((sum, block) => sum + block.rows.length, 0);
  return blocks.map((block) => {
    toCome -= block.rows.length;
    return toCome > 1 ? block : { ...block, rows: keptToTheEnd(block.rows, toCome) };
  });
}

/** Rows before so many others: the last of all and the one above it are not parted from what follows. */
function keptToTheEnd(rows: readonly Row[], toCome: number): readonly Row[] {
  return rows.map((row, index) => {
    const after = rows.length - 1 - index + toCome;
    if (after === 0) return { ...row, breakAfter: 'never' };
    return after === 1 && row.breakAfter === 'free' ? { ...row, breakAfter: 'avoid' } : row;
  });
}

/** A note: its number, and its text beside it. */
function setNote(note: Note, context: LayoutContext): SetBlock {
  return context.blocks(note, '', () => {
    const { measure, indent, space } = context.stylesheet;
    const lay = fullWidth('note', context);
    const label = setLabel(String(note.number), lay, context, 'Lbl');
    const column = Math.max(indent.note, label.width);
    const text = setParagraph(note.content, 'P', { ...lay, x: column, width: measure - column }, context);
    // PDF/UA-1, 7.9: every note has an id of its own.
    const set = inTag(labelled(text, label), 'Note', { id: `note-${String(note.number).padStart(4, '0')}` });
    return { ...set, rows: spaced(set.rows, space.notes) };
  });
}

/** A note without a mark in the text is printed all the same: on the last page. */
function withEveryNote(rows: readonly Row[], notes: readonly SetNote[]): readonly Row[] {
  if (notes.length === 0) return rows;
  const marked = new Set(rows.flatMap((row) => row.notes));
  const unmarked = notes.map(({ number }) => number).filter((number) => !marked.has(number));
  const last = rows.at(-1);
  if (unmarked.length === 0 || last === undefined) return rows;
  return [...rows.slice(0, -1), { ...last, notes: [...last.notes, ...unmarked] }];
}
