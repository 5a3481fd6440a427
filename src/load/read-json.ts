import type { Data, Field, Scalar } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { keyEcho, say } from '../model/message.ts';
import { type Outcome, failure, settle } from '../model/outcome.ts';
import type { Span } from '../model/span.ts';
import { MAX_FILE_BYTES, type ReadResult } from '../world.ts';
import { limitFaults, forbiddenCharacterFaults, createOffsetLocator } from './file-text.ts';
import { unreadableFileFault } from './read-file.ts';
import { PROFILE_ROWS, type RowContents } from './row-contents.ts';

/** Yields one profile for each line of NDJSON: one JSON object on each line. Blank lines are skipped. */
export async function* readNdjson(
  file: string,
  chunks: AsyncIterable<ReadResult<string>>,
  contents: RowContents = PROFILE_ROWS,
): AsyncGenerator<Outcome<Data>> {
  let incompleteLine = '';
  let line = 1;
  for await (const chunk of chunks) {
    if (!chunk.ok) return yield failure(unreadableFileFault(file, chunk, contents.all));
    const lines = (incompleteLine + chunk.value).split('\n');
    incompleteLine = lines.pop() ?? '';
    for (const text of lines) {
      if (text.trim() !== '') yield readJson(file, text.replace(/\r$/u, ''), line, contents);
      line += 1;
    }
    if (incompleteLine.length > MAX_FILE_BYTES) return yield failure(lineTooLongFault(file, line, contents));
  }
  if (incompleteLine.trim() !== '') yield readJson(file, incompleteLine, line, contents);
}

function lineTooLongFault(file: string, line: number, { one }: RowContents): Diagnostic {
  return fault('file/too-large', { file, line, column: 1 }, [`this line is longer than ${MAX_FILE_BYTES / 1e6} MB`], {
    hint: say`each ${[one]} stands on a line of its own; a JSON array is not read`,
  });
}

/** The maximum nesting depth of arrays and objects. YAML files have the same limit. */
const MAX_DEPTH = 20;

/** The first syntax error of a JSON text. */
interface ParseFailure {
  /** Its offset in the text, in UTF-16 code units. */
  readonly offset: number;
  /** Its message for the user. */
  readonly problem: string;
}

/**
 * Parses a JSON text (RFC 8259) that begins on line `firstLine` (1-based) of a file. Numbers, `true` and `false` become
 * scalars that keep their source text, as in YAML. `null` becomes an absent value: an empty unquoted scalar. A
 * duplicate key is a fault.
 */
export function readJson(
  file: string,
  text: string,
  firstLine: number,
  { one, example }: RowContents = PROFILE_ROWS,
): Outcome<Data> {
  const spanAtOffset = createOffsetLocator(file, text, firstLine);
  const characterFaults = limitFaults(forbiddenCharacterFaults(text, spanAtOffset));
  const faults: Diagnostic[] = [];
  const parseResult = parseJson(text, spanAtOffset, faults);
  if (!('problem' in parseResult)) return settle(parseResult, [...characterFaults, ...limitFaults(faults)]);
  return failure(
    ...characterFaults,
    fault('json/syntax', spanAtOffset(parseResult.offset), [parseResult.problem], {
      hint: say`a ${[one]} is one JSON object on one line: ${[example]}`,
    }),
  );
}

const WHITESPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const LITERAL = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/**
 * Parses a JSON text by recursive descent. Returns the value or the first syntax error. Adds faults for duplicate keys
 * and for forbidden characters in escape sequences to `faults`.
 */
function parseJson(text: string, spanAtOffset: (offset: number) => Span, faults: Diagnostic[]): Data | ParseFailure {
  /** The position of the next character to parse. */
  let offset = 0;
  const fail = (problem: string): ParseFailure => ({ offset, problem });
  /** Advances past a match of a sticky pattern and returns it; undefined if there is no match at the offset. */
  const consume = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = offset;
    const match = pattern.exec(text)?.[0];
    offset += match?.length ?? 0;
    return match;
  };
  const consumeCharacter = (character: string): boolean => {
    if (text[offset] !== character) return false;
    offset += 1;
    return true;
  };

  const parseString = (): Scalar | ParseFailure => {
    const span = spanAtOffset(offset);
    const source = consume(STRING);
    if (source === undefined) return fail('this text is not closed, or is not written as JSON has it');
    const value = String(JSON.parse(source));
    // A character that is forbidden in a file is also forbidden as an escape sequence. A text that has the character
    // itself is already reported.
    const [escapedFault] = source.includes('\\') ? forbiddenCharacterFaults(value, () => span) : [];
    if (escapedFault !== undefined && forbiddenCharacterFaults(source, () => span).length === 0)
      faults.push(escapedFault);
    return { kind: 'scalar', text: value, quoted: true, span };
  };

  /** Parses a number, `true`, `false` or `null`. */
  const parseLiteral = (): Scalar | ParseFailure => {
    const span = spanAtOffset(offset);
    const literal = consume(LITERAL);
    if (literal === undefined) return fail('a value must stand here: "text", [list], {object}, number, true or false');
    return { kind: 'scalar', text: literal === 'null' ? '' : literal, quoted: false, span };
  };

  /** Parses comma-separated items with `parseItem`, up to and including the closing bracket `close`. */
  const parseItemsUntil = (close: string, parseItem: () => ParseFailure | undefined): ParseFailure | undefined => {
    consume(WHITESPACE);
    if (consumeCharacter(close)) return undefined;
    for (;;) {
      const parseFailure = parseItem();
      if (parseFailure !== undefined) return parseFailure;
      if (consumeCharacter(close)) return undefined;
      if (!consumeCharacter(',')) return fail(`a comma or a closing ${close} must stand here`);
    }
  };

  const parseObject = (span: Span, depth: number): Data | ParseFailure => {
    const entries: Field[] = [];
    const firstKeySpans = new Map<string, Span>();
    const parseFailure = parseItemsUntil('}', () => {
      consume(WHITESPACE);
      if (text[offset] !== '"') return fail('a key in quotation marks must stand here');
      const key = parseString();
      if ('problem' in key) return key;
      consume(WHITESPACE);
      if (!consumeCharacter(':')) return fail('a colon must stand here, between a key and its value');
      const value = parseValue(depth + 1);
      if ('problem' in value) return value;
      const firstSpan = firstKeySpans.get(key.text);
      if (firstSpan === undefined) firstKeySpans.set(key.text, key.span);
      else faults.push(duplicateJsonKeyFault(key.text, key.span, firstSpan));
      entries.push({ key: key.text, keySpan: key.span, value });
      return undefined;
    });
    return parseFailure ?? { kind: 'fields', entries, span };
  };

  const parseArray = (span: Span, depth: number): Data | ParseFailure => {
    const items: Data[] = [];
    const parseFailure = parseItemsUntil(']', () => {
      const value = parseValue(depth + 1);
      if ('problem' in value) return value;
      items.push(value);
      return undefined;
    });
    return parseFailure ?? { kind: 'list', items, span };
  };

  const parseValue = (depth: number): Data | ParseFailure => {
    consume(WHITESPACE);
    const span = spanAtOffset(offset);
    if (depth > MAX_DEPTH) return fail(`a list or object more than ${MAX_DEPTH} deep in others cannot be used here`);
    const value = consumeCharacter('{')
      ? parseObject(span, depth)
      : consumeCharacter('[')
        ? parseArray(span, depth)
        : text[offset] === '"'
          ? parseString()
          : parseLiteral();
    consume(WHITESPACE);
    return value;
  };

  const value = parseValue(0);
  return 'problem' in value || offset === text.length
    ? value
    : fail('something stands here after the end of the value');
}

function duplicateJsonKeyFault(key: string, span: Span, firstSpan: Span): Diagnostic {
  return fault('json/duplicate-key', span, say`the key ${keyEcho(key)} stands twice in one object`, {
    hint: say`keep one of the two`,
    related: [{ span: firstSpan, message: say`it stands here first` }],
  });
}
