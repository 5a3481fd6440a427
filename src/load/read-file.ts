import { type Diagnostic, type DiagnosticCode, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, failure, success } from '../model/outcome.ts';
import { fileStart } from '../model/span.ts';
import { LARGEST_FILE, type ReadResult, type ReadProblem, type World } from '../world.ts';

type ReadFailure = Extract<ReadResult<unknown>, { ok: false }>;

/** What is said of each way in which reading can fail. */
const PROBLEMS: Readonly<Record<ReadProblem, readonly [code: DiagnosticCode, problem: string, hint: string]>> = {
  missing: ['file/missing', 'there is no such file', 'create it'],
  unreadable: ['file/unreadable', 'this file cannot be read', 'check who may read it'],
  'not-a-file': ['file/unreadable', 'this is not an ordinary file', 'put a file in its place'],
  'too-large': [
    'file/too-large',
    `this file is larger than ${LARGEST_FILE / 1_000_000} MB`,
    'divide it into several files',
  ],
  'not-utf8': ['file/not-utf8', 'this file is not UTF-8 text', 'save it as UTF-8'],
  outside: ['file/outside', 'this file lies outside the campaign', 'put a copy of it into the campaign'],
};

/** The text of a campaign's file. `holds` says what it is for, in case it cannot be read: "the settings of the letter". */
export async function readFile(world: World, path: string, holds: string): Promise<Outcome<string>> {
  const reading = await world.readText(path);
  return reading.ok ? success(reading.value) : failure(unreadableFile(path, reading, holds));
}

/** Why a file could not be read, as a fault. */
export function unreadableFile(path: string, { why, line, column }: ReadFailure, holds: string): Diagnostic {
  const [code, problem, hint] = PROBLEMS[why];
  const span = line === undefined ? fileStart(path) : { file: path, line, column: column ?? 1 };
  return fault(code, span, [...say`${path}: `, `${problem}; it holds ${holds}`], { hint: [hint] });
}
