import { type Data, type DataPath, dataAt } from '../model/data.ts';
import { type Message, say, textEcho } from '../model/message.ts';
import { quoteYaml } from '../model/quote-yaml.ts';

/** For a key whose value is a mapping: the mapping that says the same as a text in its place, as flow YAML. */
type MappingOf = (text: string, language: string) => string;

/** A text in one language. */
const localisedOf: MappingOf = (text, language) => `{ ${language}: ${text} }`;

/** The mappings by key. An entry of a list has the key of the list. */
const MAPPINGS: ReadonlyMap<string, MappingOf> = new Map<string, MappingOf>([
  ['holder', (text) => `{ name: ${text} }`],
  ['office', (text, language) => `{ title: ${localisedOf(text, language)} }`],
  ['address', (text) => `{ lines: [${text}] }`],
  ['channels', (text) => `{ email: ${text} }`],
  ['signatories', (text, language) => `{ name: ${localisedOf(text, language)} }`],
  ['page', (text) => `{ preset: ${text} }`],
  ...['title', 'name', 'published', 'edition', 'envelope', 'salutation', 'close', 'copies', 'note', 'short'].map(
    (key): [string, MappingOf] => [key, localisedOf],
  ),
]);

/**
 * Returns the hint for a text or a list in the place of a mapping: the mapping with it; undefined if it is not known
 * which key it belongs to. `data`: the profile or the letter, whose first language that of the text is taken to
 * be. `origin`: of the text; that of a profile can be withheld.
 */
export function mappingHint(
  path: DataPath,
  wrongData: Data,
  data: Data,
  origin: 'profile' | 'campaign',
): Message | undefined {
  if (path.length === 1 && path[0] === 'languages') return languagesHint(wrongData);
  if (wrongData.kind === 'list') {
    if (path.at(-1) !== 'address') return undefined;
    return say`put the lines under lines:, as in ${'address: { lines: [1 Mill Lane, TOWN] }'}`;
  }
  if (wrongData.kind !== 'scalar' || wrongData.text.length > MAX_TEXT_LENGTH) return undefined;
  const { text } = wrongData;
  const isEntry = typeof path.at(-1) === 'number';
  const key = path.findLast((step) => typeof step === 'string') ?? '';
  const mappingOf = MAPPINGS.get(key);
  if (mappingOf === undefined) return undefined;
  const lineWith = (value: string): string => `${isEntry ? '- ' : `${key}: `}${mappingOf(value, firstLanguage(data))}`;
  const line = lineWith(PLAIN_IN_FLOW.test(text) ? text : quoteYaml(text));
  return say`write ${origin === 'profile' ? textEcho(line, lineWith('…')) : line}`;
}

/** The maximum length of a text that a hint repeats, in UTF-16 code units. */
const MAX_TEXT_LENGTH = 60;

/** Returns the languages of a letter as a mapping, if the text or list in its place has their codes. */
function languagesHint(wrongData: Data): Message | undefined {
  const codes =
    wrongData.kind === 'list'
      ? wrongData.items.map((item) => (item.kind === 'scalar' ? item.text : ''))
      : wrongData.kind === 'scalar'
        ? wrongData.text.split(/[\s,]+/)
        : [];
  if (!codes.every(isLanguageCode)) return undefined;
  const statuses = codes.map((code, index) => `${code}: ${index === 0 ? 'original' : 'unchecked'}`);
  return say`write ${`languages: { ${statuses.join(', ')} }`}; the original is the language that the letter was written in`;
}

function isLanguageCode(text: string): boolean {
  return /^[a-z]{2}$/.test(text);
}

/** Matches a text that needs no quotation marks between braces and brackets. */
const PLAIN_IN_FLOW = /^[\p{L}\p{N}](?:[\p{L}\p{N} .@'’()-]*[\p{L}\p{N}.)])?$/u;

function firstLanguage(data: Data): string {
  const languages = dataAt(data, ['languages']);
  const first = languages?.kind === 'list' ? languages.items[0] : undefined;
  const code = languages?.kind === 'fields' ? languages.entries[0]?.key : first?.kind === 'scalar' ? first.text : '';
  return code !== undefined && isLanguageCode(code) ? code : 'en';
}

/** The keys of the mappings of a profile, each with the key of its mapping and an example. */
const NESTED_KEYS: ReadonlyMap<string, readonly [parent: string, example: string]> = new Map<
  string,
  readonly [string, string]
>([
  ['name', ['holder', 'holder: { name: … }']],
  ['family', ['holder', 'holder: { family: … }']],
  ['gender', ['holder', 'holder: { gender: … }']],
  ['honorific', ['holder', 'holder: { honorific: … }']],
  ['title', ['office', 'office: { title: { en: … } }']],
  ['rank', ['office', 'office: { rank: … }']],
  ['lines', ['address', 'address: { lines: […] }']],
  ['email', ['channels', 'channels: [{ email: … }]']],
]);

/**
 * Returns the hint for a key that is one level too high in a profile: `name` in the place of `holder: { name: … }`.
 * `knownKeys`: those of the mapping in which it is. Undefined for any other key.
 */
export function misplacedKeyHint(key: string, knownKeys: readonly string[]): Message | undefined {
  const [parent, example] = NESTED_KEYS.get(key) ?? [];
  if (parent === undefined || example === undefined || !knownKeys.includes(parent)) return undefined;
  return say`it is part of the ${parent}: write ${example}`;
}
