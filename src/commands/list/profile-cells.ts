import type { Data } from '../../model/data.ts';
import { divideLines } from '../../validate/divide-lines.ts';
import { PROFILE_LINES } from '../../validate/profile-schema.ts';

/** The texts of a profile by the columns of a table: `office.title.en`, `address.lines.1`. */
export type ProfileCells = ReadonlyMap<string, string>;

/**
 * Returns the texts of a profile as the cells of a row, from which `--recipients` reads the same profile. A text of
 * several lines has a cell for each line.
 */
export function profileCells(profile: Data): ProfileCells {
  const cells = new Map<string, string>();
  const add = (data: Data, path: string): void => {
    const child = (step: string): string => (path === '' ? step : `${path}.${step}`);
    if (data.kind === 'fields') for (const { key, value } of data.entries) add(value, child(key));
    else if (data.kind === 'list') data.items.forEach((item, index) => add(item, child(String(index + 1))));
    else if (data.text !== '') cells.set(path, data.text);
  };
  add(divideLines(profile, PROFILE_LINES), '');
  return cells;
}

/** A key of profiles with the keys below it, in the order in which profiles have them. */
type KeyTree = Map<string, KeyTree>;

/** Returns the columns that these profiles need. Keys below one key, such as the items of a list, are side by side. */
export function profileColumns(profiles: Iterable<ProfileCells>): readonly string[] {
  const tree: KeyTree = new Map();
  for (const cells of profiles) {
    for (const column of cells.keys()) {
      let node = tree;
      for (const step of column.split('.')) {
        const below = node.get(step) ?? new Map();
        node.set(step, below);
        node = below;
      }
    }
  }
  const columnsBelow = (node: KeyTree, path: string): readonly string[] => {
    if (node.size === 0) return [path];
    const byPosition = [...node].toSorted(([a], [b]) => (Number(a) > 0 && Number(b) > 0 ? Number(a) - Number(b) : 0));
    return byPosition.flatMap(([step, below]) => columnsBelow(below, path === '' ? step : `${path}.${step}`));
  };
  return tree.size === 0 ? [] : columnsBelow(tree, '');
}
