import type { HuffmanCode } from './jpeg-tables.ts';

/** Reads the bits of a scan. */
export interface JpegBits {
  /** Returns the value of the next code word; -1 if there is none. */
  readonly readCode: (code: HuffmanCode) => number;
  /** Skips bits. Returns false if there are not as many. */
  readonly skip: (count: number) => boolean;
  /** Ends at a restart marker of a number, after less than a byte of filling bits. Returns false if it is not there. */
  readonly takeRestart: (number: number) => boolean;
  /** Whether at most filling bits remain, less than a byte. */
  readonly isAtEnd: () => boolean;
}

/** Opens the bits of a scan, in which 00 follows a byte FF, and FF with a number is a restart marker. */
export function openJpegBits(scan: Uint8Array): JpegBits {
  let [position, buffer, available] = [0, 0, 0];

  /** Reads bytes until 16 bits are available, or up to a marker. */
  function fill(): void {
    while (available < 16) {
      const byte = scan[position];
      if (byte === undefined || (byte === 0xff && scan[position + 1] !== 0)) return;
      position += byte === 0xff ? 2 : 1;
      buffer = ((buffer << 8) | byte) & 0xff_ff_ff;
      available += 8;
    }
  }

  function skip(count: number): boolean {
    if (count > available) fill();
    if (count > available) return false;
    available -= count;
    return true;
  }

  return {
    readCode: (code) => {
      if (available < 16) fill();
      const bits = available < 16 ? buffer << (16 - available) : buffer >> (available - 16);
      const entry = code[bits & 0xff_ff] ?? 0;
      const length = entry >> 8;
      if (length === 0 || length > available) return -1;
      available -= length;
      return entry & 255;
    },
    skip,
    takeRestart: (number) => {
      fill();
      const isThere = available < 8 && scan[position] === 0xff && scan[position + 1] === 0xd0 + number;
      position += 2;
      available = 0;
      return isThere;
    },
    isAtEnd: () => {
      fill();
      return available < 8 && position >= scan.length;
    },
  };
}
