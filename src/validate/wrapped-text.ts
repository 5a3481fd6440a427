import type { DataPath } from '../model/data.ts';
import { type Echo, type Message, say, textEcho } from '../model/message.ts';
import { quoteYaml } from '../model/quote-yaml.ts';

/** Returns the YAML of a value that has a text inside it, such as `{ en: text }`. */
type Wrap = (text: string) => string;

const inEnglish: Wrap = (text) => `{ en: ${flowText(text)} }`;
const inName: Wrap = (text) => `{ name: ${flowText(text)} }`;
const inOffice: Wrap = (text) => `{ title: ${inEnglish(text)} }`;
const inSignatory: Wrap = (text) => `{ name: ${inEnglish(text)} }`;
const inChannel: Wrap = (text) => `{ email: ${flowText(text)} }`;
const inAddress: Wrap = (text) => `{ lines: [${addressLines(text).map(flowText).join(', ')}] }`;
const inList =
  (wrap: Wrap): Wrap =>
  (text) =>
    `[${wrap(text)}]`;

/** The keys whose value is a list or a mapping, and for which a text alone is often written. */
const WRAPS: ReadonlyMap<string, Wrap> = new Map([
  ['holder', inName],
  ['office', inOffice],
  ['address', inAddress],
  ['channels', inList(inChannel)],
  ['signatories', inList(inSignatory)],
  ['image', (text) => `{ file: ${flowText(text)} }`],
  ['letterhead', inName],
  ['reference', (text) => `{ yours: ${flowText(text)} }`],
  ['page', (text) => `{ preset: ${flowText(text)} }`],
]);

/** The same for one entry of a list, by the key of the list. */
const ENTRY_WRAPS: ReadonlyMap<string, Wrap> = new Map([
  ['channels', inChannel],
  ['signatories', inSignatory],
]);

/** Words that are often written as keys, with the key in whose value they belong. */
const PLACES: readonly (readonly [place: string, keys: readonly string[], wrap: Wrap])[] = [
  ['holder', ['name'], inName],
  ['holder', ['family', 'surname'], (text) => `{ name: …, family: ${flowText(text)} }`],
  ['holder', ['gender'], (text) => `{ name: …, gender: ${flowText(text)} }`],
  ['holder', ['honorific'], (text) => `{ name: …, honorific: ${flowText(text)} }`],
  ['office', ['title', 'position', 'function'], inOffice],
  ['address', ['lines', 'street', 'city', 'postcode', 'country'], inAddress],
  ['channels', ['email', 'e-mail', 'mail'], inList(inChannel)],
  ['signatories', ['from', 'sender', 'signatory', 'signature', 'signed'], inList(inSignatory)],
];

/** Matches a text that ends like the name of a file, which is not the name of an organisation. */
const FILE_NAME = /\.(?:csv|tsv|txt|xls[xmb]?|ods|numbers|ndjson|jsonl?|ya?ml)$/iu;
const TABLE_HINT = say`save it as .csv (UTF-8), .xlsx or .ndjson in the folder of letter.yaml, and write its name without a folder`;

/**
 * Returns a hint that shows what to write in the place of a text, for a key that has a list or a mapping; undefined if
 * the key is none of those for which a text is often written. `text`: undefined if the message must not repeat it.
 */
export function wrapHint(path: DataPath, text: string | undefined, isProfile: boolean): Message | undefined {
  const key = path.at(-1);
  if (text !== undefined && FILE_NAME.test(text)) {
    if (key === 'signatories') return TABLE_HINT;
    if (path.at(-2) === 'signatories')
      return say`write ${`signatories: ${text}`} if the table has all of them, and the others into the table`;
  }
  const wrap = typeof key === 'number' ? ENTRY_WRAPS.get(String(path.at(-2))) : WRAPS.get(String(key));
  const echo = wrappedEcho(wrap, text, isProfile);
  return echo === undefined ? undefined : say`write ${echo}`;
}

/**
 * Returns a hint that names the key in whose value an unknown key belongs, as `name` in that of `holder`; undefined if
 * none of `knownKeys` is such a key. `text`: the value of the unknown key; undefined if the message must not repeat it.
 */
export function placeHint(
  key: string,
  text: string | undefined,
  knownKeys: readonly string[],
  isProfile: boolean,
): Message | undefined {
  const found = PLACES.find(([place, keys]) => keys.includes(key.toLowerCase()) && knownKeys.includes(place));
  if (found === undefined) return undefined;
  const [place, , wrap] = found;
  const echo = wrappedEcho((value) => `${place}: ${wrap(value)}`, text, isProfile);
  return echo === undefined ? undefined : say`put it into ${place}, as in ${echo}`;
}

/** Returns a value with a text inside it as part of a message. In public, an ellipsis is in the place of the text. */
function wrappedEcho(wrap: Wrap | undefined, text: string | undefined, isProfile: boolean): Echo | undefined {
  if (wrap === undefined) return undefined;
  const withheld = wrap('…');
  const shown = text === undefined ? withheld : wrap(text);
  return isProfile ? textEcho(shown, withheld) : { echo: shown, secret: false };
}

/** The lines of an address that was written as one text: a comma or the end of a line ends each. */
function addressLines(text: string): readonly string[] {
  return text.split(/\s*[\n,]\s*/u).filter((line) => line !== '');
}

/** Returns a text as YAML has it inside brackets and braces: in quotation marks, unless it is of plain words. */
function flowText(text: string): string {
  return /^(?:…|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} .'’@()/&-]*[\p{L}\p{M}\p{N}.)])?)$/u.test(text)
    ? text
    : quoteYaml(text);
}
