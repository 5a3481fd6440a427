import type { CommonOptions } from './options.ts';
import type { Shell } from './shell.ts';

/** `--color`, else NO_COLOR (no-color.org), FORCE_COLOR, a dumb terminal, and whether anybody is looking. */
export function coloursOn({ env, isTerminal }: Shell, when: CommonOptions['color']): boolean {
  if (when !== 'auto') return when === 'always';
  if (isSet(env['NO_COLOR'])) return false;
  if (isSet(env['FORCE_COLOR'])) return env['FORCE_COLOR'] !== '0';
  return isTerminal.err && env['TERM'] !== 'dumb';
}

/** Is this variable of the environment set to something that does not mean no? */
export function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== 'false';
}
