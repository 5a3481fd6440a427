import type { ColumnOf } from './known-columns.ts';
import { type PatternDraft, draftPattern } from './pattern-draft.ts';
import type { TableSurvey } from './survey-table.ts';

/**
 * Returns patterns of ids, the best first. A column that identifies a row comes first, then the whole name of a person
 * rather than a part of it: an id of more columns stays unique, and the files keep their names, when rows are added.
 * Then follow names with another column, and last all of them together. The number of a row is not used if anything
 * else tells rows apart, because it changes when rows are sorted. `person`: the columns of the person's name, the
 * family name first.
 */
export function guessIds(
  columnOf: ColumnOf,
  { rows }: TableSurvey,
  person: readonly string[],
): readonly PatternDraft[] {
  const id = columnOf('id');
  const others = (
    ['organisation', 'function', 'town', 'locality', 'street', 'email', 'title', 'number'] as const
  ).flatMap((kind) => {
    const column = columnOf(kind);
    return column === undefined || person.includes(column.name) ? [] : [column.name];
  });
  const [firstOther] = others;
  const base = person.length > 0 ? person : firstOther === undefined ? [] : [firstOther];
  const added = others.filter((name) => !base.includes(name));
  const lists = [
    ...(id !== undefined && id.filled === rows ? [[id.name]] : []),
    ...(base.length === 0 ? [] : [base]),
    ...added.map((name) => [...base, name]),
    ...added.map((_, index) => [...base, ...added.slice(0, index + 1)]).slice(1),
  ];
  return lists.map((names) => draftPattern(names, '-'));
}
