import { constants, inflateSync } from 'node:zlib';
import {
  PdfReader,
  UnreadablePdf,
  isDictionary,
  isName,
  isReference,
  type PdfDictionary,
  type PdfValue,
} from './pdf-syntax.ts';

/** The place of an indirect object: in the file, or in an object stream (ISO 32000-1, 7.5.7). */
type Place = { readonly offset: number } | { readonly stream: number; readonly index: number } | 'free';

/** The maximum number of sections of a cross-reference table: updates of the file. */
const MAX_SECTIONS = 2000;

/** The maximum size of a stream once it is inflated, in bytes. */
const MAX_INFLATED = 20_000_000;

/** The objects of a PDF file, which are read when they are asked for. */
export interface PdfObjects {
  /** The newest value of a key of the trailers (ISO 32000-1, 7.5.5). */
  readonly trailer: (key: string) => PdfValue | undefined;
  /** Returns a value itself or, of a reference, what it refers to. */
  readonly resolve: (value: PdfValue | undefined) => PdfValue | undefined;
}

/**
 * Opens a PDF file by its cross-reference tables and streams, the newest first. `start`: the index of its header, from
 * which its positions count. Throws `UnreadablePdf`.
 */
export function openPdfObjects(file: Uint8Array, start: number): PdfObjects {
  const bytes = file.subarray(start);
  const places = new Map<number, Place>();
  const trailers: PdfDictionary[] = [];
  readSections(bytes, places, trailers);

  const resolve = (value: PdfValue | undefined, depth = 0): PdfValue | undefined => {
    if (!isReference(value)) return value;
    const place = places.get(value.object);
    if (place === undefined || place === 'free') return null;
    if (depth > 10) throw new UnreadablePdf('references in a circle');
    if ('offset' in place) return resolve(readIndirectObject(bytes, place.offset, value.object).value, depth + 1);
    return resolve(readFromStream(bytes, places, place, value.object), depth + 1);
  };
  return {
    trailer: (key) => trailers.map(({ entries }) => entries.get(key)).find((value) => value !== undefined),
    resolve: (value) => resolve(value),
  };
}

/** Reads all sections from the one that the end of the file names. An entry of a newer section wins. */
function readSections(bytes: Uint8Array, places: Map<number, Place>, trailers: PdfDictionary[]): void {
  const keyword = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).lastIndexOf('startxref');
  if (keyword === -1) throw new UnreadablePdf('no end');
  const pending = [new PdfReader(bytes, keyword + 'startxref'.length).readInteger()];
  const seen = new Set<number>();
  for (let offset = pending.shift(); offset !== undefined; offset = pending.shift()) {
    if (seen.has(offset)) continue;
    seen.add(offset);
    if (seen.size > MAX_SECTIONS) throw new UnreadablePdf('too many sections');
    const trailer = readSection(bytes, offset, places);
    trailers.push(trailer);
    for (const key of ['XRefStm', 'Prev']) {
      const next = trailer.entries.get(key);
      if (typeof next === 'number') pending.push(next);
    }
  }
}

/** Reads a table or a stream, and returns its trailer. */
function readSection(bytes: Uint8Array, offset: number, places: Map<number, Place>): PdfDictionary {
  const reader = new PdfReader(bytes, offset);
  if (!reader.takeKeyword('xref')) return readCrossReferenceStream(bytes, offset, places);
  while (!reader.takeKeyword('trailer')) {
    const [first, count] = [reader.readInteger(), reader.readInteger()];
    for (let index = 0; index < count; index += 1) {
      const position = reader.readInteger();
      reader.readInteger();
      const use = reader.readKeyword();
      if (use !== 'n' && use !== 'f') throw new UnreadablePdf('a wrong entry');
      addPlace(places, first + index, use === 'n' ? { offset: position } : 'free');
    }
  }
  const trailer = reader.readValue();
  if (!isDictionary(trailer)) throw new UnreadablePdf('no trailer');
  return trailer;
}

function readCrossReferenceStream(bytes: Uint8Array, offset: number, places: Map<number, Place>): PdfDictionary {
  const { value: dictionary, streamStart } = readIndirectObject(bytes, offset);
  if (!isDictionary(dictionary) || streamStart === undefined || !isName(dictionary.entries.get('Type'), 'XRef'))
    throw new UnreadablePdf('no cross-reference stream');
  const data = inflateStream(bytes, dictionary, streamStart);
  const widths = integersOf(dictionary.entries.get('W'));
  const [typeWidth = 0, secondWidth = 0, thirdWidth = 0] = widths;
  if (widths.length < 3 || widths.some((width) => width > 8)) throw new UnreadablePdf('wrong widths');
  const size = dictionary.entries.get('Size');
  const ranges = integersOf(dictionary.entries.get('Index') ?? [0, typeof size === 'number' ? size : 0]);
  let position = 0;
  const readField = (width: number): number => {
    let field = 0;
    for (let index = 0; index < width; index += 1) field = field * 256 + (data[position + index] ?? 0);
    position += width;
    return field;
  };
  const entryWidth = widths.reduce((sum, width) => sum + width, 0);
  if (entryWidth === 0) throw new UnreadablePdf('wrong widths');
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    const [first = 0, count = 0] = ranges.slice(range, range + 2);
    for (let index = 0; index < count && position + entryWidth <= data.length; index += 1) {
      const type = typeWidth === 0 ? 1 : readField(typeWidth);
      const [second, third] = [readField(secondWidth), readField(thirdWidth)];
      position += entryWidth - typeWidth - secondWidth - thirdWidth;
      if (type === 0) addPlace(places, first + index, 'free');
      if (type === 1) addPlace(places, first + index, { offset: second });
      if (type === 2) addPlace(places, first + index, { stream: second, index: third });
    }
  }
  return dictionary;
}

function addPlace(places: Map<number, Place>, object: number, place: Place): void {
  if (!places.has(object)) places.set(object, place);
}

function integersOf(value: PdfValue | undefined): readonly number[] {
  const items = Array.isArray(value) ? (value as readonly PdfValue[]) : [];
  return items.map((item) => {
    if (typeof item !== 'number' || !Number.isSafeInteger(item) || item < 0) throw new UnreadablePdf('no integer');
    return item;
  });
}

/** Reads an indirect object. `number`: the one that it must have. */
function readIndirectObject(
  bytes: Uint8Array,
  offset: number,
  number?: number,
): { readonly value: PdfValue; readonly streamStart: number | undefined } {
  const reader = new PdfReader(bytes, offset);
  const found = reader.readInteger();
  reader.readInteger();
  if (!reader.takeKeyword('obj') || (number !== undefined && found !== number))
    throw new UnreadablePdf('another object');
  const value = reader.readValue();
  if (!isDictionary(value) || !reader.takeKeyword('stream')) return { value, streamStart: undefined };
  const [next, afterNext] = [bytes[reader.position], bytes[reader.position + 1]];
  const lineEnd = next === 13 && afterNext === 10 ? 2 : 1;
  return { value, streamStart: reader.position + lineEnd };
}

/** Reads an object that is in an object stream. */
function readFromStream(
  bytes: Uint8Array,
  places: ReadonlyMap<number, Place>,
  { stream, index }: Extract<Place, { readonly stream: number }>,
  object: number,
): PdfValue {
  const place = places.get(stream);
  if (place === undefined || place === 'free' || !('offset' in place)) throw new UnreadablePdf('no object stream');
  const { value: dictionary, streamStart } = readIndirectObject(bytes, place.offset, stream);
  if (!isDictionary(dictionary) || streamStart === undefined) throw new UnreadablePdf('no object stream');
  const first = dictionary.entries.get('First');
  const data = inflateStream(bytes, dictionary, streamStart);
  const header = new PdfReader(data, 0);
  let offset = -1;
  for (let each = 0; each <= index; each += 1) {
    const number = header.readInteger();
    const position = header.readInteger();
    if (each === index && number === object) offset = position;
  }
  if (offset === -1 || typeof first !== 'number') throw new UnreadablePdf('another object');
  return new PdfReader(data, first + offset).readValue();
}

/** Returns the data of a stream without its compression and its predictor (ISO 32000-1, 7.4.4). */
function inflateStream(bytes: Uint8Array, { entries }: PdfDictionary, start: number): Uint8Array {
  const stated = entries.get('Length');
  const end =
    typeof stated === 'number' && start + stated <= bytes.length
      ? start + stated
      : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf('endstream', start);
  if (end < start) throw new UnreadablePdf('a stream without an end');
  const written = bytes.subarray(start, end);
  const filter = single(entries.get('Filter'));
  if (filter === undefined || filter === null) return written;
  if (!isName(filter, 'FlateDecode')) throw new UnreadablePdf('an unknown filter');
  return withoutPredictor(inflate(written), single(entries.get('DecodeParms')));
}

function inflate(bytes: Uint8Array): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: MAX_INFLATED, finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    throw new UnreadablePdf('a damaged stream');
  }
}

/** Returns the only item of an array, or what is no array itself. */
function single(value: PdfValue | undefined): PdfValue | undefined {
  if (!Array.isArray(value)) return value;
  const items = value as readonly PdfValue[];
  if (items.length > 1) throw new UnreadablePdf('several filters');
  return items[0];
}

function withoutPredictor(data: Uint8Array, parameters: PdfValue | undefined): Uint8Array {
  const numberOf = (key: string, absent: number): number => {
    const value = isDictionary(parameters) ? parameters.entries.get(key) : undefined;
    return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : absent;
  };
  const predictor = numberOf('Predictor', 1);
  if (predictor === 1) return data;
  if (predictor < 10 || numberOf('Colors', 1) !== 1 || numberOf('BitsPerComponent', 8) !== 8)
    throw new UnreadablePdf('an unknown predictor');
  return withoutRowFilters(data, numberOf('Columns', 1));
}

/** Reverses the filters of PNG (PNG, 9.2) of rows with one byte a pixel. */
function withoutRowFilters(data: Uint8Array, columns: number): Uint8Array {
  const rows = Math.floor(data.length / (columns + 1));
  const result = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const filter = data[row * (columns + 1)] ?? 0;
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column;
      const left = column === 0 ? 0 : (result[at - 1] ?? 0);
      const above = row === 0 ? 0 : (result[at - columns] ?? 0);
      const aboveLeft = row === 0 || column === 0 ? 0 : (result[at - columns - 1] ?? 0);
      result[at] = (data[row * (columns + 1) + 1 + column] ?? 0) + predicted(filter, left, above, aboveLeft);
    }
  }
  return result;
}

function predicted(filter: number, left: number, above: number, aboveLeft: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return Math.floor((left + above) / 2);
  if (filter !== 4) throw new UnreadablePdf('an unknown filter of a row');
  const estimate = left + above - aboveLeft;
  const [byLeft, byAbove, byBoth] = [left, above, aboveLeft].map((each) => Math.abs(estimate - each));
  if (byLeft === undefined || byAbove === undefined || byBoth === undefined) return 0;
  if (byLeft <= byAbove && byLeft <= byBoth) return left;
  return byAbove <= byBoth ? above : aboveLeft;
}
