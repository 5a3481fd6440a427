import { constants, inflateSync } from 'node:zlib';
import { type PdfBytes, UnreadablePdf } from './pdf-allowance.ts';
import { isDictionary, isName, type PdfDictionary, type PdfValue } from './pdf-syntax.ts';

/** The maximum size of a stream once it is inflated, in bytes. */
const MAX_INFLATED = 20_000_000;

/** Returns the data of a stream without its compression and its predictor (ISO 32000-1, 7.4.4). */
export function inflateStream({ bytes, allowance }: PdfBytes, { entries }: PdfDictionary, start: number): Uint8Array {
  const stated = entries.get('Length');
  const end =
    typeof stated === 'number' && start + stated <= bytes.length
      ? start + stated
      : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf('endstream', start);
  if (end < start) throw new UnreadablePdf('a stream without an end');
  const written = bytes.subarray(start, end);
  allowance.takeBytes(written.length);
  const filter = single(entries.get('Filter'));
  if (filter === undefined || filter === null) return written;
  if (!isName(filter, 'FlateDecode')) throw new UnreadablePdf('an unknown filter');
  const data = inflate(written);
  allowance.takeBytes(data.length);
  return withoutPredictor(data, single(entries.get('DecodeParms')));
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
