import type { ReadResult, RecipientsFile } from '../world.ts';

/** The names of workbooks. The reader of .xlsx says of the other formats what they are. */
const WORKBOOK_NAMES = /\.(?:xls[xmb]?|ods)$/i;

/** A file that is open for reading. */
export interface OpenRecipients {
  readonly isWorkbook: boolean;
  readonly chunks: AsyncIterable<ReadResult<Uint8Array>>;
}

/** Whether the name of a file says what its format is. That of standard input does not. */
export function hasExtension(name: string): boolean {
  return /\.\w+$/.test(name);
}

/** Opens a file, and determines whether it is a workbook: by the end of its name, else by its first bytes. */
export async function openRecipients({ name, open }: RecipientsFile): Promise<OpenRecipients> {
  if (hasExtension(name)) return { isWorkbook: WORKBOOK_NAMES.test(name), chunks: open() };
  const { bytes, chunks } = await peekChunks(open()[Symbol.asyncIterator](), SIGNATURE_BYTES);
  return { isWorkbook: isWorkbook(bytes), chunks };
}

/** The number of bytes that tell a workbook from a text. */
const SIGNATURE_BYTES = 4;
/** The first bytes of a zip file, and of a compound file: an encrypted workbook, or one of the format before 2007. */
const WORKBOOK_SIGNATURES: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

function isWorkbook(bytes: readonly number[]): boolean {
  return WORKBOOK_SIGNATURES.some((signature) => signature.every((byte, index) => bytes[index] === byte));
}

/** The first bytes of a stream, and all of its chunks. */
interface PeekedChunks {
  readonly bytes: readonly number[];
  readonly chunks: AsyncIterable<ReadResult<Uint8Array>>;
}

/** Reads the first `count` bytes of a stream, or fewer if it ends or fails before. */
async function peekChunks(iterator: AsyncIterator<ReadResult<Uint8Array>>, count: number): Promise<PeekedChunks> {
  const bytes: number[] = [];
  const firstChunks: ReadResult<Uint8Array>[] = [];
  while (bytes.length < count) {
    const next = await iterator.next();
    if (next.done === true) break;
    firstChunks.push(next.value);
    if (!next.value.ok) break;
    bytes.push(...next.value.value.subarray(0, count));
  }
  const chunks = async function* (): AsyncGenerator<ReadResult<Uint8Array>> {
    try {
      yield* firstChunks;
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  };
  return { bytes, chunks: chunks() };
}
