import type { BaseIssue } from 'valibot';
import { type Data, type DataPath, type Fields, dataAt, isAbsent, spanAt } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { type Message, say } from '../model/message.ts';
import { nameRequirement, suggestName } from '../model/name.ts';
import { nearestName } from '../model/nearest-name.ts';
import { quoteYaml } from '../model/quote-yaml.ts';
import { lengthHint } from '../model/written-length.ts';
import { COLOUR_MESSAGE, CONTRAST_MESSAGE, colourHint, contrastHint } from './accent-colour.ts';
import { LANGUAGE_MESSAGE, MAPPING_MESSAGE, NAME_MESSAGE, ONE_OF_PREFIX, YES_NO_MESSAGE } from './value-schemas.ts';
import { MAX_ECHO_LENGTH, type ValidatedData, echoOf, formatSubject, repeatable } from './echo.ts';
import { GENDER_MESSAGE, genderOfWord } from './gender.ts';
import { joinNames } from './hints.ts';
import { LENGTH_MESSAGE } from './lengths.ts';
import { addressHint, languagesHint } from './mapping-hints.ts';
import { MAIL_MESSAGE, suggestMailAddresses } from './mail-address.ts';
import { WEB_MESSAGE, suggestWebAddress } from './web-address.ts';
import { wrapHint } from './wrapped-text.ts';
import { usualTag } from '../model/language-tag.ts';

/**
 * Returns the fault for a value that is not as its schema has it, with a hint: the value that would do, if it can be
 * recognised.
 */
export function wrongValueFault(path: DataPath, issue: BaseIssue<unknown>, validated: ValidatedData): Diagnostic {
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
