import type { Data, Field, Scalar } from '../model/data.ts';
import { type Diagnostic, fault } from '../model/diagnostic.ts';
import { keyInFile, say } from '../model/message.ts';
import { type Outcome, failure, settle } from '../model/outcome.ts';
import type { Span } from '../model/span.ts';
import { LARGEST_FILE, type ReadResult } from '../world.ts';
import { enough, forbiddenCharacters, locationsIn } from './file-text.ts';
import { unreadableFile } from './read-file.ts';

/** Recipients as NDJSON (one JSON object on each line; empty lines mean nothing), one after the other as they come. */
export async function* readNdjson(
  file: string,
  pieces: AsyncIterable<ReadResult<string>>,
): AsyncGenerator<Outcome<Data>> {
  let rest = '';
  let line = 1;
  for await (const piece of pieces) {
    if (!piece.ok) return yield failure(unreadableFile(file, piece, 'profiles of recipients'));
    const lines = (rest + piece.value).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) {
      if (text.trim() !== '') yield readJson(file, text.replace(/\r$/u, ''), line);
      line += 1;
    }
    if (rest.length > LARGEST_FILE) return yield failure(tooLong(file, line));
  }
  if (rest.trim() !== '') yield readJson(file, rest, line);
}

function tooLong(file: string, line: number): Diagnostic {
  return fault('file/too-large', { file, line, column: 1 }, [`this line is longer than ${LARGEST_FILE / 1e6} MB`], {
    hint: say`each recipient stands on a line of its own; a JSON array is not read`,
  });
}

/** Lists and objects may stand this deep in one another, as in YAML. */
const DEEPEST = 20;

/** Where reading stopped, and why. */
interface SyntaxStop {
  readonly at: number;
  readonly problem: string;
}

/**
 * Reads one JSON text (RFC 8259) that stands in a file from `firstLine` on. Numbers, `true` and `false` are their
 * characters as typed, as in YAML; `null` is an absent value. A key that stands twice is a fault.
 */
export function readJson(file: string, text: string, firstLine: number): Outcome<Data> {
  const placeAt = locationsIn(file, text, firstLine);
  const typed = enough(forbiddenCharacters(text, placeAt));
  const faults: Diagnostic[] = [];
  const read = parseJson(text, placeAt, faults);
  if (!('problem' in read)) return settle(read, [...typed, ...(typed.length > 0 ? [] : enough(faults))]);
  return failure(...typed, fault('json/syntax', placeAt(read.at), [read.problem], { hint: HINT }));
}

const HINT = say`a recipient is one JSON object on one line: {"id": "…", "roles": ["…"], …}`;
const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const WORD = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/** One walk through the text from left to right. Only `at`, where it stands, changes. */
function parseJson(text: string, placeAt: (offset: number) => Span, faults: Diagnostic[]): Data | SyntaxStop {
  let at = 0;
  const stop = (problem: string): SyntaxStop => ({ at, problem });
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  const takes = (character: string): boolean => {
    if (text[at] !== character) return false;
    at += 1;
    return true;
  };

  const stringHere = (): Scalar | SyntaxStop => {
    const span = placeAt(at);
    const typed = take(STRING);
    if (typed === undefined) return stop('this text is not closed, or is not written as JSON has it');
    const value = String(JSON.parse(typed));
    // What came in by an escape is refused like what was typed.
    if (typed.includes('\\')) faults.push(...forbiddenCharacters(value, () => span).slice(0, 1));
    return { kind: 'scalar', text: value, quoted: true, span };
  };

  const wordHere = (): Scalar | SyntaxStop => {
    const span = placeAt(at);
    const word = take(WORD);
    if (word === undefined) return stop('a value must stand here: "text", [list], {object}, number, true or false');
    return { kind: 'scalar', text: word === 'null' ? '' : word, quoted: false, span };
  };

  /** What stands between brackets, each piece read by `piece`, up to the closing one. */
  const piecesUntil = (close: string, piece: () => SyntaxStop | undefined): SyntaxStop | undefined => {
    take(SPACE);
    if (takes(close)) return undefined;
    for (;;) {
      const stopped = piece();
      if (stopped !== undefined) return stopped;
      if (takes(close)) return undefined;
      if (!takes(',')) return stop(`a comma or a closing ${close} must stand here`);
    }
  };

  const fieldsHere = (span: Span, depth: number): Data | SyntaxStop => {
    const entries: Field[] = [];
    const places = new Map<string, Span>();
    const stopped = piecesUntil('}', () => {
      take(SPACE);
      if (text[at] !== '"') return stop('a key in quotation marks must stand here');
      const key = stringHere();
      if ('problem' in key) return key;
      take(SPACE);
      if (!takes(':')) return stop('a colon must stand here, between a key and its value');
      const value = valueHere(depth + 1);
      if ('problem' in value) return value;
      const first = places.get(key.text);
      if (first === undefined) places.set(key.text, key.span);
      else faults.push(duplicateJsonKey(key.text, key.span, first));
      entries.push({ key: key.text, keySpan: key.span, value });
      return undefined;
    });
    return stopped ?? { kind: 'fields', entries, span };
  };

  const listHere = (span: Span, depth: number): Data | SyntaxStop => {
    const items: Data[] = [];
    const stopped = piecesUntil(']', () => {
      const value = valueHere(depth + 1);
      if ('problem' in value) return value;
      items.push(value);
      return undefined;
    });
    return stopped ?? { kind: 'list', items, span };
  };

  const valueHere = (depth: number): Data | SyntaxStop => {
    take(SPACE);
    const span = placeAt(at);
    if (depth > DEEPEST) return stop(`a list or object more than ${DEEPEST} deep in others cannot be used here`);
    const value = takes('{')
      ? fieldsHere(span, depth)
      : takes('[')
        ? listHere(span, depth)
        : text[at] === '"'
          ? stringHere()
          : wordHere();
    take(SPACE);
    return value;
  };

  const value = valueHere(0);
  return 'problem' in value || at === text.length ? value : stop('something stands here after the end of the value');
}

function duplicateJsonKey(key: string, span: Span, first: Span): Diagnostic {
  return fault('json/duplicate-key', span, say`the key ${keyInFile(key)} stands twice in one object`, {
    hint: say`keep one of the two`,
    related: [{ span: first, message: say`it stands here first` }],
  });
}
