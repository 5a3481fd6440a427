import { say, type Message } from '../model/message.ts';
import { passCheck, refuseDamaged, type Checked } from './refusal.ts';

/** A segment of a JPEG file (ITU-T T.81, B.1): its marker without the byte FF, and its content without the length. */
export interface JpegSegment {
  readonly marker: number;
  readonly content: Uint8Array;
  /** The coded pixels that follow the header of a scan, with restart markers; empty for other segments. */
  readonly scan: Uint8Array;
}

/** The markers that the reader names (T.81, table B.1). */
export const MARKER = { dht: 0xc4, soi: 0xd8, eoi: 0xd9, sos: 0xda, dqt: 0xdb, dri: 0xdd, app0: 0xe0 } as const;

/** Divides a JPEG file into segments, without its first and its last marker. */
export function readJpegSegments(file: string, bytes: Uint8Array): Checked<readonly JpegSegment[]> {
  const damaged = (what: Message): Checked<never> => refuseDamaged(file, what);
  const endIsMissing = say`its end is missing`;
  const segments: JpegSegment[] = [];
  let position = 2;
  for (;;) {
    if (bytes[position] !== 0xff)
      return damaged(position < bytes.length ? say`it has no marker where one has to be` : endIsMissing);
    // Any number of bytes FF may precede a marker.
    while (bytes[position] === 0xff) position += 1;
    const marker = bytes[position];
    if (marker === undefined) return damaged(endIsMissing);
    position += 1;
    if (marker === MARKER.eoi) break;
    const length = ((bytes[position] ?? 0) << 8) | (bytes[position + 1] ?? 0);
    if (marker < 0xc0 || isRestart(marker) || marker === MARKER.soi) {
      return damaged(say`it has a marker where JPEG does not allow it`);
    }
    if (position + length > bytes.length) return damaged(endIsMissing);
    if (length < 2) return damaged(say`a part of it has a wrong length`);
    const content = bytes.subarray(position + 2, position + length);
    position += length;
    const scanEnd = marker === MARKER.sos ? endOfScan(bytes, position) : position;
    segments.push({ marker, content, scan: bytes.subarray(position, scanEnd) });
    position = scanEnd;
  }
  if (position < bytes.length) return damaged(say`${bytes.length - position} bytes follow its end`);
  return passCheck(segments);
}

/** Whether a marker is one of the eight that may be within a scan. */
function isRestart(marker: number): boolean {
  return marker >= 0xd0 && marker <= 0xd7;
}

/** Returns the position of the marker that ends a scan, or the end of the file. */
function endOfScan(bytes: Uint8Array, start: number): number {
  let position = start;
  for (;;) {
    position = bytes.indexOf(0xff, position);
    if (position < 0) return bytes.length;
    const next = bytes[position + 1] ?? 0;
    // FF 00 is the value FF of a coded pixel.
    if (next !== 0 && !isRestart(next)) return position;
    position += 2;
  }
}
