import { type PrintedNote } from '../../src/languages/note-forms.ts';
import type { Letter } from '../../src/model/letter.ts';
import type { PagedLetter, StructureElement } from '../../src/model/page.ts';
import { elementsOf } from './read-pages.ts';
import { noteContent } from './product-languages.ts';

/** A note as the pages have to print it. */
export interface ExpectedNote extends PrintedNote {
  /** The page on which the note begins, from 0. */
  readonly page: number;
  /** The number of the note above it that gives its source in full; undefined if the note itself does. */
  readonly fullNote: number | undefined;
}

/**
 * Returns the notes of a letter in the order of its pages, with the content that each has to have there: the first note
 * of a source on a page gives it in full, and the later ones on that page name the first.
 */
export function notesOnPages(letter: Letter, { structure }: PagedLetter): readonly ExpectedNote[] {
  const begun = elementsOf(structure, 'Note').map((element) => {
    const note = letter.notes.find(({ number }) => number === Number(element.id?.replace('note-', '')));
    const page = firstPageOf(element);
    if (note === undefined || page === undefined) throw new Error(`the letter has no note ${element.id}`);
    return { note, page };
  });
  if (new Set(begun.map(({ note }) => note)).size !== letter.notes.length) throw new Error('a note is missing');
  return begun.map(({ note, page }, index) => {
    const above = begun.slice(0, index).find((each) => each.page === page && each.note.source === note.source);
    const fullNote = above?.note.number;
    return { number: note.number, content: noteContent(note, fullNote, letter.language), page, fullNote };
  });
}

function firstPageOf({ children }: StructureElement): number | undefined {
  for (const child of children) {
    const page = child.kind === 'element' ? firstPageOf(child) : child.page;
    if (page !== undefined) return page;
  }
  return undefined;
}
