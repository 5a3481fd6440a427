/** The tables of a TrueType file (OpenType 1.9, chapter "Organization of an OpenType font"). */
export interface Sfnt {
  /**
   * Returns the bytes of a table. Throws an error if the file has no such table, which is a bug, because all fonts come
   * with the program.
   */
  readonly table: (tag: string) => DataView;
}

/** The length of the table directory before its records, in bytes. */
const DIRECTORY_HEADER = 12;
/** The length of a record of the table directory, in bytes. */
const TABLE_RECORD = 16;

/** Reads the table directory of a font file. Tables are views of the file's buffer, not copies. */
export function readSfnt(file: Uint8Array): Sfnt {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tables = new Map<string, DataView>();
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const record = DIRECTORY_HEADER + index * TABLE_RECORD;
    const tag = String.fromCharCode(...file.subarray(record, record + 4));
    tables.set(
      tag,
      new DataView(file.buffer, file.byteOffset + view.getUint32(record + 8), view.getUint32(record + 12)),
    );
  }
  return {
    table: (tag) => {
      const table = tables.get(tag);
      if (table === undefined) throw new Error(`the font has no table ${tag}`);
      return table;
    },
  };
}
