import { crc32 } from 'node:zlib';
import { type Entry, type ZipFile, fromBufferPromise } from 'yauzl';

/**
 * Why a workbook cannot be read. 'damaged': it breaks the rules of zip, of XML or of workbooks. 'too-large': an entry is
 * larger, once it is inflated, than any table of recipients. 'encrypted': a password is needed.
 */
export type EntryProblem = 'damaged' | 'too-large' | 'encrypted';

/** The entries of a zip file that was opened. */
export interface ZipEntries {
  /** Whether there is an entry of this name. Letter case is ignored, as in names of parts (ECMA-376-2, 6.2.2.3). */
  readonly has: (name: string) => boolean;
  /**
   * Inflates an entry, in chunks of bytes. The last item is a problem if it cannot be read, is too large, or has not
   * the checksum that the zip file states.
   */
  readonly read: (name: string) => AsyncGenerator<Uint8Array | EntryProblem>;
}

/**
 * The maximum size of all entries that are read of one file, inflated, in bytes. A sheet of a hundred thousand
 * recipients has about 60 MB. A file of the maximum size could otherwise be inflated to a thousand times its size.
 */
export const MAX_INFLATED_BYTES = 300_000_000;

/** The maximum number of entries. A workbook has a few for each sheet, picture and comment. */
const MAX_ENTRIES = 10_000;

/**
 * Opens a zip file in memory. Names of entries are only compared, never used as paths of files. Two entries of one name
 * are refused, because programs differ in which of the two they show.
 */
export async function openZip(bytes: Uint8Array): Promise<ZipEntries | EntryProblem> {
  const entries = new Map<string, Entry>();
  let zip: ZipFile;
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    zip = await fromBufferPromise(buffer, { lazyEntries: true });
    if (zip.entryCount > MAX_ENTRIES) return 'damaged';
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      if (entries.has(name)) return 'damaged';
      entries.set(name, entry);
    }
  } catch {
    // yauzl throws an Error for each rule of the format that the file breaks, and for names that lead out of a folder.
    return 'damaged';
  }
  let remainingBytes = MAX_INFLATED_BYTES;
  return {
    has: (name) => entries.has(name.toLowerCase()),
    read: async function* (name) {
      const entry = entries.get(name.toLowerCase());
      if (entry === undefined) return yield 'damaged';
      if (entry.isEncrypted()) return yield 'encrypted';
      // yauzl fails an entry that is larger than the size it states.
      if (entry.uncompressedSize > remainingBytes) return yield 'too-large';
      let checksum = 0;
      for await (const chunk of inflatedChunks(zip, entry)) {
        if (chunk === 'damaged') return yield chunk;
        remainingBytes -= chunk.length;
        checksum = crc32(chunk, checksum);
        yield chunk;
      }
      if (checksum !== entry.crc32) yield 'damaged';
    },
  };
}

/** Yields the chunks of an entry; last, 'damaged' if yauzl or zlib fails. Errors of the consumer pass through. */
async function* inflatedChunks(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array | 'damaged'> {
  let chunks: AsyncIterator<unknown>;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    chunks = stream[Symbol.asyncIterator]();
  } catch {
    return yield 'damaged';
  }
  try {
    for (;;) {
      const next = await chunks.next().catch(() => 'failed' as const);
      if (next === 'failed') return yield 'damaged';
      if (next.done === true) return;
      if (next.value instanceof Uint8Array) yield next.value;
    }
  } finally {
    // The consumer may have stopped early; the stream would stay open.
    await chunks.return?.();
  }
}
