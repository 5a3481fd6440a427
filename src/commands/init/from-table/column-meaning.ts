import type { Language } from '../../../model/language.ts';
import type { ColumnKind } from '../../../model/list-words.ts';
import { foldName } from './fold-name.ts';
import { PRODUCT_LISTS } from './product-lists.ts';

/** What a name of a column means, and in which languages of the product. */
export interface ColumnMeaning {
  readonly kind: ColumnKind;
  readonly languages: readonly Language[];
}

const MEANINGS: ReadonlyMap<string, ColumnMeaning> = collectMeanings();

function collectMeanings(): ReadonlyMap<string, ColumnMeaning> {
  const meanings = new Map<string, ColumnMeaning>();
  for (const { language, columns } of PRODUCT_LISTS) {
    for (const [kind, names] of Object.entries(columns) as [ColumnKind, string][]) {
      for (const key of names.split(',').map(foldName)) {
        const known = meanings.get(key);
        // Of two meanings, the first counts: that of the language that the product lists first.
        if (known !== undefined && known.kind !== kind) continue;
        meanings.set(key, { kind, languages: [...(known?.languages ?? []), language] });
      }
    }
  }
  return meanings;
}

/** Returns what a column of this name is for; undefined if the name is not known. A number at its end may be missing. */
export function meaningOfColumn(name: string): ColumnMeaning | undefined {
  const key = foldName(name);
  return MEANINGS.get(key) ?? MEANINGS.get(key.replace(/\p{N}+$/u, ''));
}
