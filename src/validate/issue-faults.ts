import type { BaseIssue } from 'valibot';
import { type Data, type DataPath, type Fields, dataAt, isAbsent, keySpanAt, spanAt } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { type Message, keyEcho, say } from '../model/message.ts';
import { nameRequirement, suggestName } from '../model/name.ts';
import { nearestName } from '../model/nearest-name.ts';
import { quoteYaml } from '../model/quote-yaml.ts';
import { lengthHint } from '../model/written-length.ts';
import { COLOUR_MESSAGE, CONTRAST_MESSAGE, colourHint, contrastHint } from './accent-colour.ts';
import { LANGUAGE_MESSAGE, MAPPING_MESSAGE, NAME_MESSAGE, ONE_OF_PREFIX, YES_NO_MESSAGE } from './value-schemas.ts';
import { MAX_ECHO_LENGTH, type ValidatedData, echoOf, formatSubject, repeatable } from './echo.ts';
import { GENDER_MESSAGE, genderOfWord } from './gender.ts';
import { didYouMeanHint, joinNames } from './hints.ts';
import { LENGTH_MESSAGE } from './lengths.ts';
import { likelyKey } from './likely-keys.ts';
import { addressHint, languagesHint } from './mapping-hints.ts';
import { MAIL_MESSAGE, suggestMailAddresses } from './mail-address.ts';
import { WEB_MESSAGE, suggestWebAddress } from './web-address.ts';
import { placeHint, wrapHint } from './wrapped-text.ts';
import { usualTag } from '../model/language-tag.ts';

/** The issue types of valibot's object schemas, which report missing keys. */
const MAPPING_ISSUE_TYPES: readonly string[] = ['strict_object', 'object_with_rest'];

/**
 * Converts a valibot issue to faults. The message of an issue is a noun phrase for the expected value ("a list"), set
 * by the schemas of `value-schemas.ts`. The default messages of valibot are not used.
 */
export function convertIssue(issue: BaseIssue<unknown>, validated: ValidatedData): readonly Diagnostic[] {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  if (isUnknownKeyIssue(issue)) return unknownKeyFaults(path.slice(0, -1), issue.message.split(' '), validated);
  if (issue.path?.at(-1)?.origin !== 'key') return [wrongValueFault(path, issue, validated)];
  return MAPPING_ISSUE_TYPES.includes(issue.type)
    ? missingKeyFaults(path, validated)
    : [wrongKeyFault(path, issue.message, validated)];
}

/** Whether the issue reports an unknown key of a strict object. All other keys of the object may still be valid. */
export function isUnknownKeyIssue(issue: BaseIssue<unknown>): boolean {
  return issue.type === 'strict_object' && issue.expected === 'never';
}

/** Returns a fault for each unknown key of a mapping, because valibot reports only the first. */
function unknownKeyFaults(
  path: DataPath,
  knownKeys: readonly string[],
  { data, origin }: ValidatedData,
): readonly Diagnostic[] {
  const parent = dataAt(data, path);
  const unknownEntries = parent?.kind === 'fields' ? parent.entries.filter(({ key }) => !knownKeys.includes(key)) : [];
  return unknownEntries.map(({ key, keySpan, value }) => {
    const hint = key.includes(':')
      ? say`put a space after the colon`
      : (placeHint(key, repeatable(value), knownKeys, origin === 'profile') ??
        otherKeyHint(key, knownKeys, [...path, key], origin));
    return fault('data/unknown-key', keySpan, say`the key ${keyEcho(key)} is not known here`, { hint });
  });
}

/** Returns the hint for an unknown key that belongs to no other: the key that is likely meant, or all that are known. */
function otherKeyHint(
  key: string,
  knownKeys: readonly string[],
  path: DataPath,
  origin: ValidatedData['origin'],
): Message {
  if (origin === 'campaign' && path.join('.') === 'reference.yours')
    return say`the reference of a recipient is in the profile, as in ${'reference: { yours: … }'}`;
  const likely = likelyKey(key, knownKeys);
  if (likely !== undefined) return say`did you mean ${likely}?`;
  return didYouMeanHint(key, knownKeys, [`known here: ${knownKeys.join(', ')}`]);
}

/**
 * Returns a fault for a missing key. Returns none if only the space after its colon is missing, because YAML then reads
 * a longer key, which `unknownKeyFaults` reports.
 */
function missingKeyFaults(path: DataPath, { data }: ValidatedData): readonly Diagnostic[] {
  const key = String(path.at(-1));
  const parent = dataAt(data, path.slice(0, -1));
  if (parent?.kind === 'fields' && parent.entries.some((entry) => entry.key.startsWith(`${key}:`))) return [];
  const cell = data.kind === 'fields' ? data.cellOf?.(path) : undefined;
  if (cell !== undefined) {
    const message = say`this cell is empty, and the key ${key} is needed here`;
    return [
      fault('data/missing-key', cell, message, {
        hint: say`fill the cell, or empty those of the keys beside it too`,
      }),
    ];
  }
  const hint = say`add ${`${key}: ${exampleValue(path)}`}`;
  return [fault('data/missing-key', spanAt(data, path), say`the key ${key} is missing here`, { hint })];
}

/** The smallest values of keys that must be there, as hints show them; a text is an ellipsis. */
const EXAMPLE_VALUES: ReadonlyMap<string, string> = new Map([
  ['title', '{ en: … }'],
  ['note', '{ en: … }'],
  ['names', '{ en: { short: …, formal: …, of: of … } }'],
  ['lines', '[…]'],
  ['number', '1'],
  ['sources', '[…]'],
  ['wordings', '[{ use: … }]'],
  ['held-by', '[{ for: … }]'],
  ['members', '[{ state: BE, source: … }]'],
  ['state', 'BE'],
  ['type', 'yes-no'],
  ['complete', 'false'],
  ['value', 'true'],
  ['unknown', '{ envelope: …, salutation: …, in-text: …, close: …, source: … }'],
  ['email', 'name@example.org'],
]);

/** Returns the smallest value of a key. The name of a signatory is a text for each language, unlike other names. */
function exampleValue(path: DataPath): string {
  const key = String(path.at(-1));
  if (key === 'name' && path[0] === 'signatories') return '{ en: … }';
  return EXAMPLE_VALUES.get(key) ?? '…';
}

function wrongKeyFault(path: DataPath, expectedValue: string, { data }: ValidatedData): Diagnostic {
  const key = String(path.at(-1));
  const message = [...say`the key ${keyEcho(key)} must be `, expectedValue];
  const name =
    expectedValue === LANGUAGE_MESSAGE
      ? usualTag(key)
      : expectedValue === nameRequirement(key)
        ? suggestName(key)
        : undefined;
  const hint = name === undefined ? undefined : say`write ${keyEcho(name)}`;
  return fault('data/wrong-value', keySpanAt(data, path), message, hint === undefined ? {} : { hint });
}

function wrongValueFault(path: DataPath, issue: BaseIssue<unknown>, validated: ValidatedData): Diagnostic {
  const { data, origin } = validated;
  const wrongData = dataAt(data, path) ?? data;
  const span = spanAt(data, path);
  const subject = formatSubject(path);
  if (
    wrongData.kind === 'scalar' &&
    isAbsent(wrongData) &&
    wrongData.comment !== undefined &&
    issue.type === 'string'
  ) {
    const echo = echoOf(origin, quoteYaml(wrongData.comment.source));
    return fault(
      'data/wrong-type',
      span,
      [...subject, ' has no value, as # begins a comment; it must be ', issue.message],
      {
        hint: say`if # begins the text, write ${echo}`,
      },
    );
  }
  if (isAbsent(wrongData)) {
    return fault('data/wrong-type', span, [...subject, ' has no value; it must be ', issue.message], {
      hint: say`give it a value, or leave the key out if it may be left out`,
    });
  }
  const requirement: Message = [...subject, ' must be ', issue.message];
  // A list or mapping can have the expected type and violate another constraint, such as the minimum length. Its value
  // is wrong then, not its type.
  if (wrongData.kind !== 'scalar' && issue.kind === 'validation') return fault('data/wrong-value', span, requirement);
  if (wrongData.kind !== 'scalar' || ['array', 'custom'].includes(issue.type)) {
    const hint = wrapHintFor(wrongData, path, issue, origin) ?? typeHint(wrongData, issue, origin);
    return fault(
      'data/wrong-type',
      span,
      [...requirement, `, not ${NOUN_OF_KIND[wrongData.kind]}`],
      hint === undefined ? {} : { hint },
    );
  }
  // The final line break of a block scalar would be invisible in the message. The hint explains how to avoid it.
  if (wrongData.quoted && wrongData.text.endsWith('\n'))
    return fault('data/wrong-value', span, requirement, { hint: LINE_BREAK_HINT });
  const echo = echoOf(origin, wrongData.text);
  const message = wrongData.text.length > MAX_ECHO_LENGTH ? requirement : [...requirement, ...say`, not ${echo}`];
  const hint =
    path.at(-1) === 'post-scriptum' ? POST_SCRIPTUM_HINT : wrongTextHint(wrongData.text, issue.message, origin);
  return fault('data/wrong-value', span, message, hint === undefined ? {} : { hint });
}

/** Returns the hint for a wrong text: the value that would do, if it can be recognised or is similar to the text. */
function wrongTextHint(text: string, expectedValue: string, origin: ValidatedData['origin']): Message | undefined {
  if (expectedValue === MAIL_MESSAGE) {
    const addresses = suggestMailAddresses(text);
    if (addresses.length === 0) return undefined;
    const echoes = joinNames(addresses.map((address) => echoOf(origin, address)));
    return [...say`write `, ...echoes, ...(addresses.length > 1 ? [', each under its own email:'] : [])];
  }
  if (expectedValue === COLOUR_MESSAGE) {
    const colour = colourHint(text);
    return colour === undefined ? undefined : say`write ${quoteYaml(colour)}`;
  }
  if (expectedValue === CONTRAST_MESSAGE) return contrastHint(text);
  if (expectedValue === WEB_MESSAGE) {
    const address = suggestWebAddress(text);
    return address === undefined ? undefined : say`write ${echoOf(origin, address)}`;
  }
  const tag = expectedValue === LANGUAGE_MESSAGE ? usualTag(text) : undefined;
  if (tag !== undefined) return say`write ${echoOf(origin, tag)}`;
  if (expectedValue === LENGTH_MESSAGE) return lengthHint(text);
  const nearestValue = findNearestValue(text, expectedValue);
  if (nearestValue !== undefined) return say`did you mean ${nearestValue}?`;
  const name = expectedValue === nameRequirement(text) ? suggestName(text) : undefined;
  return name === undefined ? undefined : say`write ${echoOf(origin, name)}`;
}

/** Words for booleans in YAML 1.1 and, in any case, in spreadsheets, each with the boolean that is suggested instead. */
const BOOLEAN_WORDS: Readonly<Record<string, string>> = {
  yes: 'true',
  on: 'true',
  true: 'true',
  no: 'false',
  off: 'false',
  false: 'false',
};

/**
 * Returns the accepted value that the user probably meant, if the expected value is an enumerated word or a boolean.
 */
function findNearestValue(typedText: string, expectedValue: string): string | undefined {
  if (expectedValue === GENDER_MESSAGE) return genderOfWord(typedText);
  if (expectedValue.startsWith(ONE_OF_PREFIX))
    return nearestName(typedText, expectedValue.slice(ONE_OF_PREFIX.length).split(', '));
  const word = typedText.toLowerCase();
  return expectedValue === YES_NO_MESSAGE && Object.hasOwn(BOOLEAN_WORDS, word) ? BOOLEAN_WORDS[word] : undefined;
}

/** The hint for the words of a post-scriptum in the place of the name of its passage. */
const POST_SCRIPTUM_HINT: Message = say`name a passage, as in ${'post-scriptum: walk'}; its words are in ${'passages/walk/'} of each language`;

/** The hint for a block scalar that ends with a line break. */
const LINE_BREAK_HINT: Message = ['it ends with a line break; write >- instead of > or |, which leaves that break out'];

/** The noun for each kind of data, in messages. */
const NOUN_OF_KIND: Readonly<Record<Data['kind'], string>> = { scalar: 'text', list: 'a list', fields: 'a mapping' };

/** What makes a list or mapping of a text in YAML, by the beginning of its source. The first that matches applies. */
const CONSTRUCTS: readonly (readonly [RegExp, string])[] = [
  [/^\{/, 'braces make a mapping of it'],
  [/^\[/, 'brackets make a list of it'],
  [/^-/, 'a hyphen and a space make a list of it'],
  [/^\?/, 'a question mark and a space make a mapping of it'],
  [/^/, 'a colon and a space make a mapping of it'],
];

/** Returns a hint if a text is in the place of a list or mapping that is known to have such a text inside it. */
function wrapHintFor(
  wrongData: Data,
  path: DataPath,
  { message }: BaseIssue<unknown>,
  origin: ValidatedData['origin'],
): Message | undefined {
  if (message === MAPPING_MESSAGE && path.at(-1) === 'languages') return languagesHint(wrongData);
  if (wrongData.kind === 'list' && path.at(-1) === 'address') return addressHint();
  if (wrongData.kind === 'scalar' && wrongData.span.cell !== undefined && path.at(-1) === 'image')
    return say`name the column ${'image.file'}`;
  if (wrongData.kind !== 'scalar' || LACKS_SPACE.test(wrongData.text)) return undefined;
  return wrapHint(path, repeatable(wrongData), origin === 'profile');
}

/** Returns the hint for a mapping in the place of a list of mappings. */
function listHint({ entries }: Fields): Message {
  const [first] = entries;
  if (first === undefined || first.value.kind !== 'scalar') return say`begin each entry with a hyphen and a space`;
  return say`begin each entry with a hyphen and a space, as in ${`- ${first.key}: …`}`;
}

/** Matches a text that would be a key and its value, if a space were after the colon. */
const LACKS_SPACE = /^[\w-]+:\S/u;

/**
 * Returns a hint if a text is in the place of a list or mapping, or the other way round; undefined if there is nothing
 * to suggest.
 */
function typeHint(
  wrongData: Data,
  { type: expectedType, message: expectedValue }: BaseIssue<unknown>,
  origin: ValidatedData['origin'],
): Message | undefined {
  if (wrongData.kind === 'fields' && expectedType === 'array') return listHint(wrongData);
  if (wrongData.kind !== 'scalar') {
    const { source } = wrongData;
    if (expectedType !== 'string' || source === undefined) return undefined;
    if (expectedValue === NAME_MESSAGE) {
      const only = wrongData.kind === 'list' && wrongData.items.length === 1 ? wrongData.items[0] : undefined;
      return only?.kind === 'scalar' ? say`write ${echoOf(origin, only.text)}` : undefined;
    }
    const reason = CONSTRUCTS.find(([pattern]) => pattern.test(source))?.[1] ?? '';
    return [...say`if it is text, write ${echoOf(origin, quoteYaml(source))}`, `: ${reason} without quotation marks`];
  }
  const [firstLine = '', secondLine = ''] = wrongData.text.split('\n');
  if (expectedType === 'array' && secondLine !== '')
    return say`leave the sign ${'|'} out, and begin each line with a hyphen, as in ${echoOf(origin, `- ${firstLine}`)}`;
  if (expectedType === 'array') return say`write it in brackets, […], even if it is only one`;
  return LACKS_SPACE.test(wrongData.text) ? say`put a space after the colon` : undefined;
}
