import type { BaseIssue } from 'valibot';
import { type DataPath, dataAt, keySpanAt, spanAt } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { type Message, keyEcho, say } from '../model/message.ts';
import { nameRequirement, suggestName } from '../model/name.ts';
import { LANGUAGE_MESSAGE } from './value-schemas.ts';
import { type ValidatedData, repeatable } from './echo.ts';
import { didYouMeanHint } from './hints.ts';
import { likelyKey } from './likely-keys.ts';
import { placeHint } from './wrapped-text.ts';
import { usualTag } from '../model/language-tag.ts';
import { wrongValueFault } from './wrong-value.ts';

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
