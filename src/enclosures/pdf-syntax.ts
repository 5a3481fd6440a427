import { type PdfAllowance, type PdfBytes, UnreadablePdf } from './pdf-allowance.ts';

/** An object of a PDF file (ISO 32000-1, 7.3), as far as the facts of a file need it. */
export type PdfValue =
  number | boolean | null | PdfName | PdfString | PdfReference | readonly PdfValue[] | PdfDictionary;

/** The name of something: `/Catalog` without its slash. */
export interface PdfName {
  readonly kind: 'name';
  readonly name: string;
}

/** A string, of which only the number of its bytes is known. */
export interface PdfString {
  readonly kind: 'string';
  readonly length: number;
}

/** A reference to an indirect object. */
export interface PdfReference {
  readonly kind: 'reference';
  readonly object: number;
}

/** A dictionary, by the names of its keys. */
export interface PdfDictionary {
  readonly kind: 'dictionary';
  readonly entries: ReadonlyMap<string, PdfValue>;
}

/** The maximum nesting of arrays and dictionaries. */
const MAX_DEPTH = 50;

const WHITE_SPACE: ReadonlySet<number> = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS: ReadonlySet<number> = new Set(Buffer.from('()<>[]{}/%', 'latin1'));
const [PERCENT, SLASH, OPEN, CLOSE, LESS, GREATER, BACKSLASH, HASH] = [0x25, 0x2f, 0x28, 0x29, 0x3c, 0x3e, 0x5c, 0x23];

/** Reads objects of a PDF file from a position. Throws `UnreadablePdf` at what is none. */
export class PdfReader {
  private readonly bytes: Uint8Array;
  private readonly allowance: PdfAllowance;
  /** The index of the next byte. */
  position: number;

  constructor({ bytes, allowance }: PdfBytes, position: number) {
    if (!Number.isSafeInteger(position) || position < 0 || position >= bytes.length)
      throw new UnreadablePdf('a position outside the file');
    this.bytes = bytes;
    this.allowance = allowance;
    this.position = position;
  }

  /** Reads an object. */
  readValue(depth = 0): PdfValue {
    if (depth > MAX_DEPTH) throw new UnreadablePdf('too deep');
    this.allowance.takeValue();
    this.skipWhiteSpace();
    const [first, second] = [this.bytes[this.position], this.bytes[this.position + 1]];
    if (first === SLASH) return { kind: 'name', name: this.readName() };
    if (first === OPEN) return this.readLiteralString();
    if (first === LESS && second === LESS) return this.readDictionary(depth);
    if (first === LESS) return this.readHexadecimalString();
    if (first === 0x5b) return this.readArray(depth);
    return this.readNumberOrKeyword();
  }

  /** Reads a word that is no object, as `obj`; an empty one at a delimiter. */
  readKeyword(): string {
    this.skipWhiteSpace();
    const start = this.position;
    while (this.position < this.bytes.length && !this.isAtEndOfWord()) this.position += 1;
    if (this.position - start > 40) throw new UnreadablePdf('a long word');
    return String.fromCharCode(...this.bytes.subarray(start, this.position));
  }

  /** Reads an integer that is not negative. */
  readInteger(): number {
    const word = this.readKeyword();
    if (!/^\+?\d{1,15}$/u.test(word)) throw new UnreadablePdf('no integer');
    return Number(word);
  }

  /** Reads a word if it is this one, and returns whether it was. */
  takeKeyword(keyword: string): boolean {
    const start = this.position;
    this.skipWhiteSpace();
    const begins = Buffer.from(keyword, 'latin1').every((byte, index) => this.bytes[this.position + index] === byte);
    this.position = begins ? this.position + keyword.length : start;
    return begins;
  }

  private isAtEndOfWord(): boolean {
    const byte = this.bytes[this.position] ?? 0;
    return WHITE_SPACE.has(byte) || DELIMITERS.has(byte);
  }

  private skipWhiteSpace(): void {
    for (;;) {
      const byte = this.bytes[this.position];
      if (byte === PERCENT) {
        while (this.position < this.bytes.length && !isLineEnd(this.bytes[this.position])) this.position += 1;
      } else if (byte === undefined || !WHITE_SPACE.has(byte)) return;
      else this.position += 1;
    }
  }

  private readName(): string {
    this.position += 1;
    const start = this.position;
    while (this.position < this.bytes.length && !this.isAtEndOfWord()) this.position += 1;
    if (this.position - start > 500) throw new UnreadablePdf('a long name');
    const written = this.bytes.subarray(start, this.position);
    if (!written.includes(HASH)) return String.fromCharCode(...written);
    return String.fromCharCode(...written).replaceAll(/#([0-9a-f]{2})/giu, (_, hexadecimal: string) =>
      String.fromCharCode(Number.parseInt(hexadecimal, 16)),
    );
  }

  private readLiteralString(): PdfString {
    const start = this.position;
    let depth = 0;
    while (this.position < this.bytes.length) {
      const byte = this.bytes[this.position];
      this.position += byte === BACKSLASH ? 2 : 1;
      if (byte === OPEN) depth += 1;
      if (byte === CLOSE) depth -= 1;
      if (depth === 0) return { kind: 'string', length: this.position - start - 2 };
    }
    throw new UnreadablePdf('a string without an end');
  }

  private readHexadecimalString(): PdfString {
    const end = this.bytes.indexOf(GREATER, this.position);
    if (end === -1) throw new UnreadablePdf('a string without an end');
    const length = Math.ceil((end - this.position - 1) / 2);
    this.position = end + 1;
    return { kind: 'string', length };
  }

  private readArray(depth: number): readonly PdfValue[] {
    this.position += 1;
    const items: PdfValue[] = [];
    while (!this.takeKeyword(']')) items.push(this.readValue(depth + 1));
    return items;
  }

  private readDictionary(depth: number): PdfDictionary {
    this.position += 2;
    const entries = new Map<string, PdfValue>();
    while (!this.takeKeyword('>>')) {
      const key = this.readValue(depth + 1);
      if (!isName(key)) throw new UnreadablePdf('a key that is no name');
      entries.set(key.name, this.readValue(depth + 1));
    }
    return { kind: 'dictionary', entries };
  }

  private readNumberOrKeyword(): PdfValue {
    const word = this.readKeyword();
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/u.test(word)) throw new UnreadablePdf('no object');
    const afterNumber = this.position;
    if (/^\d+$/u.test(word)) {
      const generation = this.readKeyword();
      if (/^\d{1,5}$/u.test(generation) && this.readKeyword() === 'R')
        return { kind: 'reference', object: Number(word) };
      this.position = afterNumber;
    }
    return Number(word);
  }
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === 10 || byte === 13;
}

/** Whether a value is a name; `name`: that one. */
export function isName(value: PdfValue | undefined, name?: string): value is PdfName {
  return isKind(value, 'name') && (name === undefined || value.name === name);
}

/** Whether a value is a dictionary. */
export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return isKind(value, 'dictionary');
}

/** Whether a value is a reference. */
export function isReference(value: PdfValue | undefined): value is PdfReference {
  return isKind(value, 'reference');
}

function isKind<Kind extends 'name' | 'dictionary' | 'reference'>(
  value: PdfValue | undefined,
  kind: Kind,
): value is Extract<PdfValue, { readonly kind: Kind }> {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;
}
