import type { Note } from '../model/letter.ts';
import { spaced, tag, type Row, type Tag } from './galley.ts';
import { labelled, setLabel } from './set-label.ts';
import type { Lay } from './set-lines.ts';
import { setParagraph } from './set-paragraph.ts';
import type { TypesettingContext } from './typesetting-context.ts';

/** A note, set: it begins on the page of its mark, and is continued on the next one if it must be. */
export interface SetNote {
  readonly number: number;
  readonly rows: readonly Row[];
  readonly tag: Tag;
}

/** Sets a note: its number, and its text beside it. */
export function setNote({ number, content }: Note, context: TypesettingContext): SetNote {
  const { measure, indent, space } = context.stylesheet;
  const lay: Lay = { style: 'note', x: 0, width: measure, hanging: 0, align: 'start' };
  const label = setLabel(String(number), lay, context, 'Lbl');
  const column = Math.max(indent.note, label.width);
  const text = setParagraph(content, 'P', { ...lay, x: column, width: measure - column }, context);
  return {
    number,
    rows: spaced(labelled(text.rows, label, context), space.notes),
    // PDF/UA-1, 7.9: every note has an id of its own.
    tag: {
      kind: 'tag',
      role: 'Note',
      id: `note-${String(number).padStart(4, '0')}`,
      children: [tag('Lbl', label.children), text.tag],
    },
  };
}
