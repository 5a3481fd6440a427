import type { ColumnKind } from '../../../model/list-words.ts';
import type { KnownColumn } from './known-columns.ts';
import { type PatternDraft, draftPattern } from './pattern-draft.ts';

/** The kinds of columns whose lines come first in an address. */
const WITHIN_OFFICE: readonly ColumnKind[] = ['organisation', 'department'];
/** The kinds of the lines that follow, in the order of the table. */
const DELIVERY: readonly ColumnKind[] = ['street', 'line'];

/**
 * Guesses the lines of an address. Postcode, town and region stand on a line in the order in which the table has them,
 * which is that of its country. `printedAbove`: a column that is printed above the address.
 */
export function guessAddress(
  columns: readonly KnownColumn[],
  printedAbove: KnownColumn | undefined,
): readonly PatternDraft[] {
  const ofKinds = (kinds: readonly ColumnKind[]): readonly KnownColumn[] =>
    columns.filter(({ meaning }) => meaning !== undefined && kinds.includes(meaning.kind));
  const [house] = ofKinds(['house']);
  const [street] = ofKinds(['street']);
  const region = ofKinds(['region']);
  const isRegionCode = region.every(({ values }) => isCodes(values));
  const line = ({ name }: KnownColumn): PatternDraft => draftPattern([name]);
  const delivery = ofKinds(street === undefined ? ['house', ...DELIVERY] : DELIVERY).map((column) =>
    column === street && house !== undefined
      ? draftPattern(columns.filter((each) => each === street || each === house).map(({ name }) => name))
      : line(column),
  );
  const locality = ofKinds(isRegionCode ? ['postcode', 'town', 'region'] : ['postcode', 'town']);
  return [
    ...WITHIN_OFFICE.flatMap((kind) => ofKinds([kind]))
      .filter((column) => column !== printedAbove)
      .map(line),
    ...delivery,
    ...ofKinds(['locality']).map(line),
    ...(locality.length === 0 ? [] : [draftPattern(locality.map(({ name }) => name))]),
    ...(isRegionCode ? [] : region.map(line)),
    ...ofKinds(['country']).map((column) => ({ ...line(column), isUpperCase: true })),
  ];
}

/** Whether the values of a column are codes of regions, as "NY", which stand on the line of the town. */
function isCodes(values: ReadonlyMap<string, number> | undefined): boolean {
  return values !== undefined && [...values.keys()].every((value) => value === '' || /^[A-Z]{2,3}$/u.test(value));
}
