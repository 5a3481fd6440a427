import type { SharedKind } from '../model/artifact.ts';

/**
 * How a record and a result say what a file is that several letters share: one property, which is true. The letter itself
 * has none. The property names are part of the format of the manifest.
 */
export type SharedMark = { readonly [Kind in SharedKind]?: true };

/** Returns the mark of a file of a kind; undefined is the letter itself. */
export function markOf(kind: SharedKind | undefined): SharedMark {
  return kind === undefined ? {} : { [kind]: true };
}

/** Returns what a file is by its mark; undefined for the letter itself. */
export function sharedKindOf({ picture, enclosure }: SharedMark): SharedKind | undefined {
  if (enclosure === true) return 'enclosure';
  return picture === true ? 'picture' : undefined;
}
