import type { BaseIssue } from 'valibot';
import { type Data, type DataPath, dataAt, keySpanAt, spanAt } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { type Message, fromProfile, keyInFile, say } from '../model/message.ts';
import { nearestName } from '../model/nearest-name.ts';
import { ONE_OF, YES_NO } from './value-schemas.ts';
import { didYouMean } from './wording.ts';

/** Longer values are not repeated in messages. */
const SHORT = 60;

/** The library's names for mappings of which some keys must be there. */
const MAPPINGS: readonly string[] = ['strict_object', 'object_with_rest'];

/** What is judged. Values `from` a profile may be withheld where messages are public. */
export interface Judged {
  readonly data: Data;
  readonly from: 'profile' | 'campaign';
}

/**
 * One of the library's issues as faults of ours. Its message is what the value must be (see `value-schemas.ts`); the
 * library's own words are not used.
 */
export function faultsFor(issue: BaseIssue<unknown>, judged: Judged): readonly Diagnostic[] {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  if (isUnknownKey(issue)) return unknownKeys(path.slice(0, -1), issue.message.split(' '), judged);
  if (issue.path?.at(-1)?.origin !== 'key') return [wrongValue(path, issue, judged)];
  return MAPPINGS.includes(issue.type) ? missingKey(path, judged) : [wrongKey(path, issue.message, judged)];
}

/** Unknown keys do not spoil the value: it is whole without them. */
export function isUnknownKey(issue: BaseIssue<unknown>): boolean {
  return issue.type === 'strict_object' && issue.expected === 'never';
}

/** A fault for every key that is not known, of which the library names the first only. */
function unknownKeys(path: DataPath, known: readonly string[], { data }: Judged): readonly Diagnostic[] {
  const here = dataAt(data, path);
  const unknown = here?.kind === 'fields' ? here.entries.filter(({ key }) => !known.includes(key)) : [];
  return unknown.map(({ key, keySpan }) => {
    const hint = key.includes(':')
      ? say`put a space after the colon`
      : didYouMean(key, known, [`known here: ${known.join(', ')}`]);
    return fault('data/unknown-key', keySpan, say`the key ${keyInFile(key)} is not known here`, { hint });
  });
}

/** No fault if the key is there without the space after its colon: that is told as an unknown key. */
function missingKey(path: DataPath, { data }: Judged): readonly Diagnostic[] {
  const key = String(path.at(-1));
  const here = dataAt(data, path.slice(0, -1));
  if (here?.kind === 'fields' && here.entries.some((entry) => entry.key.startsWith(`${key}:`))) return [];
  const hint = say`add ${key} with its value`;
  return [fault('data/missing-key', spanAt(data, path), say`the key ${key} is missing here`, { hint })];
}

function wrongKey(path: DataPath, expected: string, { data }: Judged): Diagnostic {
  const message = [...say`the key ${keyInFile(String(path.at(-1)))} must be `, expected];
  return fault('data/wrong-value', keySpanAt(data, path), message);
}

function wrongValue(path: DataPath, issue: BaseIssue<unknown>, judged: Judged): Diagnostic {
  const { data, from } = judged;
  const found = dataAt(data, path) ?? data;
  const span = spanAt(data, path);
  const subject = subjectOf(path);
  if (isAbsent(found)) {
    return fault('data/wrong-type', span, [...subject, ' has no value; it must be ', issue.message], {
      hint: say`give it a value, or leave the key out if it may be left out`,
    });
  }
  const must: Message = [...subject, ' must be ', issue.message];
  // A list or mapping of the right kind that breaks a rule about the whole has a wrong value, not a wrong type.
  if (found.kind !== 'scalar' && issue.kind === 'validation') return fault('data/wrong-value', span, must);
  if (found.kind !== 'scalar' || ['array', 'custom'].includes(issue.type)) {
    const hint = typeHint(found, issue.type);
    return fault('data/wrong-type', span, [...must, `, not ${KINDS[found.kind]}`], hint === undefined ? {} : { hint });
  }
  // The line break of a block cannot be seen in an echo, so how to be rid of it is told instead.
  if (found.quoted && found.text.endsWith('\n')) return fault('data/wrong-value', span, must, { hint: UNBROKEN });
  const echo = from === 'profile' ? fromProfile(found.text) : found.text;
  const message = found.text.length > SHORT ? must : [...must, ...say`, not ${echo}`];
  const nearest = nearestValue(found.text, issue.message);
  return fault('data/wrong-value', span, message, nearest === undefined ? {} : { hint: say`did you mean ${nearest}?` });
}

/** Words that YAML 1.1 read as yes and no, and that people still write. */
const YES_OR_NO: Readonly<Record<string, string>> = { yes: 'true', on: 'true', no: 'false', off: 'false' };

function nearestValue(typed: string, expected: string): string | undefined {
  if (expected.startsWith(ONE_OF)) return nearestName(typed, expected.slice(ONE_OF.length).split(', '));
  const word = typed.toLowerCase();
  return expected === YES_NO && Object.hasOwn(YES_OR_NO, word) ? YES_OR_NO[word] : undefined;
}

const UNBROKEN: Message = ['it ends with a line break; write >- instead of > or |, which leaves that break out'];

const KINDS: Readonly<Record<Data['kind'], string>> = { scalar: 'text', list: 'a list', fields: 'a mapping' };

function typeHint(found: Data, wanted: string): Message | undefined {
  if (found.kind !== 'scalar') return undefined;
  if (wanted === 'array') return say`write it in brackets, […], even if it is only one`;
  return /^[\w-]+:\S/u.test(found.text) ? say`put a space after the colon` : undefined;
}

function subjectOf(path: DataPath): Message {
  const last = path.at(-1);
  if (last === undefined) return ['this'];
  if (typeof last === 'string') return say`${keyInFile(last)}`;
  return say`entry ${last + 1} of ${String(path.at(-2) ?? 'this')}`;
}

/** An unquoted nothing: the key is there and its value is not. */
export function isAbsent(data: Data): boolean {
  return data.kind === 'scalar' && data.text === '' && !data.quoted;
}
