/** The marks of the notes of a letter that are written so far. */
export interface NoteMarks {
  /** Adds a mark of a note. Returns whether it is the first mark of this note. */
  readonly add: (identifier: string) => boolean;
  /** Whether a note has a mark. */
  readonly has: (identifier: string) => boolean;
}

/** Creates the marks of a letter of which nothing is written yet. */
export function createNoteMarks(): NoteMarks {
  const identifiers = new Set<string>();
  return {
    add: (identifier) => {
      const isFirst = !identifiers.has(identifier);
      identifiers.add(identifier);
      return isFirst;
    },
    has: (identifier) => identifiers.has(identifier),
  };
}
