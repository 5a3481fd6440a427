import type { Data, Field, Scalar } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { keyInFile, say } from '../model/message.ts';
import { type Outcome, failure, settle } from '../model/outcome.ts';
import type { Span } from '../model/span.ts';
import { MAX_FILE_BYTES, type ReadResult } from '../world.ts';
import { limitFaults, forbiddenCharacters, offsetLocator } from './file-text.ts';
import { unreadableFile } from './read-file.ts';

/** Yields one recipient for each line of NDJSON (one JSON object on each line; blank lines are ignored). */
export async function* readNdjson(
  file: string,
  chunks: AsyncIterable<ReadResult<string>>,
): AsyncGenerator<Outcome<Data>> {
  let rest = '';
  let line = 1;
  for await (const chunk of chunks) {
    if (!chunk.ok) return yield failure(unreadableFile(file, chunk, 'profiles of recipients'));
    const lines = (rest + chunk.value).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) {
      if (text.trim() !== '') yield readJson(file, text.replace(/\r$/u, ''), line);
      line += 1;
    }
    if (rest.length > MAX_FILE_BYTES) return yield failure(tooLong(file, line));
  }
  if (rest.trim() !== '') yield readJson(file, rest, line);
}

function tooLong(file: string, line: number): Diagnostic {
  return fault('file/too-large', { file, line, column: 1 }, [`this line is longer than ${MAX_FILE_BYTES / 1e6} MB`], {
    hint: say`each recipient stands on a line of its own; a JSON array is not read`,
  });
}

/** The maximum nesting depth of arrays and objects; the same as in YAML. */
const DEEPEST = 20;

/** The first syntax error: its offset in UTF-16 code units and its message. */
interface ParseFailure {
  readonly offset: number;
  readonly problem: string;
}

/**
 * Parses one JSON text (RFC 8259) that begins on line `firstLine` of a file. Numbers, `true` and `false` become scalars
 * with their source text, as in YAML; `null` becomes an absent value. A duplicate key is a fault.
 */
export function readJson(file: string, text: string, firstLine: number): Outcome<Data> {
  const locationAt = offsetLocator(file, text, firstLine);
  const characterFaults = limitFaults(forbiddenCharacters(text, locationAt));
  const faults: Diagnostic[] = [];
  const read = parseJson(text, locationAt, faults);
  if (!('problem' in read))
    return settle(read, [...characterFaults, ...(characterFaults.length > 0 ? [] : limitFaults(faults))]);
  return failure(...characterFaults, fault('json/syntax', locationAt(read.offset), [read.problem], { hint: HINT }));
}

const HINT = say`a recipient is one JSON object on one line: {"id": "…", "roles": ["…"], …}`;
const WHITESPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const LITERAL = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/**
 * A recursive descent parser. `offset` is the position of the next character to be parsed. The result is the value or
 * the first syntax error; duplicate keys and refused characters are added to `faults`.
 */
function parseJson(text: string, locationAt: (offset: number) => Span, faults: Diagnostic[]): Data | ParseFailure {
  let offset = 0;
  const fail = (problem: string): ParseFailure => ({ offset, problem });
  const consume = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = offset;
    const found = pattern.exec(text)?.[0];
    offset += found?.length ?? 0;
    return found;
  };
  const consumeCharacter = (character: string): boolean => {
    if (text[offset] !== character) return false;
    offset += 1;
    return true;
  };

  const parseString = (): Scalar | ParseFailure => {
    const span = locationAt(offset);
    const source = consume(STRING);
    if (source === undefined) return fail('this text is not closed, or is not written as JSON has it');
    const value = String(JSON.parse(source));
    // A refused character is also refused if it is written as an escape sequence.
    if (source.includes('\\')) faults.push(...forbiddenCharacters(value, () => span).slice(0, 1));
    return { kind: 'scalar', text: value, quoted: true, span };
  };

  /** Parses a number, `true`, `false` or `null`. */
  const parseLiteral = (): Scalar | ParseFailure => {
    const span = locationAt(offset);
    const literal = consume(LITERAL);
    if (literal === undefined) return fail('a value must stand here: "text", [list], {object}, number, true or false');
    return { kind: 'scalar', text: literal === 'null' ? '' : literal, quoted: false, span };
  };

  /** Parses comma-separated items with `parseItem`, up to and including the closing bracket `close`. */
  const parseItemsUntil = (close: string, parseItem: () => ParseFailure | undefined): ParseFailure | undefined => {
    consume(WHITESPACE);
    if (consumeCharacter(close)) return undefined;
    for (;;) {
      const failed = parseItem();
      if (failed !== undefined) return failed;
      if (consumeCharacter(close)) return undefined;
      if (!consumeCharacter(',')) return fail(`a comma or a closing ${close} must stand here`);
    }
  };

  const parseObject = (span: Span, depth: number): Data | ParseFailure => {
    const entries: Field[] = [];
    const firstKeySpans = new Map<string, Span>();
    const failed = parseItemsUntil('}', () => {
      consume(WHITESPACE);
      if (text[offset] !== '"') return fail('a key in quotation marks must stand here');
      const key = parseString();
      if ('problem' in key) return key;
      consume(WHITESPACE);
      if (!consumeCharacter(':')) return fail('a colon must stand here, between a key and its value');
      const value = parseValue(depth + 1);
      if ('problem' in value) return value;
      const first = firstKeySpans.get(key.text);
      if (first === undefined) firstKeySpans.set(key.text, key.span);
      else faults.push(duplicateJsonKey(key.text, key.span, first));
      entries.push({ key: key.text, keySpan: key.span, value });
      return undefined;
    });
    return failed ?? { kind: 'fields', entries, span };
  };

  const parseArray = (span: Span, depth: number): Data | ParseFailure => {
    const items: Data[] = [];
    const failed = parseItemsUntil(']', () => {
      const value = parseValue(depth + 1);
      if ('problem' in value) return value;
      items.push(value);
      return undefined;
    });
    return failed ?? { kind: 'list', items, span };
  };

  const parseValue = (depth: number): Data | ParseFailure => {
    consume(WHITESPACE);
    const span = locationAt(offset);
    if (depth > DEEPEST) return fail(`a list or object more than ${DEEPEST} deep in others cannot be used here`);
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

function duplicateJsonKey(key: string, span: Span, first: Span): Diagnostic {
  return fault('json/duplicate-key', span, say`the key ${keyInFile(key)} stands twice in one object`, {
    hint: say`keep one of the two`,
    related: [{ span: first, message: say`it stands here first` }],
  });
}
