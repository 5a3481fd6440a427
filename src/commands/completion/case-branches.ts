import { inSingleQuotes } from '../../report/shell-word.ts';
import type { CompletedPlace, CompletedValue } from './completed-values.ts';

/** The branches of a `case` of bash and zsh that complete the value of a flag, and then return. */
export function flagBranches(places: readonly CompletedPlace[], offer: (value: CompletedValue) => string): string {
  return places
    .map(({ value, places: all }) => ({ value, flags: all.filter((place) => place.includes(' ')) }))
    .filter(({ flags }) => flags.length > 0)
    .map(
      ({ value, flags }) =>
        `    ${flags.map(inSingleQuotes).join(' | ')})\n      ${offer(value)}\n      return\n      ;;`,
    )
    .join('\n');
}

/** The branches of a `case` of bash and zsh that complete the operands of a command. */
export function operandBranches(places: readonly CompletedPlace[], offer: (value: CompletedValue) => string): string {
  return places
    .map(({ value, places: all }) => ({ value, commands: all.filter((place) => !place.includes(' ')) }))
    .filter(({ commands }) => commands.length > 0)
    .map(({ value, commands }) => `    ${commands.join(' | ')}) ${offer(value)} ;;`)
    .join('\n');
}
