import { crc32, deflateSync, inflateSync } from 'node:zlib';
import * as mupdf from 'mupdf';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { plainMessage } from '../../src/model/message.ts';
import type { PixelStream, PreparedPicture } from '../../src/model/picture.ts';
import { checkPicture } from '../../src/pictures/check-picture.ts';
import { preparePictures } from '../../src/pictures/prepare-pictures.ts';
import { corrupt } from '../support/corrupted.ts';
import { encodeJpeg } from '../support/encode-jpeg.ts';
import { encodePng, pngChunk } from '../support/encode-png.ts';
import { PICTURE_SAMPLES } from '../support/picture-samples.ts';

/** What MuPDF finds wrong in pictures that it draws nevertheless. It looks for this function when it is imported. */
const complaints = vi.hoisted(() => {
  const lines: string[] = [];
  Object.assign(globalThis, { $libmupdf_wasm_Module: { printErr: (line: string) => void lines.push(line) } });
  return lines;
});

/** The sentence that refuses a file, or its pixels. */
function read(file: string, bytes: Uint8Array): string | PreparedPicture {
  const checked = checkPicture(file, bytes);
  if (!checked.ok) return plainMessage(checked.refusal.reason);
  const { prepared, refusals } = preparePictures([checked.value]);
  const refusal = refusals.get(checked.value);
  return refusal === undefined ? (prepared.get(checked.value) ?? '') : plainMessage(refusal.reason);
}

/** Gives the chunks of a PNG file checksums that fit, as far as they can be found. */
function withChecksums(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let start = 8; start + 12 <= copy.length;) {
    const end = start + 12 + copy.readUInt32BE(start);
    if (end > copy.length) break;
    copy.writeUInt32BE(crc32(copy.subarray(start + 4, end - 4)), end - 4);
    start = end;
  }
  return copy;
}

function hasAllPixels({ width, height, bitsPerSample, colours, coding, bytes }: PixelStream): boolean {
  if (coding === 'jpeg') {
    const pixmap = new mupdf.Image(bytes).toPixmap();
    return pixmap.getWidth() === width && pixmap.getHeight() === height;
  }
  const rowLength = Math.ceil((width * (colours === 'rgb' ? 3 : 1) * bitsPerSample) / 8) + 1;
  return inflateSync(bytes).length === rowLength * height;
}

// Files of more than one part of pixels, with a palette, alpha and restart markers, besides the samples.
const FILES: readonly (readonly [file: string, bytes: Uint8Array])[] = [
  ...PICTURE_SAMPLES.map(({ picture }) => [picture.file, picture.bytes] as const),
  ['parts.png', encodePng({ width: 60, height: 50, colourType: 6, dataChunks: 4 })],
  ['restarts.jpg', encodeJpeg({ width: 90, height: 70, sampling: 2, restartInterval: 3 })],
];
const CORRUPTIONS_OF_A_FILE = 120;

describe('a corrupted picture is refused by its name, or has all its pixels', () => {
  let [refused, accepted] = [0, 0];

  beforeEach(() => complaints.splice(0));

  test.each(FILES)('%s', (file, bytes) => {
    for (let number = 0; number < CORRUPTIONS_OF_A_FILE; number += 1) {
      const corrupted = corrupt(bytes, number);
      // Without checksums that fit, nothing but the checksums would be tested.
      const isSealed = file.endsWith('.png') && number % 2 === 1;
      const result = read(file, isSealed ? withChecksums(corrupted) : corrupted);
      if (typeof result === 'string') {
        refused += 1;
        expect(result, `corruption ${number}`).toContain(file);
      } else {
        accepted += 1;
        const streams = [result.colour, ...(result.alpha === undefined ? [] : [result.alpha])];
        expect(streams.map(hasAllPixels), `corruption ${number}`).not.toContain(false);
        expect(complaints, `corruption ${number}`).toEqual([]);
      }
    }
  });

  test('of more than 2,000 files, most are refused and some are accepted', () => {
    expect(refused + accepted).toBeGreaterThan(2000);
    expect(refused).toBeGreaterThan(1500);
    expect(accepted).toBeGreaterThan(20);
  });
});

test('a small file whose pixels inflate to a gigabyte is refused, and takes little memory', () => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(1000, 0);
  header.writeUInt32BE(1000, 4);
  header.set([8, 2], 8);
  const bomb = deflateSync(Buffer.alloc(1_000_000_000));
  const chunks = [pngChunk('IHDR', header), pngChunk('IDAT', bomb), pngChunk('IEND', Buffer.alloc(0))];
  const bytes = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks]);
  expect(bytes.length).toBeLessThan(2_000_000);
  const before = process.memoryUsage().arrayBuffers;
  expect(read('bomb.png', bytes)).toBe('bomb.png is damaged: its pixels cannot be read, or some are missing');
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000);
});
