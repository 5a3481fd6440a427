/**
 * The columns of `list --csv` that follow from the profile and the campaign, besides those that are the profile itself.
 * Their names cannot be paths of keys. A table with any of them was written by `list --csv`; reading it as recipients
 * passes over these columns.
 */
export const DERIVED_COLUMNS = [
  '(letter)',
  '(language)',
  '(State)',
  '(office)',
  '(holder)',
  '(address)',
  '(demands)',
  '(copies)',
  '(file)',
  '(skipped)',
] as const;

/** The name of a derived column. */
export type DerivedColumn = (typeof DERIVED_COLUMNS)[number];

/** Whether a column is derived. */
export function isDerivedColumn(name: string): name is DerivedColumn {
  return DERIVED_COLUMNS.some((column) => column === name);
}
