import type { Language } from '../../../model/language.ts';
import { type CourtesyMeaning, readCourtesyWords } from './courtesy-words.ts';
import type { KnownColumn, ListValues } from './known-columns.ts';
import { type PatternDraft, draftPattern } from './pattern-draft.ts';

/** What columns say of the sex of a person, and of the title before the name. */
export interface CourtesyGuess {
  readonly gender: PatternDraft | undefined;
  readonly honorific: PatternDraft | undefined;
  /** The column "Title", if its values are titles of offices. */
  readonly officeTitle: KnownColumn | undefined;
  /** A remark for each column whose values decided what it is used for, by the name of the column. */
  readonly remarks: ReadonlyMap<string, string>;
}

/** A column with what each of its values says. */
interface CourtesyColumn {
  readonly column: KnownColumn;
  readonly meanings: ReadonlyMap<string, CourtesyMeaning>;
}

/**
 * Guesses the sex and the title before the name from the columns with forms of address. A column "Title" is one of them
 * if at least half of its cells have a known form of address; otherwise it has the titles of offices.
 */
export function guessCourtesy(
  columns: readonly KnownColumn[],
  language: Language,
  listValues: ListValues,
): CourtesyGuess {
  const read = (column: KnownColumn): CourtesyColumn => ({
    column,
    meanings: readCourtesyWords(column.values?.keys() ?? [], column.meaning?.languages ?? [], language),
  });
  const ofKind = (...kinds: readonly string[]): readonly CourtesyColumn[] =>
    columns
      .filter(({ meaning, filled }) => meaning !== undefined && kinds.includes(meaning.kind) && filled > 0)
      .map(read);
  const titles = ofKind('title');
  const forms = titles.filter(isMostlyKnown);
  const sexes = [...ofKind('sex'), ...forms];
  const gender = sexes.find(({ meanings }) => [...meanings.values()].some((each) => each.gender !== 'unknown'));
  const honorific = [...ofKind('honorific'), ...forms, ...ofKind('sex')].find(({ meanings }) =>
    [...meanings.values()].some((each) => each.honorific !== undefined),
  );
  const officeTitle = titles.find((title) => !isMostlyKnown(title))?.column;
  const remarks = new Map<string, string>();
  if (officeTitle !== undefined) remarks.set(officeTitle.name, 'the title of an office, as its values show');
  for (const courtesy of [...sexes, ...ofKind('honorific')])
    remarks.set(
      courtesy.column.name,
      courtesy === gender || courtesy === honorific
        ? remarkOn(courtesy, { isTitle: forms.includes(courtesy), isHonorific: courtesy === honorific }, listValues)
        : remarkOnUnused(courtesy),
    );
  return {
    gender: gender === undefined ? undefined : replacing(gender, (meaning) => meaning.gender, 'unknown'),
    honorific: honorific === undefined ? undefined : replacing(honorific, (meaning) => meaning.honorific ?? '', ''),
    officeTitle,
    remarks,
  };
}

/** Whether at least half of the cells with text have a known form of address. */
function isMostlyKnown({ column: { values, filled }, meanings }: CourtesyColumn): boolean {
  const known = [...(values ?? [])].filter(([value]) => value !== '' && meanings.get(value)?.isKnown === true);
  return known.reduce((sum, [, count]) => sum + count, 0) * 2 >= filled;
}

/** Returns a pattern with what replaces each value. An empty cell, which may come with a new row, is always listed. */
function replacing(
  { column, meanings }: CourtesyColumn,
  valueOf: (meaning: CourtesyMeaning) => string,
  empty: string,
): PatternDraft {
  const values = [...meanings]
    .filter(([value]) => value !== '')
    .map(([value, meaning]) => [value, valueOf(meaning)] as const);
  return { ...draftPattern([column.name]), values: new Map([...values, ['', empty]]) };
}

/** Says what the values of a column are taken for: "Ms f, Mr m; not known: Mx.". */
function remarkOn(
  { meanings }: CourtesyColumn,
  { isTitle, isHonorific }: { readonly isTitle: boolean; readonly isHonorific: boolean },
  listValues: ListValues,
): string {
  const words = [...meanings].filter(([value]) => value !== '');
  const known = words
    .filter(([, { isKnown }]) => isKnown)
    .map(([value, meaning]) => `${value} ${courtesyText(meaning)}`);
  const unknown = words.filter(([, { isKnown }]) => !isKnown).map(([value]) => value);
  // Another column has the titles before names.
  const lost = isHonorific ? [] : words.filter(([, { honorific }]) => honorific !== undefined).map(([value]) => value);
  return [
    `${isTitle ? 'a form of address, as its values show: ' : ''}${known.join(', ')}`,
    ...(unknown.length === 0 ? [] : [`not known: ${listValues(unknown)}`]),
    ...(lost.length === 0 ? [] : [`the title in it is not used: ${lost.join(', ')}`]),
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function remarkOnUnused({ meanings }: CourtesyColumn): string {
  const isKnown = [...meanings].some(([value, meaning]) => value !== '' && meaning.isKnown);
  return isKnown ? 'says no more than another column, or nothing' : 'no value is a known form of address';
}

function courtesyText({ gender, honorific }: CourtesyMeaning): string {
  if (honorific === undefined) return gender;
  return gender === 'unknown' ? 'a title' : `${gender} and a title`;
}
