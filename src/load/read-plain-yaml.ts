import type { Data, Field, Fields, List, Scalar } from '../model/data.ts';
import type { Span } from '../model/span.ts';

/** A line that is more than space or comment: how far it is indented, its text from there, its number from 0. */
interface Line {
  readonly indent: number;
  readonly text: string;
  readonly number: number;
}

/** What a value at the end of a line says, and how many characters of the line it took. */
interface Taken {
  readonly data: Data;
  readonly length: number;
}

/** Not written as plainly as is read here. */
class NotPlain extends Error {}

const KEY = /^(?<key>[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}):(?: +(?<rest>[^ ].*))?$/u;
/** Unquoted text begins with what can be nothing else in YAML. */
const PLAIN_START = /^[\p{L}\p{N}(./+«“_]/u;
const QUOTED = /^(?:"(?<double>[^"\\]*)"|'(?<single>(?:[^']|'')*)')/u;
const COMMENT = / +#/u;
const NO_VALUE = /^(?:null|Null|NULL)$/u;
const DEEPEST = 12;
/** Characters; what searches a line more than once need not ask how long it may be. */
const LONGEST = 2000;

/**
 * Reads the plain part of YAML, in which campaigns are nearly all written, as `readYaml` would, some ten times as fast:
 * mappings and lists by indentation, words, quoted words, brackets on one line, folded text. Undefined: the file holds
 * anything else, sound or not, and is for the library to judge.
 */
export function readPlainYaml(file: string, text: string): Data | undefined {
  // Tabs, carriage returns and spaces before a line's end have rules of their own.
  if (/[\t\r]| $/mu.test(text)) return undefined;
  const lines = text.split('\n');
  if (lines.some((line) => line.length > LONGEST)) return undefined;
  try {
    return new PlainReader(file, lines).read();
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

/** One file on its way from lines to data. */
class PlainReader {
  readonly #lines: readonly Line[];
  readonly #file: string;
  readonly #raw: readonly string[];
  #next = 0;

  constructor(file: string, raw: readonly string[]) {
    this.#file = file;
    this.#raw = raw;
    this.#lines = raw.flatMap((line, number) => {
      const indent = line.search(/[^ ]/u);
      return indent === -1 || line[indent] === '#' ? [] : [{ indent, text: line.slice(indent), number }];
    });
  }

  read(): Data {
    if (this.#lines[0]?.indent !== 0) throw new NotPlain();
    const data = this.#block(0, 0);
    if (this.#next !== this.#lines.length) throw new NotPlain();
    return data;
  }

  #at({ number, indent }: Line, further = 0): Span {
    return { file: this.#file, line: number + 1, column: indent + further + 1 };
  }

  #block(indent: number, depth: number): Fields | List {
    const line = this.#lines[this.#next];
    if (line === undefined || depth > DEEPEST) throw new NotPlain();
    return line.text.startsWith('- ') ? this.#list(indent, depth) : this.#fields(line, depth);
  }

  #list(indent: number, depth: number): List {
    const first = this.#lines[this.#next];
    const items: Data[] = [];
    for (;;) {
      const line = this.#lines[this.#next];
      if (first === undefined || line === undefined || line.indent < indent) break;
      if (line.indent > indent) throw new NotPlain();
      if (!line.text.startsWith('- ')) break;
      const inner = line.text.slice(1).search(/[^ ]/u) + 1;
      const item: Line = { indent: line.indent + inner, text: line.text.slice(inner), number: line.number };
      items.push(KEY.test(item.text) ? this.#fields(item, depth + 1) : this.#lastOf(item, depth, line.indent));
    }
    if (first === undefined) throw new NotPlain();
    return { kind: 'list', items, span: this.#at(first) };
  }

  /** A mapping whose first line is given: that of a list's item begins behind the dash. */
  #fields(first: Line, depth: number): Fields {
    const entries: Field[] = [];
    const keys = new Set<string>();
    for (let line: Line | undefined = first; line !== undefined && line.indent === first.indent;) {
      const match = KEY.exec(line.text)?.groups;
      const key = match?.['key'];
      if (key === undefined || keys.has(key) || NO_VALUE.test(key)) throw new NotPlain();
      keys.add(key);
      const keySpan = this.#at(line);
      entries.push({ key, keySpan, value: this.#valueOf(line, match?.['rest'], depth) });
      line = this.#lines[this.#next];
      if (line !== undefined && line.indent > first.indent) throw new NotPlain();
    }
    return { kind: 'fields', entries, span: this.#at(first) };
  }

  #valueOf(line: Line, rest: string | undefined, depth: number): Data {
    if (rest !== undefined && !rest.startsWith('#')) {
      const start = line.text.length - rest.length;
      return this.#lastOf({ indent: line.indent + start, text: rest, number: line.number }, depth, line.indent);
    }
    this.#next += 1;
    const below = this.#lines[this.#next];
    if (below !== undefined && below.indent > line.indent) return this.#block(below.indent, depth + 1);
    if (below?.indent === line.indent && below.text.startsWith('- ')) return this.#list(below.indent, depth + 1);
    throw new NotPlain();
  }

  /** What stands at the end of a line, a comment behind it or not; nothing of it may go on below. */
  #lastOf(line: Line, depth: number, outer: number): Data {
    this.#next += 1;
    if (line.text === '>-') return this.#folded(line, outer);
    const below = this.#lines[this.#next];
    if (below !== undefined && below.indent > outer) throw new NotPlain();
    const first = line.text[0] ?? '';
    if (first !== '[' && first !== '{' && first !== '"' && first !== "'") return this.#plain(line);
    const { data, length } = this.#inline(line, 0, depth + 1);
    const behind = line.text.slice(length);
    if (behind !== '' && !/^ +#/u.test(behind)) throw new NotPlain();
    return data;
  }

  #plain(line: Line): Scalar {
    const hash = COMMENT.exec(line.text);
    const text = hash === null ? line.text : line.text.slice(0, hash.index);
    if (!PLAIN_START.test(text) || /: |:$/u.test(text) || NO_VALUE.test(text)) throw new NotPlain();
    const scalar: Scalar = { kind: 'scalar', text, quoted: false, span: this.#at(line) };
    return hash === null ? scalar : { ...scalar, comment: this.#at(line, hash.index + hash[0].length - 1) };
  }

  /** `>-`: the lines below, all as far indented, are one. A blank line among them would be a break. */
  #folded(line: Line, outer: number): Scalar {
    const start = line.number + 1;
    const indent = (this.#raw[start] ?? '').search(/[^ ]/u);
    const words: string[] = [];
    let raw = this.#raw[start];
    for (; raw !== undefined && raw.search(/[^ ]/u) > outer; raw = this.#raw[start + words.length]) {
      if (raw.search(/[^ ]/u) !== indent || raw[indent] === '#') throw new NotPlain();
      words.push(raw.slice(indent));
    }
    let after = start + words.length;
    while (this.#raw[after]?.trim() === '') after += 1;
    const goesOn = (this.#raw[after] ?? '').search(/[^ ]/u) > outer;
    if (words.length === 0 || goesOn) throw new NotPlain();
    this.#next += words.length;
    return {
      kind: 'scalar',
      text: words.join(' '),
      quoted: true,
      span: this.#at(line),
    };
  }

  /** Brackets and quoted words, from a place in the line on. */
  #inline(line: Line, from: number, depth: number): Taken {
    if (depth > DEEPEST) throw new NotPlain();
    const text = line.text.slice(from);
    const span = this.#at(line, from);
    const quoted = QUOTED.exec(text);
    if (quoted !== null) {
      const { double, single = '' } = quoted.groups ?? {};
      const words = double ?? single.replaceAll("''", "'");
      return { data: { kind: 'scalar', text: words, quoted: true, span }, length: from + quoted[0].length };
    }
    if (text.startsWith('[')) return this.#inBrackets(line, from, depth, ']', span);
    if (text.startsWith('{')) return this.#inBrackets(line, from, depth, '}', span);
    const plain = /^[^,[\]{}:#"']+/u.exec(text)?.[0].replace(/ +$/u, '') ?? '';
    if (!PLAIN_START.test(plain) || NO_VALUE.test(plain)) throw new NotPlain();
    return { data: { kind: 'scalar', text: plain, quoted: false, span }, length: from + plain.length };
  }

  #inBrackets(line: Line, from: number, depth: number, close: ']' | '}', span: Span): Taken {
    const items: Data[] = [];
    const entries: Field[] = [];
    let at = pastSpaces(line, from + 1);
    while (line.text[at] !== close) {
      if (items.length + entries.length > 0) {
        if (line.text[at] !== ',') throw new NotPlain();
        at = pastSpaces(line, at + 1);
      }
      const key = close === ']' ? undefined : /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}(?=: )/u.exec(line.text.slice(at))?.[0];
      if (close === '}' && (key === undefined || NO_VALUE.test(key) || entries.some((entry) => entry.key === key))) {
        throw new NotPlain();
      }
      const keySpan = this.#at(line, at);
      if (key !== undefined) at = pastSpaces(line, at + key.length + 1);
      const { data, length } = this.#inline(line, at, depth + 1);
      if (key === undefined) items.push(data);
      else entries.push({ key, keySpan, value: data });
      at = pastSpaces(line, length);
    }
    const data: Data = close === ']' ? { kind: 'list', items, span } : { kind: 'fields', entries, span };
    return { data, length: at + 1 };
  }
}

function pastSpaces({ text }: Line, from: number): number {
  let at = from;
  while (text[at] === ' ') at += 1;
  return at;
}
