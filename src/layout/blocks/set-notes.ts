import type { Note } from '../../model/letter.ts';
import { spaced, type SetBlock, type SetNote } from '../galley.ts';
import { labelled, setLabel } from './set-label.ts';
import { setParagraph } from './set-paragraph.ts';
import type { LayoutContext } from '../layout-context.ts';
import type { Lay } from '../lay.ts';

/** Sets a note: its number, and its text beside it. */
export function setNote(note: Note, context: LayoutContext): SetNote {
  return { ...context.blocks(note, '', () => setAnew(note, context)), number: note.number };
}

function setAnew({ number, content }: Note, context: LayoutContext): SetBlock {
  const { measure, indent, space } = context.stylesheet;
  const lay: Lay = { style: 'note', x: 0, width: measure, hanging: 0, align: 'start' };
  const label = setLabel(String(number), lay, context, 'Lbl');
  const column = Math.max(indent.note, label.width);
  const text = setParagraph(content, 'P', { ...lay, x: column, width: measure - column }, context);
  const { rows, tags: children, leaves } = labelled(text, label, context);
  // PDF/UA-1, 7.9: every note has an id of its own.
  const id = `note-${String(number).padStart(4, '0')}`;
  return { rows: spaced(rows, space.notes), tags: [{ kind: 'tag', role: 'Note', id, children }], leaves };
}
