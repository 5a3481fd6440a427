import type { ParityGap } from '../../model/translating.ts';
import { tableText } from '../../report/table.ts';

/** What translations lack, or have too much, as a table. Nothing is said if nothing is wrong. */
export function parityText(gaps: readonly ParityGap[]): string {
  if (gaps.length === 0) return '';
  const rows = gaps.map(({ language, text, what, missing, surplus }) => [
    language,
    text,
    what,
    missing.join(', '),
    surplus.join(', '),
  ]);
  return tableText(['language', 'text', 'what', 'missing', 'not in the original, or to be avoided'], rows);
}
