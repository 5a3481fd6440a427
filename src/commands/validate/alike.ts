import { neutralise } from '../../report/neutralise.ts';

/** A hint, no more: many letters that have the same words might be one. */
export function alikeText(groups: readonly (readonly string[])[]): string {
  return groups
    .map((ids) => {
      const some = ids.slice(0, 3).map(neutralise).join(', ');
      return `these ${ids.length} letters differ only in names: ${some}, …; consider one joint letter\n`;
    })
    .join('');
}
