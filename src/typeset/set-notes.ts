import type { Note } from '../model/letter.ts';
import { tag, type Row, type Tag } from './galley.ts';
import { labelled, setLabel } from './set-label.ts';
import type { Lay } from './set-lines.ts';
import { setParagraph } from './set-paragraph.ts';
import type { TypesettingContext } from './typesetting-context.ts';

/** A note, set: it stands whole on the page of its mark. */
export interface SetNote {
  readonly number: number;
  readonly row: Row;
  readonly tag: Tag;
}

/** Sets a note: its number, and its text beside it. */
export function setNote({ number, content }: Note, context: TypesettingContext): SetNote {
  const { measure, indent, styles, space } = context.stylesheet;
  const lay: Lay = { style: 'note', x: 0, width: measure, hanging: 0, align: 'start' };
  const label = setLabel(String(number), lay, context, 'Lbl');
  const column = Math.max(indent.note, label.width);
  const text = setParagraph(content, 'P', { ...lay, x: column, width: measure - column }, context);
  const rows = labelled(text.rows, label, context);
  return {
    number,
    row: {
      before: space.notes,
      height: rows.length * styles.note.leading,
      lines: rows.flatMap(({ lines }, index) =>
        lines.map((line) => ({ ...line, baseline: index * styles.note.leading + line.baseline })),
      ),
      rules: [],
      notes: [],
      breakAfter: 'free',
      bookmark: undefined,
    },
    // PDF/UA-1, 7.9: every note has an id of its own.
    tag: {
      kind: 'tag',
      role: 'Note',
      id: `note-${String(number).padStart(4, '0')}`,
      children: [tag('Lbl', label.children), text.tag],
    },
  };
}
