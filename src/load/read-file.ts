import { type Diagnostic, type DiagnosticCode, fault } from '../model/diagnostic.ts';
import { say } from '../model/message.ts';
import { type Outcome, failure, success } from '../model/outcome.ts';
import { fileStart } from '../model/span.ts';
import { MAX_FILE_BYTES, type ReadResult, type ReadProblem, type World } from '../world.ts';

type ReadFailure = Extract<ReadResult<unknown>, { ok: false }>;

/** The code, message and hint for each reason why a file cannot be read. */
const FAULTS_BY_PROBLEM: Readonly<
  Record<ReadProblem, readonly [code: DiagnosticCode, description: string, hint: string]>
> = {
  missing: ['file/missing', 'there is no such file', 'create it'],
  unreadable: ['file/unreadable', 'this file cannot be read', 'check its permissions'],
  'not-a-file': ['file/unreadable', 'this is not an ordinary file', 'put a file in its place'],
  'too-large': ['file/too-large', 'this file is larger than', 'divide it into several files'],
  'not-utf8': ['file/not-utf8', 'this file is not UTF-8 text', 'save it as UTF-8'],
  'utf-16': ['file/not-utf8', 'this file is UTF-16 text', 'save it as UTF-8; Excel calls that format CSV UTF-8'],
  outside: ['file/outside', 'this file lies outside the campaign', 'put a copy of it into the campaign'],
};

/**
 * Reads the text of a file of the campaign. `contents` is a noun phrase for what the file contains ("the settings of
 * the letter"). The fault has it if the file cannot be read.
 */
export async function readFile(world: World, path: string, contents: string): Promise<Outcome<string>> {
  const result = await world.readText(path);
  return result.ok ? success(result.value) : failure(unreadableFileFault(path, result, contents));
}

/**
 * Returns the fault for a failed read. `contents` is a noun phrase for what the file contains, for the message;
 * `maxBytes` the limit of its size.
 */
export function unreadableFileFault(
  path: string,
  { problem, line, column, reason }: ReadFailure,
  contents: string,
  maxBytes: number = MAX_FILE_BYTES,
): Diagnostic {
  const [code, start, usualHint] = FAULTS_BY_PROBLEM[problem];
  const sentence = problem === 'too-large' ? `${start} ${maxBytes / 1_000_000} MB` : start;
  const description = reason === undefined ? sentence : `${sentence}: ${reason}`;
  const hint = reason === undefined ? usualHint : 'check its permissions and the disk, and run the command again';
  const span = line === undefined ? fileStart(path) : { file: path, line, column: column ?? 1 };
  return fault(code, span, [...say`${path}: `, `${description}; it holds ${contents}`], { hint: [hint] });
}
