/** Reads the tables of a TrueType file (OpenType 1.9, chapter "Organization of an OpenType font"). */
export interface Sfnt {
  /** A table's bytes; asking for one that the file lacks is a bug, as the product brings its fonts itself. */
  readonly table: (tag: string) => DataView;
}

const DIRECTORY = 12;
const ENTRY = 16;

/** Reads the directory of a file; its tables stay where they are. */
export function readSfnt(file: Uint8Array): Sfnt {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const places = new Map<string, DataView>();
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const entry = DIRECTORY + index * ENTRY;
    const tag = String.fromCharCode(...file.subarray(entry, entry + 4));
    places.set(tag, new DataView(file.buffer, file.byteOffset + view.getUint32(entry + 8), view.getUint32(entry + 12)));
  }
  return {
    table: (tag) => {
      const table = places.get(tag);
      if (table === undefined) throw new Error(`the font has no table ${tag}`);
      return table;
    },
  };
}
