import type { Letter, Note } from '../model/letter.ts';
import { createTextNode, type Inline } from '../model/tree.ts';
import type { Conventions } from './conventions.ts';

/** A note as it is printed, in full or in its short form. */
export type PrintedNote = Pick<Note, 'number' | 'content'>;

/** The words of a language with which a note refers to another. */
export type NoteWords = Pick<Conventions, 'comma' | 'noteAbove'>;

/** Returns the notes of a letter without pages: all are on one page, so that each source is given in full once. */
export function notesOnOnePage({ notes }: Pick<Letter, 'notes'>, conventions: NoteWords): readonly PrintedNote[] {
  const fullNotes = findFullNotes(notes);
  return notes.map((note, index) => ({
    number: note.number,
    content: noteContent(note, fullNotes[index], conventions),
  }));
}

/**
 * Returns, for each of the notes that begin on a page, the number of the note above it that gives the same source in
 * full; undefined if there is none, so that the note itself has to.
 */
export function findFullNotes(notes: readonly Pick<Note, 'number' | 'source'>[]): readonly (number | undefined)[] {
  const fullNoteBySource = new Map<string, number>();
  return notes.map(({ number, source }) => {
    const fullNote = fullNoteBySource.get(source);
    if (fullNote === undefined) fullNoteBySource.set(source, number);
    return fullNote;
  });
}

/**
 * Returns the content of a note: in full or, if `fullNote` is the number of a note above it on the page that gives the
 * source in full, in the short form, as "Rome Statute, as note 1, art. 112.".
 */
export function noteContent(note: Note, fullNote: number | undefined, conventions: NoteWords): readonly Inline[] {
  if (fullNote === undefined) return note.content;
  const { shortName, pinpoint } = note;
  const reference = conventions.noteAbove(fullNote);
  const ending = noteEnding(pinpoint, conventions);
  if (shortName === undefined) return [createTextNode(`${capitalised(reference)}${ending}`)];
  const afterName = `${conventions.comma}${reference}${ending}`;
  return shortName.language === undefined
    ? [{ ...shortName, value: `${shortName.value}${afterName}` }]
    : [shortName, createTextNode(afterName)];
}

/** Returns the end of a note: its pinpoint and one full stop, as ", art. 70.". */
export function noteEnding(pinpoint: string | undefined, { comma }: Pick<Conventions, 'comma'>): string {
  if (pinpoint === undefined) return '.';
  return `${comma}${pinpoint.replace(/\.$/, '')}.`;
}

/** Returns a text with a capital at its start. The accent of a Greek vowel stays. */
function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
