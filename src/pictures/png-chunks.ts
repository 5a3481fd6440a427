import { crc32 } from 'node:zlib';
import { say, type Message } from '../model/message.ts';
import { passCheck, refuseDamaged, type Checked } from './refusal.ts';

/** The chunks of a PNG file that matter here (PNG, third edition, 5). Each has the type as its key. */
export interface PngChunks {
  /** The content of the chunks that may occur only once, without those of the pixels. */
  readonly single: ReadonlyMap<string, Uint8Array>;
  /** The chunks `IDAT`, in order: the pixels, deflated. */
  readonly data: readonly Uint8Array[];
  /** The types of all chunks that were found. */
  readonly types: ReadonlySet<string>;
}

const SIGNATURE_LENGTH = 8;
/** The length, the type and the checksum of a chunk. */
const FRAME_LENGTH = 12;
/** The chunks that are read, which a file has at most once. */
const SINGLE = new Set(['IHDR', 'PLTE', 'tRNS', 'cICP', 'iCCP', 'sRGB', 'gAMA', 'cHRM', 'pHYs']);
/** The chunks that have to come before the pixels. */
const BEFORE_DATA = SINGLE;
/** The critical chunks, which a reader may not skip. Others are not known to it. */
const CRITICAL = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND']);

/**
 * Reads the chunks of a PNG file and compares their checksums. A file with a chunk out of its place, with an unknown
 * critical chunk, or with bytes after its end is damaged.
 */
export function readPngChunks(file: string, bytes: Uint8Array): Checked<PngChunks> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const single = new Map<string, Uint8Array>();
  const data: Uint8Array[] = [];
  const types = new Set<string>();
  const damaged = (what: Message): Checked<PngChunks> => refuseDamaged(file, what);
  let previousType = '';
  let position = SIGNATURE_LENGTH;
  while (previousType !== 'IEND') {
    if (position + FRAME_LENGTH > bytes.length) return damaged(say`its end is missing`);
    const length = view.getUint32(position);
    const end = position + FRAME_LENGTH + length;
    if (end > bytes.length) return damaged(say`its end is missing`);
    const type = Buffer.from(bytes.subarray(position + 4, position + 8)).toString('latin1');
    if (crc32(bytes.subarray(position + 4, end - 4)) !== view.getUint32(end - 4)) {
      return damaged(say`the checksum of a part of it (${type}) is wrong`);
    }
    const misplaced =
      (types.size === 0) !== (type === 'IHDR') ||
      (SINGLE.has(type) && types.has(type)) ||
      (BEFORE_DATA.has(type) && data.length > 0) ||
      (type === 'IDAT' && data.length > 0 && previousType !== 'IDAT') ||
      (type === 'PLTE' && types.has('tRNS')) ||
      (isCritical(type) && !CRITICAL.has(type));
    if (misplaced) return damaged(say`a part of it (${type}) is where PNG does not allow it`);
    const content = bytes.subarray(position + 8, end - 4);
    if (type === 'IDAT') data.push(content);
    else if (SINGLE.has(type)) single.set(type, content);
    types.add(type);
    previousType = type;
    position = end;
  }
  if (data.length === 0) return damaged(say`it has no pixels`);
  if (position < bytes.length) return damaged(say`${bytes.length - position} bytes follow its end`);
  return passCheck({ single, data, types });
}

/** Whether a chunk is critical: its first letter is a capital (5.4). */
function isCritical(type: string): boolean {
  return /^[A-Z]/.test(type);
}
