import type { LetterSettings } from '../model/campaign.ts';
import { type Data, type DataPath, spanAt } from '../model/data.ts';
import { periodStatus } from '../model/date.ts';
import { type Diagnostic, fault, warning } from '../model/diagnostic.ts';
import { ALL_LANGUAGES } from '../model/language.ts';
import { hasMailAddress } from '../model/mail-addresses.ts';
import { profileEcho, say } from '../model/message.ts';
import type { PostalAddress, Recipient } from '../model/recipient.ts';
import type { Register } from '../model/state.ts';

/** What the rules for addresses ask of a campaign. */
interface CampaignOfAddresses {
  readonly letter: Pick<LetterSettings, 'home' | 'date'>;
  readonly register: Register;
}

/**
 * Returns a fault if an address has no lines in the language that it states, and the warnings about its lines in each
 * language: that the last one is not a country as it should be, and that they are too few for a letter by post.
 */
export function addressDiagnostics(
  recipient: Recipient,
  data: Data,
  campaign: CampaignOfAddresses,
): readonly Diagnostic[] {
  const { address, skip } = recipient;
  if (address === undefined) return [];
  const isSkipped = skip !== undefined && periodStatus(skip, campaign.letter.date) === 'current';
  // A letter that can be sent by e-mail does not depend on its address.
  const isPosted = !isSkipped && !hasMailAddress(recipient);
  const warnings = Object.entries(address.lines).flatMap(([language, lines]) => {
    const path = ['address', 'lines', ...(language === ALL_LANGUAGES ? [] : [language])];
    return [
      ...countryLineWarnings(lines, path, recipient, data, campaign),
      ...(isPosted ? shortAddressWarnings(lines, path, data, campaign.register) : []),
    ];
  });
  return [...languageFaults(address, data), ...warnings];
}

/** Returns a fault if lines for each language are not there for the language of the country. */
function languageFaults({ lines, language }: PostalAddress, data: Data): readonly Diagnostic[] {
  if (language === undefined || [ALL_LANGUAGES, language].some((key) => Object.hasOwn(lines, key))) return [];
  const message = say`the address has no lines in ${language}`;
  const hint = say`name one of its languages (${Object.keys(lines).join(', ')}), or add ${language} with its lines`;
  return [fault('data/wrong-value', spanAt(data, ['address', 'language']), message, { hint })];
}

/**
 * Returns a warning if an address needs a country as its last line, in capitals, and does not have it. International mail
 * is sorted by that line (Universal Postal Union, S42); an address within the State from which letters are posted has
 * none. An address needs it if the recipient's State is not `home`, or if its last line is the name of a State that is
 * not in capitals. Without `home`, an address without a country is taken as one of the same State.
 */
function countryLineWarnings(
  lines: readonly string[],
  path: DataPath,
  { state }: Recipient,
  data: Data,
  { letter, register }: CampaignOfAddresses,
): readonly Diagnostic[] {
  const lastLine = lines.at(-1);
  if (lastLine === undefined || isInCapitals(lastLine)) return [];
  const { home } = letter;
  const isAbroad = home !== undefined && state !== undefined && state !== home;
  const isState = namesState(lastLine, register);
  if (!isAbroad && !isState) return [];
  const message = isState
    ? say`the last line of the address, ${profileEcho(lastLine)}, is not in capitals, as a country is`
    : say`the last line of the address, ${profileEcho(lastLine)}, is not a country in capitals, and the letter goes abroad`;
  const hint = say`end the address with the name of the country, in capitals`;
  return [warning('profile/no-country', spanAt(data, [...path, lines.length - 1]), message, { hint })];
}

/**
 * Returns a warning if an address is too short to be delivered to: it has one line, or it ends with a country and has
 * only an office and a place before it, without any number (of a house, a post office box or a postcode). Within a
 * country, an office and a place can be enough ("Town Hall, Lower Town"). What commas separate on a line counts as lines.
 */
function shortAddressWarnings(
  lines: readonly string[],
  path: DataPath,
  data: Data,
  register: Register,
): readonly Diagnostic[] {
  const parts = lines.flatMap((line) => line.split(SEPARATORS));
  const isNumbered = parts.some((part) => /\p{Nd}/u.test(part));
  const isComplete = isNumbered
    ? parts.length > 1 || parts.some((part) => NUMBERED_TWICE.test(part))
    : parts.length > (namesState(parts.at(-1) ?? '', register) ? 3 : 1);
  if (isComplete) return [];
  const message = say`this address is too short for a letter by post: no street or post office box, or no place`;
  const hint = say`add the lines that are missing, or leave address out if the letter is not posted`;
  return [warning('profile/short-address', spanAt(data, path), message, { hint })];
}

/** Matches what separates the parts of an address on one line. */
const SEPARATORS = /[,،、;]\s+/u;

/** Matches one line with the numbers of a house and of a place, and a word between them. */
const NUMBERED_TWICE = /\p{Nd}[^\p{Nd}]*\p{L}[^\p{Nd}]*\p{Nd}/u;

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
