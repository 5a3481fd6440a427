import type { BaseIssue } from 'valibot';
import { type Data, type DataPath, dataAt, keySpanAt, spanAt } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { type Message, fromProfile, keyInFile, say } from '../model/message.ts';
import { nearestName } from '../model/nearest-name.ts';
import { ONE_OF, YES_NO } from './value-schemas.ts';
import { didYouMean } from './hints.ts';

/** The maximum length of a value that a message repeats, in UTF-16 code units. */
const LONGEST_ECHO = 60;

/** The valibot issue types of object schemas with required keys. */
const MAPPINGS: readonly string[] = ['strict_object', 'object_with_rest'];

/** The data that is validated, and its origin: values from a profile may be withheld where messages are public. */
export interface ValidatedData {
  readonly data: Data;
  readonly from: 'profile' | 'campaign';
}

/**
 * Converts a valibot issue to faults. The issue's message is a noun phrase for the expected value ("a list"), which the
 * schemas of `value-schemas.ts` set; valibot's default messages are not used.
 */
export function faultsFor(issue: BaseIssue<unknown>, judged: ValidatedData): readonly Diagnostic[] {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  if (isUnknownKey(issue)) return unknownKeys(path.slice(0, -1), issue.message.split(' '), judged);
  if (issue.path?.at(-1)?.origin !== 'key') return [wrongValue(path, issue, judged)];
  return MAPPINGS.includes(issue.type) ? missingKey(path, judged) : [wrongKey(path, issue.message, judged)];
}

/** Whether the issue is an unknown key of a strict object. The value is complete in spite of it. */
export function isUnknownKey(issue: BaseIssue<unknown>): boolean {
  return issue.type === 'strict_object' && issue.expected === 'never';
}

/** Returns a fault for every unknown key of a mapping; valibot reports only the first. */
function unknownKeys(path: DataPath, knownKeys: readonly string[], { data }: ValidatedData): readonly Diagnostic[] {
  const parent = dataAt(data, path);
  const unknown = parent?.kind === 'fields' ? parent.entries.filter(({ key }) => !knownKeys.includes(key)) : [];
  return unknown.map(({ key, keySpan }) => {
    const hint = key.includes(':')
      ? say`put a space after the colon`
      : didYouMean(key, knownKeys, [`known here: ${knownKeys.join(', ')}`]);
    return fault('data/unknown-key', keySpan, say`the key ${keyInFile(key)} is not known here`, { hint });
  });
}

/** Returns a fault for a missing key. If only the space after its colon is missing, it is an unknown key instead. */
function missingKey(path: DataPath, { data }: ValidatedData): readonly Diagnostic[] {
  const key = String(path.at(-1));
  const parent = dataAt(data, path.slice(0, -1));
  if (parent?.kind === 'fields' && parent.entries.some((entry) => entry.key.startsWith(`${key}:`))) return [];
  const hint = say`add ${key} with its value`;
  return [fault('data/missing-key', spanAt(data, path), say`the key ${key} is missing here`, { hint })];
}

function wrongKey(path: DataPath, expected: string, { data }: ValidatedData): Diagnostic {
  const message = [...say`the key ${keyInFile(String(path.at(-1)))} must be `, expected];
  return fault('data/wrong-value', keySpanAt(data, path), message);
}

function wrongValue(path: DataPath, issue: BaseIssue<unknown>, judged: ValidatedData): Diagnostic {
  const { data, from } = judged;
  const found = dataAt(data, path) ?? data;
  const span = spanAt(data, path);
  const subject = subjectOf(path);
  if (isAbsent(found)) {
    return fault('data/wrong-type', span, [...subject, ' has no value; it must be ', issue.message], {
      hint: say`give it a value, or leave the key out if it may be left out`,
    });
  }
  const requirement: Message = [...subject, ' must be ', issue.message];
  // A list or mapping of the expected type that violates a constraint (such as its length) has a wrong value, not a
  // wrong type.
  if (found.kind !== 'scalar' && issue.kind === 'validation') return fault('data/wrong-value', span, requirement);
  if (found.kind !== 'scalar' || ['array', 'custom'].includes(issue.type)) {
    const hint = typeHint(found, issue.type);
    return fault(
      'data/wrong-type',
      span,
      [...requirement, `, not ${KINDS[found.kind]}`],
      hint === undefined ? {} : { hint },
    );
  }
  // The final line break of a block scalar would be invisible in the message, so the hint explains how to avoid it.
  if (found.quoted && found.text.endsWith('\n'))
    return fault('data/wrong-value', span, requirement, { hint: LINE_BREAK_HINT });
  const echo = from === 'profile' ? fromProfile(found.text) : found.text;
  const message = found.text.length > LONGEST_ECHO ? requirement : [...requirement, ...say`, not ${echo}`];
  const nearest = nearestValue(found.text, issue.message);
  return fault('data/wrong-value', span, message, nearest === undefined ? {} : { hint: say`did you mean ${nearest}?` });
}

/** Words that YAML 1.1 resolves to booleans, with the YAML 1.2 boolean to suggest. */
const YAML_1_1_BOOLEANS: Readonly<Record<string, string>> = { yes: 'true', on: 'true', no: 'false', off: 'false' };

/** Returns the accepted value that the user probably meant, for enumerated words and booleans. */
function nearestValue(typed: string, expected: string): string | undefined {
  if (expected.startsWith(ONE_OF)) return nearestName(typed, expected.slice(ONE_OF.length).split(', '));
  const word = typed.toLowerCase();
  return expected === YES_NO && Object.hasOwn(YAML_1_1_BOOLEANS, word) ? YAML_1_1_BOOLEANS[word] : undefined;
}

const LINE_BREAK_HINT: Message = ['it ends with a line break; write >- instead of > or |, which leaves that break out'];

const KINDS: Readonly<Record<Data['kind'], string>> = { scalar: 'text', list: 'a list', fields: 'a mapping' };

function typeHint(found: Data, expectedType: string): Message | undefined {
  if (found.kind !== 'scalar') return undefined;
  if (expectedType === 'array') return say`write it in brackets, […], even if it is only one`;
  return /^[\w-]+:\S/u.test(found.text) ? say`put a space after the colon` : undefined;
}

/** Returns the subject of a message about the value at a path: its key, or its number in a list. */
function subjectOf(path: DataPath): Message {
  const last = path.at(-1);
  if (last === undefined) return ['this'];
  if (typeof last === 'string') return say`${keyInFile(last)}`;
  return say`entry ${last + 1} of ${String(path.at(-2) ?? 'this')}`;
}

/** Whether a value is absent: an empty plain scalar, as after a key without a value. */
export function isAbsent(data: Data): boolean {
  return data.kind === 'scalar' && data.text === '' && !data.quoted;
}
