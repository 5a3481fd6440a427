import { findFullNotes } from '../../languages/note-forms.ts';
import type { Galley } from '../blocks/set-galley.ts';
import type { GalleyNote, Row, SetNote } from '../galley.ts';
import { heightOfRows } from '../rows.ts';
import { lengthOf, type SpaceFactor } from '../vertical-space.ts';

/**
 * A galley whose heights are found without adding rows up. Rows and notes are named by their indexes; notes are in the
 * order of their marks, each counted where its first mark is.
 */
export interface MeasuredGalley {
  readonly rows: readonly Row[];
  readonly noteCount: number;
  /** Returns the height of the rows from `start` to before `end` at the top of a page, with a repeated head. */
  readonly heightBetween: (start: number, end: number, factor: SpaceFactor) => number;
  /** Returns the number of notes whose marks are in the rows before `end`. */
  readonly countMarksBefore: (end: number) => number;
  /** Returns the largest space above a row from `start` on that can begin a page, at the factor 0 or less. */
  readonly largestSpaceFrom: (start: number) => number;
  /**
   * Returns the notes from `start` to before `end` in the forms that they have if they begin on one page: the first of
   * each source in full, the others in the short form.
   */
  readonly notesOfPage: (start: number, end: number) => readonly SetNote[];
  /** Returns a height that the notes from `start` on have at least, wherever pages end. */
  readonly leastHeightOfNotesFrom: (start: number) => number;
}

/** Measures a galley. Notes are set when they are first asked for. */
export function measureGalley({ rows, notes }: Pick<Galley, 'rows' | 'notes'>): MeasuredGalley {
  const sums = sumHeights(rows);
  const heightBetween = (start: number, end: number, factor: SpaceFactor): number => {
    const first = rows[start];
    if (first === undefined || start >= end) return 0;
    const give = factor < 0 ? sums.shrink : sums.stretch;
    const withSpaces = between(sums.natural, start, end) + (factor === 0 ? 0 : factor * between(give, start, end));
    const { repeatedHead } = first;
    return repeatedHead.length === 0
      ? withSpaces - lengthOf(first.spaceAbove, factor)
      : withSpaces + heightOfRows(repeatedHead, factor);
  };
  const { markedNotes, marksBefore } = orderNotes(rows, notes);
  return {
    rows,
    noteCount: markedNotes.length,
    heightBetween,
    countMarksBefore: (end) => marksBefore[end] ?? 0,
    largestSpaceFrom: createLargestSpace(rows),
    ...createNoteSetter(markedNotes),
  };
}

/** The sums of what the rows above each row and its end add to their height, in points. */
interface HeightSums {
  /** With natural spaces. */
  readonly natural: Float64Array;
  /** By how much their spaces shrink at most. */
  readonly shrink: Float64Array;
  /** By how much their spaces stretch at most. */
  readonly stretch: Float64Array;
}

function sumHeights(rows: readonly Row[]): HeightSums {
  const [natural, shrink, stretch] = [0, 0, 0].map(() => new Float64Array(rows.length + 1)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  let [naturalSum, shrinkSum, stretchSum] = [0, 0, 0];
  let end = 0;
  for (const { height, spaceAbove } of rows) {
    end += 1;
    natural[end] = naturalSum += height + spaceAbove.natural;
    shrink[end] = shrinkSum += spaceAbove.natural - spaceAbove.least;
    stretch[end] = stretchSum += spaceAbove.most - spaceAbove.natural;
  }
  return { natural, shrink, stretch };
}

function between(sums: Float64Array, start: number, end: number): number {
  return (sums[end] ?? 0) - (sums[start] ?? 0);
}

/** Returns the notes in the order of their first marks, and how many of them have their marks before each row. */
function orderNotes(
  rows: readonly Row[],
  notes: readonly GalleyNote[],
): { readonly markedNotes: readonly GalleyNote[]; readonly marksBefore: readonly number[] } {
  const notesByNumber = new Map(notes.map((note) => [note.number, note]));
  const numbers = new Set<number>();
  const marksBefore = [0];
  for (const { noteNumbers } of rows) {
    for (const number of noteNumbers) numbers.add(number);
    marksBefore.push(numbers.size);
  }
  const markedNotes = [...numbers].map((number) => {
    const note = notesByNumber.get(number);
    if (note === undefined) throw new Error(`the letter has no note ${number}`);
    return note;
  });
  return { markedNotes, marksBefore };
}

function createLargestSpace(rows: readonly Row[]): MeasuredGalley['largestSpaceFrom'] {
  let largest = 0;
  const largestFrom = rows.map(() => 0);
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    if (rows[index - 1]?.breakAfter !== 'never') largest = Math.max(largest, rows[index]?.spaceAbove.natural ?? 0);
    largestFrom[index] = largest;
  }
  return (start) => largestFrom[start] ?? 0;
}

const NO_NOTES: readonly SetNote[] = [];

/** Returns the functions that set notes. They set each form of a note once. */
function createNoteSetter(
  notes: readonly GalleyNote[],
): Pick<MeasuredGalley, 'notesOfPage' | 'leastHeightOfNotesFrom'> {
  const forms = new Map<string, SetNote>();
  const setForm = (note: GalleyNote, fullNote: number | undefined): SetNote => {
    const key = `${note.number} ${fullNote}`;
    const known = forms.get(key);
    if (known !== undefined) return known;
    const form = note.setNote(fullNote);
    forms.set(key, form);
    return form;
  };
  const notesFrom = new Map<number, SetNote[]>();
  const leastHeights = new Map<number, number>();
  return {
    notesOfPage: (start, end) => {
      if (start === end) return NO_NOTES;
      const known = notesFrom.get(start) ?? [];
      if (known.length < end - start) {
        const fullNotes = findFullNotes(notes.slice(start, end));
        for (let index = known.length; index < end - start; index += 1) {
          const note = notes[start + index];
          if (note !== undefined) known.push(setForm(note, fullNotes[index]));
        }
        notesFrom.set(start, known);
      }
      return known.slice(0, end - start);
    },
    leastHeightOfNotesFrom: (start) => {
      const known = leastHeights.get(start);
      if (known !== undefined) return known;
      // The first note of each source begins some page as the first of its source there, and is therefore in full.
      const fullNotes = findFullNotes(notes.slice(start));
      const height = notes
        .slice(start)
        .filter((_, index) => fullNotes[index] === undefined)
        .reduce((sum, note) => sum + heightOfRows(setForm(note, undefined).rows), 0);
      leastHeights.set(start, height);
      return height;
    },
  };
}
