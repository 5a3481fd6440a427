import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { openSpace, type Space } from './space.ts';

/** Bytes, or text of one byte a character, made smaller (RFC 1950) all at once. */
export function compressed(content: string | Uint8Array): Uint8Array {
  return deflateSync(typeof content === 'string' ? Buffer.from(content, 'latin1') : content);
}

/** A part of a compressed stream that was made small by itself, so that it stands in any stream as it is. */
export interface Piece {
  /** Blocks (RFC 1951) that end with a byte and refer to nothing before them. */
  readonly bytes: Uint8Array;
  /** How many bytes they stand for, and the checksum of those (RFC 1950, 8.2). */
  readonly length: number;
  readonly checksum: number;
}

/** Makes a piece of text of one byte a character. Level 6 is the library's own balance of size and time. */
export function pieceOf(text: string): Piece {
  const content = Buffer.from(text, 'latin1');
  const windowBits = Math.min(Math.max(Math.ceil(Math.log2(content.length)), 9), 15);
  const bytes = deflateRawSync(content, {
    // The library prepares no more memory than the content fills, with room for all of it in one block,
    windowBits,
    memLevel: windowBits - 6,
    // and no more for the answer than can be needed, as that is kept for as long as the piece.
    chunkSize: content.length + LEAST_ROOM,
    finishFlush: constants.Z_SYNC_FLUSH,
  });
  return { bytes, length: content.length, checksum: checksumOf(content, 0, content.length) };
}

/** In bytes; the library asks for so many at least. */
const LEAST_ROOM = 64;

/** A part of a stream: a piece, or a little text that is not worth compressing. */
export type Part = Piece | string;

/** So few bytes become hardly fewer, and what prepares their compression costs more than all the rest of it. */
const LITTLE = 320;

/** Text of one byte a character as it goes into streams: compressed, unless it is little. */
export function partOf(text: string): Part {
  return text.length < LITTLE ? text : pieceOf(text);
}

/** Runs of parts as a stream (RFC 1950), in their order. Texts that touch in a run are stored as one. */
export function streamOf(...runs: readonly (readonly Part[])[]): Uint8Array {
  const parts = runs.flatMap(withJoinedTexts);
  const space = openSpace(HEADER.length + sizeOf(parts) + LAST_BLOCK.length + CHECKSUM);
  space.writeText(HEADER);
  const checksum = writeParts(parts, space);
  space.writeText(LAST_BLOCK);
  space.writeText(
    String.fromCharCode(checksum >>> 24, (checksum >>> 16) & 0xff, (checksum >>> 8) & 0xff, checksum & 0xff),
  );
  return space.written();
}

/** A run as one piece: the bytes that it is in a stream. */
export function pieceOfRun(run: readonly Part[]): Piece {
  const parts = withJoinedTexts(run);
  const space = openSpace(sizeOf(parts));
  const checksum = writeParts(parts, space);
  let length = 0;
  for (const part of parts) length += part.length;
  return { bytes: space.written(), length, checksum };
}

function sizeOf(parts: readonly Part[]): number {
  let size = 0;
  for (const part of parts) size += typeof part === 'string' ? STORED + part.length : part.bytes.length;
  return size;
}

/** Writes parts, and gives the checksum of what they stand for. */
function writeParts(parts: readonly Part[], space: Space): number {
  let [sum, sumOfSums] = [1, 0];
  for (const part of parts) {
    const checksum = typeof part === 'string' ? writeStored(part, space) : writePiece(part, space);
    sumOfSums = (sumOfSums + (checksum >>> 16) + part.length * (sum + MODULUS - 1)) % MODULUS;
    sum = (sum + (checksum & 0xffff) + MODULUS - 1) % MODULUS;
  }
  return sumOfSums * 0x1_0000 + sum;
}

/** Writes a block of bytes as they are, and gives their checksum. */
function writeStored(text: string, space: Space): number {
  const { length } = text;
  const missing = MOST_STORED - length;
  space.writeText(String.fromCharCode(0, length & 0xff, length >> 8, missing & 0xff, missing >> 8));
  const start = space.length();
  space.writeText(text);
  // Not of the text: its characters are further to reach than the bytes.
  return checksumOf(space.written(), start, start + length);
}

function writePiece({ bytes, checksum }: Piece, space: Space): number {
  space.write(bytes);
  return checksum;
}

function withJoinedTexts(parts: readonly Part[]): readonly Part[] {
  const joined: Part[] = [];
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string' && part.length > MOST_STORED) throw new Error('too much text to be stored');
    if (text !== '' && (typeof part !== 'string' || text.length + part.length > MOST_STORED)) {
      joined.push(text);
      text = '';
    }
    if (typeof part === 'string') text += part;
    else joined.push(part);
  }
  return text === '' ? joined : [...joined, text];
}

/** What a block has before bytes that are stored as they are, and how many of those there may be. */
const STORED = 5;
const MOST_STORED = 0xffff;

/** Deflate with a window of 32 KB, at the library's own level. */
const HEADER = '\x78\x9c';
/** An empty block that says that it is the last. */
const LAST_BLOCK = '\x03\x00';
const CHECKSUM = 4;

const MODULUS = 65_521;
/** So many bytes can be summed up before a sum has to be reduced, lest it have more than 32 bits. */
const UNREDUCED = 5552;

/** Adler-32 (RFC 1950, 8.2) of the bytes from a place to another. */
function checksumOf(bytes: Uint8Array, start: number, end: number): number {
  let [sum, sumOfSums] = [1, 0];
  for (let first = start; first < end; first += UNREDUCED) {
    const next = Math.min(first + UNREDUCED, end);
    for (let at = first; at < next; at += 1) {
      sum += bytes[at] ?? 0;
      sumOfSums += sum;
    }
    sum %= MODULUS;
    sumOfSums %= MODULUS;
  }
  return sumOfSums * 0x1_0000 + sum;
}
