import { type ColumnMeaning, meaningOfColumn } from './column-meaning.ts';
import type { ColumnKind } from '../../../model/list-words.ts';
import type { SurveyedColumn, TableSurvey } from './survey-table.ts';

/** A column with what its name says that it is for. */
export interface KnownColumn extends SurveyedColumn {
  /** Undefined if the name is not known. */
  readonly meaning: ColumnMeaning | undefined;
}

/** Lists cells whose meaning is not known, or counts them where logs may be public. */
export type ListValues = (values: readonly string[]) => string;

/** Finds a column of a kind; the first of them, if there are several. */
export type ColumnOf = (...kinds: readonly ColumnKind[]) => KnownColumn | undefined;

/** Returns the columns of a survey with their meanings. A name that several columns have is left out. */
export function knownColumns({ columns }: TableSurvey): readonly KnownColumn[] {
  const counts = new Map<string, number>();
  for (const { name } of columns) counts.set(name, (counts.get(name) ?? 0) + 1);
  return columns
    .filter(({ name }) => counts.get(name) === 1)
    .map((column) => ({ ...column, meaning: meaningOfColumn(column.name) }));
}

/** Returns a function that finds columns by their kind. */
export function columnFinder(columns: readonly KnownColumn[]): ColumnOf {
  return (...kinds) => columns.find(({ meaning }) => meaning !== undefined && kinds.includes(meaning.kind));
}
