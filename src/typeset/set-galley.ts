import type { Letter } from '../model/letter.ts';
import { spaced, tag, type BreakAfter, type Row, type SetBlock, type Tag } from './galley.ts';
import { setBody } from './set-body.ts';
import { setClosing } from './set-closing.ts';
import { setNote, type SetNote } from './set-notes.ts';
import { setOpening } from './set-opening.ts';
import type { TypesettingContext } from './typesetting-context.ts';

/** A letter as one long column, with its notes beside it and the structure of both. */
export interface Galley {
  readonly rows: readonly Row[];
  readonly notes: readonly SetNote[];
  readonly structure: Tag;
}

/** Sets a letter as a galley: every word has its line, and no line its page. */
export function setGalley(letter: Letter, context: TypesettingContext): Galley {
  const body = setSpacedBody(letter, context);
  const blocks = [...setOpening(letter, context), ...body, ...setClosing(letter, context)];
  const notes = letter.notes.map((note) => setNote(note, context));
  const sections =
    notes.length === 0
      ? []
      : [
          tag(
            'Sect',
            notes.map((note) => note.tag),
          ),
        ];
  return {
    rows: withEveryNote(
      blocks.flatMap(({ rows }) => rows),
      notes,
    ),
    notes,
    structure: tag('Document', [...blocks.map((block) => block.tag), ...sections]),
  };
}

/** The body, its last two lines kept with the close: a signature never stands on a page without words of the letter. */
function setSpacedBody(letter: Letter, context: TypesettingContext): readonly SetBlock[] {
  const [first, ...others] = setBody(letter.body, context);
  if (first === undefined) return [];
  const blocks = [{ ...first, rows: spaced(first.rows, context.stylesheet.space.paragraphs) }, ...others];
  const rows = blocks.reduce((sum, block) => sum + block.rows.length, 0);
  let seen = 0;
  return blocks.map((block) => ({
    ...block,
    rows: block.rows.map((row) => {
      seen += 1;
      return { ...row, breakAfter: keptToTheEnd(row.breakAfter, rows - seen) };
    }),
  }));
}

function keptToTheEnd(breakAfter: BreakAfter, rowsToCome: number): BreakAfter {
  if (rowsToCome === 0) return 'never';
  return rowsToCome === 1 && breakAfter === 'free' ? 'avoid' : breakAfter;
}

/** A note without a mark in the text is printed all the same: on the last page. */
function withEveryNote(rows: readonly Row[], notes: readonly SetNote[]): readonly Row[] {
  const marked = new Set(rows.flatMap((row) => row.notes));
  const unmarked = notes.map(({ number }) => number).filter((number) => !marked.has(number));
  return rows.map((row, index) => (index === rows.length - 1 ? { ...row, notes: [...row.notes, ...unmarked] } : row));
}
