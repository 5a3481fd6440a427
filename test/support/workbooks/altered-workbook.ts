import { crc32, deflateRawSync } from 'node:zlib';
import { type Entry, fromBufferPromise } from 'yauzl';
import { fixtureBytes } from './read-fixture.ts';

/** An entry of a zip file to write. What is not given is stated truthfully. */
export interface WrittenEntry {
  readonly name: string;
  readonly content: Uint8Array;
  readonly statedChecksum?: number;
  readonly statedSize?: number;
  /** The general purpose flags (APPNOTE, 4.4.4): 1 states that the entry is encrypted. */
  readonly flags?: number;
}

/** Writes a zip file (APPNOTE 6.3.10) with what the programs that make workbooks never write. */
export function zipOf(entries: readonly WrittenEntry[]): Uint8Array {
  const records: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, statedChecksum, statedSize, flags = 0 } of entries) {
    const data = deflateRawSync(content);
    const nameBytes = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(statedChecksum ?? crc32(content), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(statedSize ?? content.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const record = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, nameBytes, data]);
    const end = Buffer.alloc(14);
    end.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0'), common, end, nameBytes]));
    records.push(record);
    offset += record.length;
  }
  const directoryBytes = Buffer.concat(directory);
  const tail = Buffer.alloc(18);
  tail.writeUInt16LE(entries.length, 4);
  tail.writeUInt16LE(entries.length, 6);
  tail.writeUInt32LE(directoryBytes.length, 8);
  tail.writeUInt32LE(offset, 12);
  return Buffer.concat([...records, directoryBytes, Buffer.from('PK\u0005\u0006'), tail]);
}

/** The entries of a workbook of this folder, inflated. */
export async function entriesOfFixture(name: string): Promise<readonly WrittenEntry[]> {
  const zip = await fromBufferPromise(Buffer.from(fixtureBytes(name)), { lazyEntries: true });
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  const written: WrittenEntry[] = [];
  for (const entry of entries) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      if (chunk instanceof Uint8Array) chunks.push(chunk);
    }
    written.push({ name: entry.fileName, content: Buffer.concat(chunks) });
  }
  return written;
}

/**
 * Returns a workbook of this folder with the text of one of its entries changed, in a way that no program can be made to
 * write. Throws an Error if the change changes nothing.
 */
export async function alteredWorkbook(
  name: string,
  entryName: string,
  change: (text: string) => string,
): Promise<Uint8Array> {
  const entries = await entriesOfFixture(name);
  let isChanged = false;
  const changed = entries.map((entry) => {
    if (entry.name !== entryName) return entry;
    const text = Buffer.from(entry.content).toString();
    isChanged = change(text) !== text;
    return { name: entry.name, content: Buffer.from(change(text)) };
  });
  if (!isChanged) throw new Error(`${entryName} of ${name} was not changed`);
  return zipOf(changed);
}
