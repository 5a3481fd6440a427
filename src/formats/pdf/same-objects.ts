import { inflateSync } from 'node:zlib';

/**
 * Whether two files have the same PDF objects once their streams are inflated, in the same order. The bytes of such
 * files may differ only in how streams are deflated, as those of two versions of zlib do, and in the lengths and
 * offsets that follow from it. Both files are read strictly in the form in which pdfkit writes letters; a file of any
 * other form, or with a byte that no object accounts for, is different.
 */
export function haveSameObjects(written: Uint8Array, other: Uint8Array): boolean {
  const writtenParts = readParts(written, Infinity);
  if (writtenParts === undefined) return false;
  // A stream that inflates to more than the longest expected one is different, however long it is.
  const longest = Math.max(1, ...writtenParts.map(({ length }) => length));
  const otherParts = readParts(other, longest);
  return (
    otherParts?.length === writtenParts.length &&
    writtenParts.every((part, index) => Buffer.compare(part, otherParts[index] ?? NOTHING) === 0)
  );
}

const NOTHING = new Uint8Array();

/** The first lines of a file: the version and, as ISO 32000-1, 7.5.2 recommends, four bytes that are not ASCII. */
const HEADER = '%PDF-1.7\n%\u{ff}\u{ff}\u{ff}\u{ff}\n';
const OBJECT_END = '\nendobj\n';
const STREAM_START = '\nstream\n';
const STREAM_END = '\nendstream\nendobj\n';
const CROSS_REFERENCES = 'xref\n';

/**
 * Returns the parts of a file: for each object its number and dictionary, and its stream, inflated; at the end the
 * trailer. Lengths and offsets are left out, after they have been compared with the positions in the file. Undefined if
 * the file has another form. `maxLength`: the maximum length of an inflated stream.
 */
function readParts(bytes: Uint8Array, maxLength: number): readonly Uint8Array[] | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.toString('latin1', 0, HEADER.length) !== HEADER) return undefined;
  const parts: Uint8Array[] = [];
  const offsets = new Map<number, number>();
  let position = HEADER.length;
  while (file.toString('latin1', position, position + CROSS_REFERENCES.length) !== CROSS_REFERENCES) {
    const object = readObject(file, position, maxLength);
    if (object === undefined || offsets.has(object.number)) return undefined;
    offsets.set(object.number, position);
    parts.push(...object.parts);
    position = object.end;
  }
  const trailer = readTrailer(file.toString('latin1', position), position, offsets);
  return trailer === undefined ? undefined : [...parts, Buffer.from(trailer, 'latin1')];
}

/** Reads the indirect object (ISO 32000-1, 7.3.10) at a position. `end` is the position after it. */
function readObject(
  file: Buffer,
  start: number,
  maxLength: number,
): { readonly number: number; readonly parts: readonly Uint8Array[]; readonly end: number } | undefined {
  const objectEnd = file.indexOf(OBJECT_END, start);
  if (objectEnd < 0) return undefined;
  const streamStart = file.subarray(start, objectEnd).indexOf(STREAM_START);
  const text = file.toString('latin1', start, streamStart < 0 ? objectEnd : start + streamStart);
  const number = Number(/^([1-9]\d*) 0 obj\n/.exec(text)?.[1]);
  if (Number.isNaN(number)) return undefined;
  if (streamStart < 0) return { number, parts: [Buffer.from(text, 'latin1')], end: objectEnd + OBJECT_END.length };

  const [lengthEntry, ...otherLengths] = [...text.matchAll(/^\/Length (0|[1-9]\d*)$/gm)];
  if (lengthEntry === undefined || otherLengths.length > 0) return undefined;
  const contentStart = start + streamStart + STREAM_START.length;
  const contentEnd = contentStart + Number(lengthEntry[1]);
  const end = contentEnd + STREAM_END.length;
  if (file.toString('latin1', contentEnd, end) !== STREAM_END) return undefined;
  const content = file.subarray(contentStart, contentEnd);
  const isDeflated = /^\/Filter \/FlateDecode$/m.test(text);
  const stream = isDeflated ? inflateWhole(content, maxLength) : content;
  if (stream === undefined) return undefined;
  const textWithoutLength = text.replace(lengthEntry[0], '/Length');
  return { number, parts: [Buffer.from(textWithoutLength, 'latin1'), stream], end };
}

/**
 * Inflates a stream in the zlib format (RFC 1950). Undefined if it is damaged, inflates to more than `maxLength` bytes,
 * or is followed by further bytes, which readers of PDF would not see.
 */
function inflateWhole(deflated: Uint8Array, maxLength: number): Uint8Array | undefined {
  try {
    const maxOutputLength = Number.isFinite(maxLength) ? { maxOutputLength: maxLength } : {};
    // With `info`, zlib returns the engine too, which counts the bytes that it has read.
    const result: unknown = inflateSync(deflated, { ...maxOutputLength, info: true });
    const { buffer, engine } = result as {
      readonly buffer: Buffer;
      readonly engine: { readonly bytesWritten: number };
    };
    return engine.bytesWritten === deflated.length ? buffer : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Reads the cross-reference table and the trailer (ISO 32000-1, 7.5.4 and 7.5.5) with which a file ends. Returns the
 * trailer's dictionary. Undefined if the table does not have exactly the offsets of the objects.
 */
function readTrailer(text: string, start: number, offsets: ReadonlyMap<number, number>): string | undefined {
  const count = offsets.size + 1;
  const rows = Array.from({ length: offsets.size }, (_, index) => offsets.get(index + 1));
  if (rows.includes(undefined)) return undefined;
  const table = rows.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const beginning = `${CROSS_REFERENCES}0 ${count}\n0000000000 65535 f \n${table}trailer\n`;
  const ending = `\nstartxref\n${start}\n%%EOF\n`;
  if (!text.startsWith(beginning) || !text.endsWith(ending)) return undefined;
  return text.slice(beginning.length, -ending.length);
}
