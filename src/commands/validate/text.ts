import type { ParityGap } from '../../model/translating.ts';
import { counted } from '../../report/counted.ts';
import { neutralise } from '../../report/neutralise.ts';
import { tableText } from '../../report/table.ts';

/** The gaps of translations as a table; empty if there are none. */
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

/** What was validated, in numbers. */
export type ValidateTally = Readonly<Record<'letters' | 'skipped' | 'failed' | 'faults' | 'warnings', number>>;

/** The last line of `demarche validate`. */
export function validateSummary({ letters, skipped, failed, faults, warnings }: ValidateTally): string {
  const recipients = `${counted(letters, 'letter')} sound, ${counted(skipped, 'recipient')} skipped, ${failed} failed`;
  return `${recipients}; ${counted(faults, 'fault')}, ${counted(warnings, 'warning')}\n`;
}

/** A hint for each group of letters that differ in names only: they might be one. */
export function alikeText(groups: readonly (readonly string[])[]): string {
  return groups
    .map((ids) => {
      const some = ids.slice(0, 3).map(neutralise).join(', ');
      return `these ${ids.length} letters differ only in names: ${some}, …; consider one joint letter\n`;
    })
    .join('');
}
