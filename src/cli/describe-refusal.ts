import { neutralise, quote } from '../report/neutralise.ts';
import { UsageError } from './shell.ts';
import { hintFor, isKnownSystemError, reasonOf } from './system-error.ts';

/** Why a command cannot go on, for a message, and what the user can do. Neither is neutralised yet. */
export interface RefusedCommand {
  readonly message: string;
  readonly hint?: string | undefined;
}

/** Describes an error of the command line or of a system call; undefined if the error is another one. */
export function describeRefusal(error: unknown): RefusedCommand | undefined {
  if (error instanceof UsageError) return { message: error.message, hint: error.hint };
  if (!isKnownSystemError(error)) return undefined;
  const prefix = typeof error.path === 'string' ? `${quote(error.path)}: ` : '';
  return { message: `${prefix}${reasonOf(error)}`, hint: hintFor(error) };
}

/** Formats a refusal for standard error, as the last lines of a command. */
export function refusalText({ message, hint }: RefusedCommand): string {
  const hintLine = hint === undefined ? '' : `  hint: ${neutralise(hint)}\n`;
  return `demarche: ${neutralise(message)}\n${hintLine}`;
}
