import { noteContent } from '../../languages/note-forms.ts';
import type { Letter, Note } from '../../model/letter.ts';
import { originOfPart } from '../../model/line-origin.ts';
import type { Inline } from '../../model/tree.ts';
import type { GalleyNote, LeafLink, Row, SetBlock } from '../galley.ts';
import { withSpaceAbove } from '../rows.ts';
import { encloseInTag } from '../tags.ts';
import type { LayoutContext } from '../layout-context.ts';
import { fullWidthFormat } from '../paragraph-format.ts';
import { addLabel, setLabel } from './set-label.ts';
import { setParagraph } from './set-text.ts';

/**
 * Prepares the notes of a letter for the pages, which decide on their forms. `letterRows` are the rows of the letter
 * above its notes; a note whose mark is in none of them has no link back to it.
 */
export function prepareNotes(
  { notes }: Pick<Letter, 'notes'>,
  letterRows: readonly Row[],
  context: LayoutContext,
): readonly GalleyNote[] {
  const markedNumbers = new Set(letterRows.flatMap(({ noteNumbers }) => noteNumbers));
  return notes.map((note): GalleyNote => {
    const { number, source } = note;
    const hasMark = markedNumbers.has(number);
    return {
      number,
      source,
      setNote: (fullNote) => {
        const content = noteContent(note, fullNote, context.conventions);
        const noteBlock = context.blockMemo(note, `${fullNote} ${hasMark}`, () =>
          setNote(note, content, hasMark, context),
        );
        return { ...noteBlock, number, content };
      },
    };
  });
}

/** Sets a note: its number as a label, which leads back to its mark, with its text beside it. */
function setNote({ number }: Note, content: readonly Inline[], hasMark: boolean, context: LayoutContext): SetBlock {
  const { measure, indent, space } = context.stylesheet;
  const format = fullWidthFormat('note', context);
  const linkToMark: LeafLink = { target: { kind: 'mark', number }, description: undefined };
  const label = setLabel(String(number), format, context, 'Lbl', hasMark ? linkToMark : undefined);
  const textStart = Math.max(indent.note, label.width);
  const textFormat = { ...format, x: textStart, width: measure - textStart };
  const text = setParagraph(content, 'P', textFormat, context, { origin: originOfPart('note', number - 1) });
  // PDF/UA-1, 7.9: every note has a unique id.
  const noteBlock = encloseInTag(addLabel(text, label), 'Note', { id: `note-${String(number).padStart(4, '0')}` });
  return { ...noteBlock, rows: withSpaceAbove(noteBlock.rows, space.notes) };
}
