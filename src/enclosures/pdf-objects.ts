import { PdfAllowance, type PdfBytes, UnreadablePdf } from './pdf-allowance.ts';
import { inflateStream } from './pdf-streams.ts';
import { PdfReader, isDictionary, isName, isReference, type PdfDictionary, type PdfValue } from './pdf-syntax.ts';

/** The place of an indirect object: in the file, or in an object stream (ISO 32000-1, 7.5.7). */
type Place = { readonly offset: number } | { readonly stream: number; readonly index: number } | 'free';

/** The maximum number of sections of a cross-reference table: updates of the file. */
const MAX_SECTIONS = 2000;

/** The maximum number of indirect objects. A file of 50 MB with as many has 25 bytes for each. */
const MAX_OBJECTS = 2_000_000;

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
export function openPdfObjects(bytes: Uint8Array, start: number): PdfObjects {
  const file = { bytes: bytes.subarray(start), allowance: new PdfAllowance() };
  const places = new Map<number, Place>();
  const trailers: PdfDictionary[] = [];
  readSections(file, places, trailers);

  const resolve = (value: PdfValue | undefined, depth = 0): PdfValue | undefined => {
    if (!isReference(value)) return value;
    const place = places.get(value.object);
    if (place === undefined || place === 'free') return null;
    if (depth > 10) throw new UnreadablePdf('references in a circle');
    if ('offset' in place) return resolve(readIndirectObject(file, place.offset, value.object).value, depth + 1);
    return resolve(readFromStream(file, places, place, value.object), depth + 1);
  };
  return {
    trailer: (key) => trailers.map(({ entries }) => entries.get(key)).find((value) => value !== undefined),
    resolve: (value) => resolve(value),
  };
}

/** Reads all sections from the one that the end of the file names. An entry of a newer section wins. */
function readSections(file: PdfBytes, places: Map<number, Place>, trailers: PdfDictionary[]): void {
  const { bytes } = file;
  const keyword = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).lastIndexOf('startxref');
  if (keyword === -1) throw new UnreadablePdf('no end');
  const pending = [new PdfReader(file, keyword + 'startxref'.length).readInteger()];
  const seen = new Set<number>();
  for (let offset = pending.shift(); offset !== undefined; offset = pending.shift()) {
    if (seen.has(offset)) continue;
    seen.add(offset);
    if (seen.size > MAX_SECTIONS) throw new UnreadablePdf('too many sections');
    const trailer = readSection(file, offset, places);
    trailers.push(trailer);
    for (const key of ['XRefStm', 'Prev']) {
      const next = trailer.entries.get(key);
      if (typeof next === 'number') pending.push(next);
    }
  }
}

/** Reads a table or a stream, and returns its trailer. */
function readSection(file: PdfBytes, offset: number, places: Map<number, Place>): PdfDictionary {
  const reader = new PdfReader(file, offset);
  if (!reader.takeKeyword('xref')) return readCrossReferenceStream(file, offset, places);
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
  file.allowance.takeBytes(reader.position - offset);
  if (!isDictionary(trailer)) throw new UnreadablePdf('no trailer');
  return trailer;
}

function readCrossReferenceStream(file: PdfBytes, offset: number, places: Map<number, Place>): PdfDictionary {
  const { value: dictionary, streamStart } = readIndirectObject(file, offset);
  if (!isDictionary(dictionary) || streamStart === undefined || !isName(dictionary.entries.get('Type'), 'XRef'))
    throw new UnreadablePdf('no cross-reference stream');
  const data = inflateStream(file, dictionary, streamStart);
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
  if (places.size > MAX_OBJECTS) throw new UnreadablePdf('too many objects');
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
  file: PdfBytes,
  offset: number,
  number?: number,
): { readonly value: PdfValue; readonly streamStart: number | undefined } {
  const reader = new PdfReader(file, offset);
  const found = reader.readInteger();
  reader.readInteger();
  if (!reader.takeKeyword('obj') || (number !== undefined && found !== number))
    throw new UnreadablePdf('another object');
  const value = reader.readValue();
  file.allowance.takeBytes(reader.position - offset);
  if (!isDictionary(value) || !reader.takeKeyword('stream')) return { value, streamStart: undefined };
  const [next, afterNext] = [file.bytes[reader.position], file.bytes[reader.position + 1]];
  const lineEnd = next === 13 && afterNext === 10 ? 2 : 1;
  return { value, streamStart: reader.position + lineEnd };
}

/** Reads an object that is in an object stream. */
function readFromStream(
  file: PdfBytes,
  places: ReadonlyMap<number, Place>,
  { stream, index }: Extract<Place, { readonly stream: number }>,
  object: number,
): PdfValue {
  const place = places.get(stream);
  if (place === undefined || place === 'free' || !('offset' in place)) throw new UnreadablePdf('no object stream');
  const { value: dictionary, streamStart } = readIndirectObject(file, place.offset, stream);
  if (!isDictionary(dictionary) || streamStart === undefined) throw new UnreadablePdf('no object stream');
  const first = dictionary.entries.get('First');
  const data = { bytes: inflateStream(file, dictionary, streamStart), allowance: file.allowance };
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
