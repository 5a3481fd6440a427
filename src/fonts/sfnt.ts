/** The tables of a font file (OpenType 1.9, chapter "Organization of an OpenType font"). */
export interface Sfnt {
  /**
   * Returns the bytes of a table. Throws an error if the file has no such table, which is a bug, because the fonts of
   * demarche have all tables that it reads, and those of campaigns are checked before they are used.
   */
  readonly table: (tag: string) => DataView;
  readonly hasTable: (tag: string) => boolean;
}

/** A record of the table directory. `offset` and `length` are in bytes. */
export interface TableRecord {
  readonly tag: string;
  readonly checksum: number;
  readonly offset: number;
  readonly length: number;
}

/** The length of the table directory before its records, in bytes. */
export const DIRECTORY_HEADER = 12;
/** The length of a record of the table directory, in bytes. */
export const TABLE_RECORD = 16;

/** Reads the records of the table directory. Throws a RangeError if the file ends before its directory does. */
export function readTableRecords(file: Uint8Array): readonly TableRecord[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  return Array.from({ length: view.getUint16(4) }, (_, index) => {
    const record = DIRECTORY_HEADER + index * TABLE_RECORD;
    return {
      tag: String.fromCharCode(...file.subarray(record, record + 4)),
      checksum: view.getUint32(record + 4),
      offset: view.getUint32(record + 8),
      length: view.getUint32(record + 12),
    };
  });
}

/** Reads the table directory of a font file. Tables are views of the file's buffer, not copies. */
export function readSfnt(file: Uint8Array): Sfnt {
  const tables = new Map(
    readTableRecords(file).map(({ tag, offset, length }) => [
      tag,
      new DataView(file.buffer, file.byteOffset + offset, length),
    ]),
  );
  return {
    table: (tag) => {
      const table = tables.get(tag);
      if (table === undefined) throw new Error(`the font has no table ${tag}`);
      return table;
    },
    hasTable: (tag) => tables.has(tag),
  };
}

/**
 * Returns the sum of the 32-bit words from `start` to `end` (exclusive, both offsets in bytes), modulo 2^32. Bytes after
 * the last whole word count as the first bytes of a word of which the others are 0.
 */
export function checksumOf(view: DataView, start: number, end: number): number {
  let sum = 0;
  let offset = start;
  for (; offset + 4 <= end; offset += 4) sum = (sum + view.getUint32(offset)) | 0;
  for (let shift = 24; offset < end; offset += 1, shift -= 8) sum = (sum + (view.getUint8(offset) << shift)) | 0;
  return sum >>> 0;
}
