import type { LetterSettings } from '../model/campaign.ts';
import { type Data, spanAt } from '../model/data.ts';
import { type Diagnostic, warning } from '../model/diagnostic.ts';
import { profileEcho, say } from '../model/message.ts';
import type { Recipient } from '../model/recipient.ts';
import type { Register } from '../model/state.ts';

/**
 * Returns a warning if an address needs a country as its last line, in capitals, and does not have it. International mail
 * is sorted by that line (Universal Postal Union, S42); an address within the State from which letters are posted has
 * none. An address needs it if the recipient's State is not `home`, or if its last line is the name of a State that is
 * not in capitals. Without `home`, an address without a country is taken as one of the same State.
 */
export function countryLineWarnings(
  { address, state }: Recipient,
  data: Data,
  { letter, register }: { readonly letter: LetterSettings; readonly register: Register },
): readonly Diagnostic[] {
  const lastLine = address.at(-1);
  if (lastLine === undefined || isInCapitals(lastLine)) return [];
  const { home } = letter;
  const isAbroad = home !== undefined && state !== undefined && state !== home;
  const isState = namesState(lastLine, register);
  if (!isAbroad && !isState) return [];
  const message = isState
    ? say`the last line of the address, ${profileEcho(lastLine)}, is not in capitals, as a country is`
    : say`the last line of the address, ${profileEcho(lastLine)}, is not a country in capitals, and the letter goes abroad`;
  const hint = say`end the address with the name of the country, in capitals`;
  return [warning('profile/no-country', spanAt(data, ['address', 'lines', address.length - 1]), message, { hint })];
}

/** Whether a line can be a country in capitals. A line with digits has a postcode. A script without case has capitals. */
function isInCapitals(line: string): boolean {
  return line === line.toUpperCase() && !/\d/u.test(line);
}

/** Whether a line is the name of a declared State, in any language, with or without an article before it. */
function namesState(line: string, { states }: Register): boolean {
  // Most last lines of addresses within a State have a postcode, and no State is searched for.
  if (/\d/u.test(line)) return false;
  const words = capitalsOf(line);
  return [...states.values()].some(({ names }) =>
    Object.values(names).some(({ short, formal }) => capitalsOf(short) === words || capitalsOf(formal) === words),
  );
}

/** Returns a name in capitals, without an English article before it. */
function capitalsOf(name: string): string {
  return name.toUpperCase().replace(/^THE /u, '');
}
