import type { WindowExcess } from './check-window.ts';
import type { Letter } from '../../model/letter.ts';
import { setBody } from './set-body.ts';
import { setClosing } from './set-closing.ts';
import { setNote } from './set-notes.ts';
import { setOpening } from './set-opening.ts';
import type { LayoutContext } from '../layout-context.ts';
import { numbered, type Row, type SetBlock, type SetNote, spaced, tag, type Tag } from '../galley.ts';

/** A letter as one long column, with its notes beside it and the structure of both. */
export interface Galley {
  /** See `Opening`. */
  readonly excess: WindowExcess | undefined;
  readonly rows: readonly Row[];
  readonly notes: readonly SetNote[];
  readonly structure: Tag;
}

/** Sets a letter as a galley: every word has its line, and no line its page. */
export function setGalley(letter: Letter, context: LayoutContext): Galley {
  const body = setSpacedBody(letter, context);
  const opening = setOpening(letter, context);
  const set = [...opening.blocks, ...body, ...setClosing(letter, context)];
  const all = numbered<SetBlock>([...set, ...letter.notes.map((note) => setNote(note, context))]);
  const [blocks, ofNotes] = [all.slice(0, set.length), all.slice(set.length)];
  const notes = ofNotes.map((note, index): SetNote => ({ ...note, number: letter.notes[index]?.number ?? 0 }));
  const tagsOfNotes = notes.flatMap(({ tags }) => tags);
  const sections = notes.length === 0 ? [] : [tag('Sect', tagsOfNotes)];
  return {
    excess: opening.excess,
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

/** A note without a mark in the text is printed all the same: on the last page. */
function withEveryNote(rows: readonly Row[], notes: readonly SetNote[]): readonly Row[] {
  if (notes.length === 0) return rows;
  const marked = new Set(rows.flatMap((row) => row.notes));
  const unmarked = notes.map(({ number }) => number).filter((number) => !marked.has(number));
  const last = rows.at(-1);
  if (unmarked.length === 0 || last === undefined) return rows;
  return [...rows.slice(0, -1), { ...last, notes: [...last.notes, ...unmarked] }];
}
